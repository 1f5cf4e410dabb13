import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { givenCms, type GivenCms } from "./cms.test-kit";
import { givenHttp, type GivenHttp } from "./sign-in/http.test-kit";

/** Makes every change of a person fail, as a full disk or a lock does. */
export type Break = (
  sql: Pick<typeof import("./sql"), "sql"> & Pick<typeof import("./rows-of"), "rowsOf">,
) => Promise<unknown>;

/** What the log says of a database that fails while a password is saved. */
export function failingDatabaseSuite(
  database: () => Promise<AsyncDisposable & { readonly url: string }>,
  failures: Readonly<Record<string, Break>>,
): void {
  let there: Awaited<ReturnType<typeof database>>;
  let given: GivenCms;
  let http: GivenHttp;
  beforeAll(async () => {
    there = await database();
    given = await givenCms(there.url);
    http = await givenHttp();
  });
  afterAll(async () => {
    await http?.[Symbol.asyncDispose]();
    await given?.[Symbol.asyncDispose]();
    await there?.[Symbol.asyncDispose]();
  });

  test.each(Object.entries(failures))(
    "%s: neither the answer nor the log tells a hash, a salt, an address or a value",
    async (_, breakIt) => {
      const { log } = await import("@/server/log");
      await breakIt({ ...(await import("./sql")), ...(await import("./rows-of")) });
      const said: string[] = [];
      const listening = (["stdout", "stderr"] as const).map((stream) =>
        vi.spyOn(process[stream], "write").mockImplementation((text) => said.push(String(text)) > 0),
      );
      log.level = "debug";
      const key = given.people.admin.apiKey;
      const person = {
        email: "leaked@colline.example",
        password: "a leaked quarry",
        name: "Leaked Name",
        role: "viewer",
      };
      const answers = [
        await http.ask("POST /users", { key, body: person }),
        await http.ask(`PATCH /users/${given.people.viewer.id}`, {
          key,
          body: { password: "a leaked quarry", name: "Leaked Name" },
        }),
        await http.ask("POST /users/login", { body: { email: "viewer@example.org", password: "the same for all" } }),
      ];
      for (const each of listening) each.mockRestore();
      log.level = "fatal";
      expect(answers[0]!.status).toBeGreaterThanOrEqual(500);
      expect(said.join("")).toMatch(/Failed query: (insert|update) users|SQLITE_BUSY/);
      const text = `${said.join("")}${JSON.stringify(answers.slice(0, 2).map(({ body }) => body))}`;
      expect(text).not.toMatch(/leaked|viewer@|example\.org|colline|pbkdf2|[0-9a-f]{32}|params:|\) values \(/i);
    },
    180_000,
  );
}
