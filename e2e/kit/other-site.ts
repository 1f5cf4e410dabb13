import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";

/** A site of somebody else's on this machine: another port of the planner's host, and another host by its name. */
export type OtherSite = AsyncDisposable & { readonly onThisHost: string; readonly elsewhere: string };

/** Serves an empty page that may do whatever a browser lets a page do. */
export async function otherSite(): Promise<OtherSite> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end("<!doctype html><title>Another site</title><p>A recipe for quince jelly.");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    onThisHost: `http://127.0.0.1:${port}`,
    elsewhere: `http://localhost:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** Something that a door would do, if the request came from where it should. */
export type Wish = { readonly url: string; readonly fields: Readonly<Record<string, string>>; readonly json: unknown };

/** Sends a wish in every way in which a page can send one to another origin. */
export async function sendEveryWay(page: Page, wishes: readonly Wish[]): Promise<void> {
  for (const wish of wishes) {
    const forms = ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"].map((enctype) =>
      page.evaluate(submitForm, { ...wish, enctype }),
    );
    await Promise.all([page.evaluate(sendByScript, wish), ...forms]);
  }
}

/** A form in a frame, as it is sent without a word to whoever visits; it is over when the frame has loaded something. */
function submitForm({ url, fields, json, enctype }: Wish & { readonly enctype: string }): Promise<void> {
  const [frame, form] = [document.createElement("iframe"), document.createElement("form")];
  frame.name = `hole-${Math.random()}`;
  Object.assign(form, { method: "post", action: url, target: frame.name, enctype });
  // As text, the field's name and value together are JSON.
  const text = JSON.stringify(json);
  const asText = [[`${text.slice(0, -1)}${text === "{}" ? "" : ","}"a":"`, '"}']];
  const asFields = [...Object.entries(fields), ["_payload", text]];
  for (const [name, value] of enctype === "text/plain" ? asText : asFields)
    form.append(Object.assign(document.createElement("textarea"), { name, value }));
  document.body.append(frame, form);
  return new Promise((done) => {
    frame.addEventListener("load", () => {
      form.remove();
      frame.remove();
      done();
    });
    form.submit();
  });
}

/** Requests that a script can make without being allowed to read the answer. */
async function sendByScript({ url, fields, json }: Wish): Promise<void> {
  const text = JSON.stringify(json);
  const form = () => {
    const made = new FormData();
    for (const [name, value] of Object.entries({ ...fields, _payload: text })) made.set(name, value);
    return made;
  };
  const sent = { method: "POST", credentials: "include" } as const;
  const nothing = () => undefined;
  const typed = (type: string) => new Blob([text], { type });
  await Promise.all([
    fetch(url, { ...sent, mode: "no-cors", body: text }).catch(nothing),
    fetch(url, { ...sent, mode: "no-cors", headers: { "content-type": "text/plain" }, body: text }).catch(nothing),
    fetch(url, { ...sent, mode: "no-cors", headers: { "content-type": "application/json" }, body: text }).catch(
      nothing,
    ),
    fetch(url, { ...sent, mode: "no-cors", body: typed("text/plain") }).catch(nothing),
    fetch(url, { ...sent, mode: "no-cors", body: form() }).catch(nothing),
    fetch(url, { ...sent, mode: "no-cors", body: new URLSearchParams(fields) }).catch(nothing),
    fetch(url, { ...sent, mode: "no-cors", body: typed("") }).catch(nothing),
    fetch(url, { ...sent, headers: { "content-type": "application/json" }, body: text }).catch(nothing),
    fetch(url, {
      ...sent,
      headers: { "next-action": "40".padEnd(42, "a"), "content-type": "text/plain" },
      body: text,
    }).catch(nothing),
    fetch(url, { ...sent, headers: { "x-payload-http-method-override": "DELETE" }, body: text }).catch(nothing),
    ...["PATCH", "PUT", "DELETE"].map((method) => fetch(url, { ...sent, method, body: text }).catch(nothing)),
  ]);
  const urlencoded = typed("application/x-www-form-urlencoded");
  for (const body of [text, typed("text/plain"), urlencoded, form(), new URLSearchParams(fields)])
    navigator.sendBeacon(url, body);
  try {
    navigator.sendBeacon(url, typed("application/json"));
  } catch {
    /* An older browser does not send it at all. */
  }
}

/** What a page of another origin gets to see of these addresses, by every means that a browser has. */
export function readEveryWay(page: Page, urls: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(async (all) => {
    const seen: string[] = [];
    const loaded = (made: HTMLElement, url: string) =>
      new Promise<boolean>((done) => {
        made.addEventListener("load", () => done(true));
        made.addEventListener("error", () => done(false));
        setTimeout(() => done(false), 3_000);
        made.setAttribute(
          made instanceof HTMLLinkElement ? "href" : made instanceof HTMLObjectElement ? "data" : "src",
          url,
        );
        document.body.append(made);
      });
    const globals = Object.keys(window).length;
    await Promise.all(
      all.map(async (url) => {
        for (const mode of ["cors", "no-cors"] as const) {
          const asked = fetch(url, { mode, credentials: "include", signal: AbortSignal.timeout(3_000) });
          const text = await asked.then(
            (answer) => answer.text(),
            () => "",
          );
          if (text) seen.push(`${mode} ${url}: ${text.slice(0, 80)}`);
        }
        for (const tag of ["img", "script", "link"] as const) {
          const made = Object.assign(document.createElement(tag), tag === "link" ? { rel: "stylesheet" } : {});
          if (await loaded(made, url)) seen.push(`${tag} ${url}`);
        }
        for (const tag of ["iframe", "object", "embed"] as const) {
          const made = document.createElement(tag);
          await loaded(made, url);
          const inside = "contentDocument" in made ? (made.contentDocument?.body?.innerText ?? "") : "";
          if (inside) seen.push(`${tag} ${url}: ${inside.slice(0, 80)}`);
          made.remove();
        }
      }),
    );
    if (Object.keys(window).length !== globals) seen.push("a script has left something");
    return seen;
  }, urls);
}

/** What comes of opening streams and sockets to these addresses. */
export function listenEveryWay(page: Page, urls: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(async (all) => {
    const listen = (url: string) =>
      new Promise<string | null>((done) => {
        const source = new EventSource(url, { withCredentials: true });
        const end = (told: string | null) => {
          source.close();
          done(told);
        };
        source.onmessage = ({ data }) => end(`event of ${url}: ${data}`);
        source.onopen = () => end(`stream ${url} opened`);
        source.onerror = () => end(null);
      });
    const connect = (url: string) =>
      new Promise<string | null>((done) => {
        const socket = new WebSocket(url.replace(/^http/, "ws"));
        socket.onopen = () => done(`socket ${url} opened`);
        socket.onerror = () => done(null);
      });
    const told = await Promise.all(all.flatMap((url) => [listen(url), connect(url)]));
    return told.filter((each) => each !== null);
  }, urls);
}
