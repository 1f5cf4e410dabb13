import type { Station } from "../station";
import type { Recording } from "./recording";

export type Replayed = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
};

/** What the redaction took out of single requests. */
const withheld: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "019": { Authorization: `Basic ${btoa("admin:wrong")}` },
  "020": { Authorization: "Basic not*base64" },
  "314": { Cookie: "sessionid=nobodys" },
};
/** A request whose body is no text: what the recording shows as two replacement characters was these bytes. */
const rawBodies: Readonly<Record<string, Buffer>> = {
  "326": Buffer.concat([Buffer.from('{"show": 1, "x": "'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]),
};

export class Replay {
  readonly #station: Station;
  #cookie: string | undefined;

  constructor(station: Station) {
    this.#station = station;
  }

  async send(recording: Recording): Promise<Replayed> {
    const { method, path, headers, body } = recording.request;
    const sent: Record<string, string> = {};
    for (const [name, value] of Object.entries({ ...headers, ...withheld[recording.id] }))
      sent[name] = await this.#restored(name, value);
    const payload =
      rawBodies[recording.id] ?? (typeof body === "string" ? body : body === null ? undefined : JSON.stringify(body));
    const response = await fetch(`${this.#station.url}${path}`, {
      method,
      headers: sent,
      redirect: "manual",
      ...(payload === undefined ? {} : { body: payload as BodyInit }),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type") === "application/json";
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: text === "" ? null : isJson ? (JSON.parse(text) as unknown) : text,
    };
  }

  /** Puts back the key, the passwords (each user's is its name) and the session. */
  async #restored(name: string, value: string): Promise<string> {
    const user = /^Basic <redacted user=(\w+)>$/.exec(value)?.[1];
    if (user !== undefined) return `Basic ${btoa(`${user}:${user}`)}`;
    if (name === "Cookie" && value === "<redacted>") return this.#session();
    if (name === "X-CSRFToken") return /csrftoken=(\w+)/.exec(await this.#session())?.[1] ?? "";
    return value.replace("<redacted>", this.#station.key);
  }

  async #session(): Promise<string> {
    if (this.#cookie !== undefined) return this.#cookie;
    const form = new URLSearchParams({ username: "admin", password: "admin" });
    const response = await fetch(`${this.#station.url}/api/browser/login/`, {
      method: "POST",
      body: form,
      redirect: "manual",
    });
    this.#cookie = response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(";")[0])
      .join("; ");
    return this.#cookie;
  }
}
