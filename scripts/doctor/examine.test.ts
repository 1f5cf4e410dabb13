import { createServer, type RequestListener } from "node:http";
import { createServer as createTcpServer, type AddressInfo, type Server } from "node:net";
import { expect, test } from "vitest";
import { startStation } from "@/station/station";
import { examine, type Given } from "./examine";
import type { Finding } from "./finding";

async function listening(server: Server): Promise<{ url: string; port: number } & AsyncDisposable> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, port, [Symbol.asyncDispose]: async () => void server.close() };
}

const answering = (listener: RequestListener) => listening(createServer(listener));

async function findings(given: Given): Promise<readonly Finding[]> {
  return collect(examine({ timeoutMs: 500, ...given }));
}

async function collect<T>(all: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const each of all) list.push(each);
  return list;
}

/** The one fault, as "check: what was seen". */
async function fault(given: Given): Promise<string> {
  const wrong = (await findings(given)).filter((finding) => !finding.ok);
  expect(wrong).toHaveLength(1);
  return `${wrong[0]?.check}: ${wrong[0]?.seen}`;
}

test("a LibreTime that can be planned has no fault, and is as it was", async () => {
  await using station = await startStation();
  const before = await station.snapshot();
  const all = await findings({ url: `${station.url}/api/v2/`, key: station.key });
  expect(all.map(({ check, ok }) => `${check} ${ok}`)).toEqual([
    "name true",
    "connection true",
    "LibreTime true",
    "clock true",
    "key true",
    "rights true",
    "version true",
  ]);
  expect(await station.snapshot()).toEqual(before);
});

test("without an address there is nothing to examine", async () => {
  expect(await fault({ url: undefined, key: "k" })).toBe("settings: LIBRETIME_API_URL is not set");
  expect(await fault({ url: "libretime:8080", key: "k" })).toBe("settings: LIBRETIME_API_URL is no http(s) address");
});

test("a name that leads nowhere is the name's fault", async () => {
  expect(await fault({ url: "http://no-such-host.invalid", key: "k" })).toMatch(/^name: /);
});

test("a closed port is the connection's", async () => {
  const closed = await answering(() => undefined);
  await closed[Symbol.asyncDispose]();
  expect(await fault({ url: closed.url, key: "k" })).toMatch(/^connection: nothing listens on 127\.0\.0\.1/);
});

test("https to a port that speaks http is TLS's", async () => {
  await using plain = await answering((_request, response) => response.end("hello"));
  expect(await fault({ url: plain.url.replace("http:", "https:"), key: "k" })).toMatch(/^TLS: .*does not speak TLS/);
});

test("a page instead of JSON is not LibreTime", async () => {
  await using page = await answering((_request, response) =>
    response.writeHead(200, { "content-type": "text/html" }).end("<h1>Welcome</h1>"),
  );
  expect(await fault({ url: page.url, key: "k" })).toBe("LibreTime: 200 with text/html instead of JSON");
});

test("another program's JSON is not LibreTime", async () => {
  await using other = await answering((_request, response) =>
    response.writeHead(404, { "content-type": "application/json" }).end('{"error":"no such route"}'),
  );
  expect(await fault({ url: other.url, key: "k" })).toMatch(/^LibreTime: 404, and not what LibreTime/);
});

test("an address that sends us on is told with where to", async () => {
  await using proxy = await answering((_request, response) =>
    response.writeHead(301, { location: "https://radio.example.org/api/v2/version" }).end(),
  );
  expect(await fault({ url: proxy.url, key: "k" })).toContain(
    "sends us on to https://radio.example.org/api/v2/version",
  );
});

test("a port that opens and says nothing is told so", async () => {
  await using silent = await listening(createTcpServer());
  expect(await fault({ url: silent.url, key: "k" })).toMatch(/^LibreTime: the connection opens, but no answer comes/);
});

test("a wrong key is the key's fault, and is not told", async () => {
  await using station = await startStation();
  const said = JSON.stringify(await findings({ url: station.url, key: "wrong-key-41" }));
  expect(await fault({ url: station.url, key: "wrong-key-41" })).toMatch(/^key: LibreTime refuses it \(403/);
  expect(said).not.toContain("wrong-key-41");
});

test("a proxy that lets only reading through is the rights' fault", async () => {
  await using station = await startStation();
  await station.fault({
    route: "POST /schedule",
    kind: "answer",
    status: 403,
    body: { detail: "You do not have permission to perform this action." },
    times: "always",
  });
  expect(await fault({ url: station.url, key: station.key })).toMatch(/^rights: reading is allowed, writing is not/);
});

test("a LibreTime before 4.3 is too old", async () => {
  await using station = await startStation({ version: "4.0" });
  expect(await fault({ url: station.url, key: station.key })).toMatch(/^version: .*older than 4\.3/);
});

test("clocks that are five minutes apart are a fault, and the examination goes on", async () => {
  await using station = await startStation();
  const all = await findings({ url: station.url, key: station.key, now: () => Date.now() + 300_000 });
  expect(all.filter((finding) => !finding.ok).map(({ seen }) => seen)).toEqual([
    expect.stringMatching(/^LibreTime's clock is (299|300|301) s behind ours$/),
  ]);
  expect(all.at(-1)?.check).toBe("version");
});
