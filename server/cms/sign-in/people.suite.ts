import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { givenCms, type GivenCms } from "../cms.test-kit";
import { givenHttp, type Answered, type GivenHttp } from "./http.test-kit";

let count = 0;

/** What people may do to themselves and to each other, over HTTP, on either database. */
export function peopleSuite(database: () => Promise<AsyncDisposable & { readonly url: string }>): void {
  let there: Awaited<ReturnType<typeof database>>;
  let given: GivenCms;
  let http: GivenHttp;
  const password = "quarry at noon";
  let email: string;
  let id: string;
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
  beforeEach(async () => {
    email = `q${(count += 1)}@colline.example`;
    id = (await person("viewer")).id;
  });

  async function person(role: "viewer" | "admin", whom = email) {
    const { savePerson } = await import("../people");
    const { actor, apiKey } = await savePerson({ email: whom, role, name: "Robin Hébert", password, withApiKey: true });
    return { id: actor.id, key: apiKey! };
  }
  const from = () => `198.51.100.${count}`;
  const signIn = async (secret = password): Promise<string> =>
    (await http.ask("POST /users/login", { body: { email, password: secret }, from: from() })).cookie;
  const change = (body: object, asked: object): Promise<Answered> =>
    http.ask(`PATCH /users/${id}`, { body, from: from(), ...asked });
  const isIn = async (cookie: string): Promise<boolean> =>
    (await http.ask("GET /users/me", { cookie })).body.user !== null;
  const admin = () => ({ key: given.people.admin.apiKey });

  test("whoever changes their own password tells the old one", async () => {
    const cookie = await signIn();
    const wish = { password: "ferries at night" };
    expect(await change(wish, { cookie })).toMatchObject({
      status: 400,
      body: { success: false, code: "MISSING_FIELDS", details: { fields: ["oldPassword"] } },
    });
    for (const oldPassword of [["x"], 5, null, ""])
      expect((await change({ ...wish, oldPassword }, { cookie })).status).toBe(400);
    expect(await change({ ...wish, oldPassword: "another one" }, { cookie })).toMatchObject({
      status: 403,
      body: { code: "WRONG_PASSWORD" },
    });
    expect(await isIn(await signIn())).toBe(true);
    expect((await change({ ...wish, oldPassword: password }, { cookie })).status).toBe(200);
    expect([await signIn(), await isIn(await signIn("ferries at night"))]).toEqual(["", true]);
  });

  test("old passwords are not guessed through it either: wrong ones cost waits", async () => {
    const { key } = await person("viewer");
    const all: number[] = [];
    for (let each = 0; each < 7; each += 1)
      all.push((await change({ password: "ferries at night", oldPassword: `guess ${each}` }, { key })).status);
    expect(all).toEqual([403, 403, 403, 403, 403, 429, 429]);
  });

  test("a change ends all sessions but the one that it came from, and leaves the API key", async () => {
    const { key } = await person("viewer");
    const [here, elsewhere] = [await signIn(), await signIn()];
    await change({ password: "ferries at night", oldPassword: password }, { cookie: here });
    expect([await isIn(here), await isIn(elsewhere)]).toEqual([true, false]);
    expect((await http.ask("GET /users/me", { key })).body.user).toMatchObject({ id });
    expect((await http.ask(`DELETE /users/${id}/api-key`, { cookie: here })).status).toBe(200);
    expect((await http.ask("GET /users/me", { key })).body.user).toBeNull();
  });

  test("an admin's reset and the command line end every session", async () => {
    const mine = await signIn();
    expect((await change({ password: "ferries at night" }, admin())).status).toBe(200);
    const next = await signIn("ferries at night");
    expect([await isIn(mine), await isIn(next)]).toEqual([false, true]);
    await person("viewer");
    expect(await isIn(next)).toBe(false);
  });

  test.each(["short", "          ", "robin hebert", "RobinHébert2026", "Our station 1", "ourstation!"])(
    "“%s” becomes nobody's password, whichever way it comes",
    async (wish) => {
      const refused = {
        status: 400,
        body: { success: false, code: "PASSWORD_REFUSED", error: expect.stringContaining("A password") },
      };
      expect(await change({ password: wish }, admin())).toMatchObject(refused);
      expect(
        await http.ask(`PATCH /users?where[id][equals]=${id}`, { body: { password: wish }, ...admin() }),
      ).toMatchObject({ body: { errors: [expect.anything()] } });
      expect(
        await http.ask("POST /users", {
          body: { email: `new${email}`, password: wish, name: "Robin Hébert", role: "viewer" },
          ...admin(),
        }),
      ).toMatchObject(refused);
      const { savePerson } = await import("../people");
      await expect(savePerson({ email, role: "viewer", password: wish })).rejects.toThrow("A password");
      expect(await isIn(await signIn())).toBe(true);
    },
  );

  test("a key is made by the server, for its owner alone, and is told once", async () => {
    const cookie = await signIn();
    const { status, body, headers } = await http.ask(`POST /users/${id}/api-key`, { cookie, body: {} });
    expect([status, headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(Buffer.from(body.apiKey, "base64url")).toHaveLength(32);
    expect((await http.ask("GET /users/me", { key: body.apiKey })).body.user).toMatchObject({ id, hasAPIKey: true });
    const again = await http.ask(`POST /users/${id}/api-key`, { key: body.apiKey, body: {} });
    expect((await http.ask("GET /users/me", { key: body.apiKey })).body.user).toBeNull();
    expect((await http.ask("GET /users/me", { key: again.body.apiKey })).body.user).toMatchObject({ id });
    for (const who of ["programmer", "admin"] as const)
      expect((await http.ask(`POST /users/${id}/api-key`, { key: given.people[who].apiKey, body: {} })).status).toBe(
        403,
      );
    expect((await http.ask(`POST /users/${id}/api-key`, { body: {} })).status).toBe(403);
    expect((await http.ask(`DELETE /users/${id}/api-key`, { key: given.people.programmer.apiKey })).status).toBe(403);
    expect((await http.ask(`DELETE /users/${id}/api-key`, admin())).status).toBe(200);
    expect((await http.ask("GET /users/me", { key: again.body.apiKey })).body.user).toBeNull();
  });

  test("nobody chooses a key, neither for themselves nor for others", async () => {
    const cookie = await signIn();
    const chosen = "chosen-by-somebody-0123456789-0123456789";
    for (const body of [{ apiKey: chosen }, { apiKey: chosen, enableAPIKey: true }]) {
      expect(await change(body, { cookie })).toMatchObject({ status: 400, body: { code: "MALFORMED_REQUEST" } });
      expect((await change(body, admin())).status).toBe(400);
      expect(
        (
          await http.ask("POST /users", {
            body: { email: `new${email}`, password, name: "Kim", role: "viewer", ...body },
            ...admin(),
          })
        ).status,
      ).toBe(400);
    }
    expect((await change({ apiKeyIndex: "x", enableAPIKey: true, hasAPIKey: true }, { cookie })).status).toBe(200);
    expect((await http.ask("GET /users/me", { key: chosen })).body.user).toBeNull();
  });

  test.each(["demote", "delete"])("two admins who %s themselves at once leave one", async (deed) => {
    for (let round = 0; round < 4; round += 1) {
      const pair = await Promise.all(
        ["a", "b"].map((each) => person("admin", `${deed}${round}${each}@colline.example`)),
      );
      const [{ rowsOf }, { sql }] = [await import("../rows-of"), await import("../sql")];
      await rowsOf(sql`UPDATE users SET role = 'viewer' WHERE id NOT IN (${pair[0]!.id}, ${pair[1]!.id})`);
      const statuses = await Promise.all(
        pair.map(async (each) => {
          const asked =
            deed === "delete"
              ? http.ask(`DELETE /users/${each.id}`, { key: each.key })
              : http.ask(`PATCH /users/${each.id}`, { key: each.key, body: { role: "viewer" } });
          return (await asked).status;
        }),
      );
      expect(statuses.sort()).toEqual([200, 409]);
      expect((await rowsOf(sql`SELECT id FROM users WHERE role = 'admin'`)).length).toBe(1);
      await given.cms.update({
        collection: "users",
        id: given.people.admin.id,
        data: { role: "admin" },
        overrideAccess: true,
      });
    }
  });

  test("each thing that is done to a person is one line: who, whom, from where, and no address of a person", async () => {
    const { log } = await import("@/server/log");
    const lines: string[] = [];
    log.level = "info";
    const listening = vi.spyOn(process.stdout, "write").mockImplementation((text) => lines.push(String(text)) > 0);
    const cookie = await signIn();
    await signIn("not the password");
    await change({ password: "ferries at night", oldPassword: password }, { cookie });
    await http.ask(`POST /users/${id}/api-key`, { cookie, body: {}, from: from() });
    await http.ask(`DELETE /users/${id}/api-key`, { ...admin(), from: from() });
    await change({ role: "host" }, admin());
    await change({ role: "admin" }, { cookie });
    await http.ask("POST /shows", { cookie, body: { title: "x" }, from: from() });
    await http.ask(`DELETE /users/${id}`, { ...admin(), from: from() });
    for (let each = 0; each < 8; each += 1) await signIn("not the password");
    listening.mockRestore();
    log.level = "fatal";
    const told = lines
      .map((line) => JSON.parse(line) as Record<string, string>)
      .filter(({ msg }) => msg?.startsWith("[PEOPLE]"));
    const boss = given.people.admin.id;
    expect(told.map(({ event, who, whom }) => [event, who, whom])).toEqual([
      ["signed_in", id, undefined],
      ["sign_in_refused", "nobody", id],
      ["password_changed", id, id],
      ["key_made", id, id],
      ["key_revoked", boss, id],
      ["role_changed", boss, id],
      ["forbidden", id, undefined],
      ["person_deleted", boss, id],
      ...Array.from({ length: 5 }, () => ["sign_in_refused", "nobody", undefined]),
      ["throttled", "nobody", undefined],
    ]);
    for (const line of told) expect(line["from"]).toBe(from());
    expect(lines.join("")).not.toMatch(/colline\.example|example\.org/);
  });
}
