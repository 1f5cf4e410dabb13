import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askingSuite } from "./asking.suite";
import { givenCms, type Asker, type GivenCms } from "./cms.test-kit";
import { fresh } from "./ways-in.test-kit";

type Raw = {
  readonly who?: Asker;
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** What an answer must never hold, whoever asks. */
const secrets =
  /"(apiKey|apiKeyIndex|hash|salt|resetPasswordToken|loginAttempts|lockUntil|stack)":(?!\{)|node_modules|Failed query|SQLITE|the same for all/;
const bodies = [
  "{",
  "[]",
  "null",
  "3",
  '"x"',
  '{"__proto__":{"role":"admin"},"constructor":{"prototype":{"role":"admin"}}}',
  '{"email":{"like":"%"},"password":{"x":1}}',
  '{"email":["admin@example.org"],"password":["x"]}',
  '{"email":123,"password":true}',
  '{"email":"a\\u0000b@example.org","password":"x\\u0000","name":"\\ud800"}',
  '{"title":"x\\u0000"}',
  '{"title":["x"],"show":{"a":1}}',
  `{"title":"${"x".repeat(10_000)}"}`,
  `{"title":"x","id":"../../x"}`,
  `{"pad":"${"x".repeat(2_000_000)}"}`,
  "[".repeat(100_000),
];
const types = [
  ["application/x-www-form-urlencoded", "a=b"],
  ["text/xml", "<x/>"],
  ["multipart/form-data; boundary=x", "--x\r\nnonsense"],
  ["multipart/form-data", "--x"],
  ["multipart/form-data; boundary=x", '--x\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n{\r\n--x--\r\n'],
  [
    "multipart/form-data; boundary=x",
    '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nabc\r\n--x--\r\n',
  ],
] as const;

/** Attacks on Payload's REST: on neither database does one give 500, a stack, or what is somebody else's. */
export function attackSuite(database: () => Promise<AsyncDisposable & { readonly url: string }>): void {
  let there: Awaited<ReturnType<typeof database>>;
  let given: GivenCms;
  beforeAll(async () => {
    there = await database();
    given = await givenCms(there.url);
  });
  afterAll(async () => {
    await given?.[Symbol.asyncDispose]();
    await there?.[Symbol.asyncDispose]();
  });

  /** Asks like that, and answers its status; whatever it is, it is not 500 and tells nothing. */
  async function attack(
    where: string,
    { who = "viewer", method = "GET", body, headers = {} }: Raw = {},
  ): Promise<readonly [status: number, text: string]> {
    const { payloadRest } = await import("./rest-gate");
    const signed: Record<string, string> =
      who === "nobody" ? {} : { authorization: `users API-Key ${given.people[who].apiKey}` };
    const response = await payloadRest(
      new Request(`http://airweek.test/api${where}`, {
        method,
        headers: { "content-type": "application/json", ...signed, ...headers },
        ...(body === undefined ? {} : { body }),
      }),
    );
    const text = await response.text();
    expect({ where: where.slice(0, 200), body: body?.slice(0, 200), status: response.status, text }).toMatchObject({
      status: expect.toSatisfy((status: number) => status < 500),
      text: expect.not.stringMatching(secrets),
    });
    expect(text).not.toContain(given.people.admin.apiKey);
    return [response.status, text];
  }

  test.each([
    "apiKey",
    "apiKeyIndex",
    "hash",
    "salt",
    "resetPasswordToken",
    "resetPasswordExpiration",
    "loginAttempts",
    "lockUntil",
    "sessions.id",
    "email",
  ])("a person's %s is neither asked for, nor sorted by, nor shown", async (field) => {
    await given.cms.login({ collection: "users", data: { email: "admin@example.org", password: "the same for all" } });
    await given.cms.create({
      collection: "shows",
      data: { title: "Hosted", hosts: [given.people.admin.id, given.people.host.id] },
    });
    for (const where of [
      `/users?where[${field}][exists]=true`,
      `/users/count?where[${field}][like]=a`,
      `/users?sort=${field}`,
      `/users?sort=-${field}`,
      `/shows?where[hosts.${field}][exists]=true`,
      `/shows?sort=hosts.${field}`,
      `/episodes?where[show.hosts.${field}][exists]=true`,
      `/users?joins[shows][where][hosts.${field}][exists]=true`,
      `/users?joins[shows][sort]=hosts.${field}`,
      `/users?where[or][0][and][0][${field}][not_equals]=x`,
    ]) {
      expect([where, (await attack(where))[0]]).toEqual([where, 400]);
    }
    for (const where of [
      `/users?select[${field}]=true`,
      `/shows?populate[users][${field}]=true`,
      "/users?depth=999",
      "/users?showHiddenFields=true",
      "/shows?depth=3",
      "/access",
      "/payload-locked-documents?depth=3",
    ]) {
      expect((await attack(where))[1]).not.toMatch(/admin@example\.org|host@example\.org|"expiresAt"/);
    }
  });

  test.each([
    "where=x",
    "where[title]=x",
    "where[title][equals][a]=x",
    "where[title][nonsense]=x",
    "where[or]=x",
    "where[or][0]=x",
    "where[and][]=",
    "where[or][]",
    "where[and][0][or][]=",
    "where[or][0][and][]=",
    "where[title][equals]=%00",
    "where[show][near]=1,2,3",
    "where[scheduledAt][greater_than]=abc",
    "where[title;DROP TABLE x][equals]=abc",
    "sort=title;drop",
    "sort[a]=b",
    "sort=show.title",
    "limit=1e99",
    "limit=-5",
    "page=99999999999999999999",
    "depth=abc",
    "joins=x",
  ])("a query of %s is refused", async (query) => {
    expect((await attack(`/episodes?${query}`))[0]).toBe(400);
  });

  test.each([
    "depth=999",
    "where[title][like]=%27%20OR%201=1--",
    "where[id][equals]=%27%20OR%201=1--",
    "where[show][equals]=none",
    "where[show][in][]=none",
    "where[length][greater_than]=abc",
    "where[length][equals]=99999999999999999999",
    "where[__proto__][exists]=true",
    "where[constructor][equals]=x",
    "select=x",
    "select[__proto__]=true",
    "populate=x",
    "locale=zz&fallbackLocale=yy&draft=true&trash=true",
    "_method=DELETE",
  ])("a query of %s finds nothing that is not to be found", async (query) => {
    await fresh.episodes!(given);
    const before = (await given.cms.count({ collection: "episodes" })).totalDocs;
    await attack(`/episodes?${query}`);
    expect((await given.cms.count({ collection: "episodes" })).totalDocs).toBe(before);
  });

  test.each([
    "/episodes/%00",
    "/episodes/%",
    "/episodes/%E0%A4%A",
    `/episodes/${"a".repeat(10_000)}`,
    "/episodes/'%20OR%201=1--",
    "/__proto__",
    "/constructor/x",
    "/toString",
    "/hasOwnProperty/1",
    "/globals/__proto__",
    "/globals/users",
    "/episodes/..%2f..%2fusers",
    "//users",
  ])("an address of %s is none", async (where) => {
    expect((await attack(where, { who: "admin" }))[0]).toBeOneOf([400, 404]);
  });

  test.each([
    "/users/login",
    "/users/first-register",
    "/users/none/api-key",
    "/users/refresh-token",
    "/users/logout",
    "/users",
    "/episodes",
    "/shows",
    "/payload-preferences/k",
  ])("no body breaks POST %s", async (where) => {
    const people = (await given.cms.count({ collection: "users", where: { role: { equals: "admin" } } })).totalDocs;
    for (const who of ["nobody", "admin"] as const) {
      for (const body of bodies) await attack(where, { who, method: "POST", body });
      for (const [type, body] of types)
        expect((await attack(where, { who, method: "POST", body, headers: { "content-type": type } }))[0]).toBe(400);
    }
    expect((await given.cms.count({ collection: "users", where: { role: { equals: "admin" } } })).totalDocs).toBe(
      people,
    );
    expect({}).not.toHaveProperty("role");
  });

  test("nobody is made with a session, a hash or a key of somebody's choice", async () => {
    for (const sessions of [
      [{ id: "x" }],
      [{ id: "x", createdAt: "2026-01-01T00:00:00Z", expiresAt: "2999-01-01T00:00:00Z" }],
      "x",
    ]) {
      const email = `${randomUUID()}@example.org`;
      const made = {
        email,
        password: "harbour-lantern-9",
        name: "Kim",
        role: "viewer",
        sessions,
        hash: "x",
        salt: "y",
        apiKeyIndex: "z",
      };
      expect((await given.ask("admin", "POST /users", made)).status).toBe(201);
      const { rowsOf, sql } = await import("./sql");
      const [kept] = await rowsOf(
        sql`SELECT salt, api_key_index, (SELECT count(*) FROM users_sessions WHERE _parent_id = users.id) AS sessions FROM users WHERE email = ${email}`,
      );
      expect(kept).toMatchObject({ api_key_index: null, salt: expect.stringMatching(/^[0-9a-f]{64}$/) });
      expect(Number(kept!["sessions"])).toBe(0);
    }
  });

  test("no value of another type is kept", async () => {
    const [episode, show, host] = [await fresh.episodes!(given), await fresh.shows!(given), given.people.host.id];
    const wrong: Readonly<Record<string, readonly object[]>> = {
      [`/episodes/${episode}`]: [
        { title: ["x"] },
        { title: { x: 1 } },
        { show: "none" },
        { show: { a: 1 } },
        { show: "00000000-0000-4000-8000-000000000000" },
        { genres: "x" },
        { genres: [{ a: 1 }] },
        { length: "x" },
        { length: {} },
        { status: "x" },
        { status: ["ready"] },
        { createdAt: "x" },
        { updatedAt: { a: 1 } },
        { scheduledAt: "x" },
        { description: ["x"] },
      ],
      [`/shows/${show}`]: [
        { hosts: ["none"] },
        { hosts: "x" },
        { hosts: [{ a: 1 }] },
        { hosts: ["00000000-0000-4000-8000-000000000000"] },
        { colour: { a: 1 } },
        { defaultSlotMinutes: "x" },
        { libretimeShowId: "x" },
      ],
      [`/users/${host}`]: [
        { role: "god" },
        { role: ["admin"] },
        { name: ["x"] },
        { email: ["a"] },
        { password: ["a"] },
        { password: { a: 1 } },
        { apiKey: { a: 1 } },
        { enableAPIKey: "x" },
      ],
    };
    for (const [where, all] of Object.entries(wrong)) {
      const before = (await given.ask("admin", `GET ${where}`)).body;
      for (const value of all)
        expect([
          value,
          (await attack(where, { who: "admin", method: "PATCH", body: JSON.stringify(value) }))[0],
        ]).toEqual([value, 400]);
      expect((await given.ask("admin", `GET ${where}`)).body).toEqual(before);
    }
  });

  test("nobody becomes more than they are, whichever field they send", async () => {
    const { viewer } = given.people;
    for (const value of [
      { role: "admin" },
      { hash: "x", salt: "y" },
      { apiKeyIndex: "z" },
      { resetPasswordToken: "abc", resetPasswordExpiration: "2030-01-01" },
      { sessions: [{ id: "x", expiresAt: "2030-01-01" }] },
      { loginAttempts: 99, lockUntil: "2030-01-01" },
      { email: "admin2@example.org" },
    ]) {
      for (const where of [`/users/${viewer.id}`, "/users?where[role][exists]=true"])
        await attack(where, { method: "PATCH", body: JSON.stringify(value) });
    }
    expect((await given.ask("viewer", "GET /users/me")).body.user).toMatchObject({
      role: "viewer",
      email: viewer.email,
    });
    expect(
      (await given.ask("nobody", "POST /users/login", { email: viewer.email, password: "the same for all" })).status,
    ).toBe(200);
    expect(await given.cms.count({ collection: "users", where: { role: { equals: "admin" } } })).toEqual({
      totalDocs: 1,
    });
  });

  test.each(["X-HTTP-Method-Override", "X-Payload-HTTP-Method-Override"])(
    "%s makes no other request of a POST",
    async (header) => {
      const id = await fresh.episodes!(given);
      for (const method of ["DELETE", "PATCH", "GET"])
        expect(
          (
            await attack(`/episodes/${id}`, { who: "admin", method: "POST", body: "{", headers: { [header]: method } })
          )[0],
        ).toBe(400);
      const form = { "content-type": "application/x-www-form-urlencoded", [header]: "GET" };
      expect((await attack("/users", { method: "POST", body: "where[hash][exists]=true", headers: form }))[0]).toBe(
        400,
      );
      expect((await attack("/users", { who: "nobody", method: "POST", body: "limit=1", headers: form }))[0]).toBe(403);
      expect((await given.ask("admin", `GET /episodes/${id}`)).status).toBe(200);
    },
  );

  test.each([
    "users API-Key ",
    "users API-Key é",
    `users API-Key ${"x".repeat(10_000)}`,
    "users API-Key %00",
    "JWT x",
    "Bearer eyJhbGciOiJub25lIn0.eyJpZCI6IjEiLCJjb2xsZWN0aW9uIjoidXNlcnMifQ.",
    "operations API-Key x",
    "__proto__ API-Key x",
  ])("who says %s is nobody", async (authorization) => {
    expect(JSON.parse((await attack("/users/me", { who: "nobody", headers: { authorization } }))[1])).toMatchObject({
      user: null,
    });
  });

  askingSuite(() => given);
}
