import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Payload } from "payload";
import type { Role } from "@/domain/roles";
import type { Actor } from "./records";

/** Who may ask: a role, or nobody. */
export type Asker = Role | "nobody";

/** What Payload's REST answered. */
export type Answer = { readonly status: number; readonly body: any };

/** Payload on a database of its own, with one person of each role. A test file has one: the configuration is read once. */
export type GivenCms = AsyncDisposable & {
  readonly cms: Payload;
  readonly people: Readonly<Record<Role, Actor & { readonly apiKey: string }>>;
  /** Asks Payload's REST by API key: `ask("viewer", "GET /users")`. */
  readonly ask: (who: Asker, what: string, body?: object) => Promise<Answer>;
};

/** The settings of a process that has this database. */
export function settingsFor(url: string): Record<string, string> {
  return {
    DATABASE_URL: url,
    PAYLOAD_SECRET: "a-secret-for-tests-alone",
    LIBRETIME_API_URL: "http://127.0.0.1:9",
    LIBRETIME_API_KEY: "none",
    STATION_TIMEZONE: "Europe/Paris",
    AIRWEEK_DEMO: "false",
  };
}

/** A folder for a test's files, gone with `using`. */
export function aFolder(): Disposable & { readonly path: string } {
  const folder = mkdtempSync(path.join(tmpdir(), "airweek-cms-"));
  return { path: folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Opens Payload on that database, which is empty. */
export async function givenCms(url: string): Promise<GivenCms> {
  Object.assign(process.env, settingsFor(url));
  const { log } = await import("@/server/log");
  log.level = "fatal";
  const [{ getCms }, { savePerson }, { payloadRest }] = [
    await import("./cms"),
    await import("./people"),
    await import("./rest-gate"),
  ];
  const cms = await getCms();
  const make = async (role: Role) => {
    const { actor, apiKey } = await savePerson({
      email: `${role}@example.org`,
      name: `Robin the ${role}`,
      role,
      password: "the same for all",
      withApiKey: true,
    });
    return { ...actor, apiKey: apiKey! };
  };
  const people = {
    admin: await make("admin"),
    programmer: await make("programmer"),
    host: await make("host"),
    viewer: await make("viewer"),
  };
  return {
    cms,
    people,
    async ask(who, what, body) {
      const [method, where] = what.split(" ") as [string, string];
      const headers = new Headers({ "content-type": "application/json" });
      if (who !== "nobody") headers.set("authorization", `users API-Key ${people[who].apiKey}`);
      const request = new Request(`http://airweek.test/api${where}`, {
        method,
        headers,
        ...(body && { body: JSON.stringify(body) }),
      });
      const response = await payloadRest(request);
      return { status: response.status, body: await response.json().catch(() => null) };
    },
    [Symbol.asyncDispose]: async () => {
      await cms.destroy();
    },
  };
}
