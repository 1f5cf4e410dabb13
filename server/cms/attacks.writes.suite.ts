import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { attackOn, type Asked } from "./attack.test-kit";
import type { GivenCms } from "./cms.test-kit";
import { fresh } from "./ways-in.test-kit";

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

/** Bodies and headers that would change what is not theirs to change. */
export function writeAttacks(given: () => GivenCms): void {
  const attack = (...asked: Asked) => attackOn(given(), ...asked);

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
    const people = (await given().cms.count({ collection: "users", where: { role: { equals: "admin" } } })).totalDocs;
    for (const who of ["nobody", "admin"] as const) {
      for (const body of bodies) await attack(where, { who, method: "POST", body });
      for (const [type, body] of types)
        expect((await attack(where, { who, method: "POST", body, headers: { "content-type": type } }))[0]).toBe(400);
    }
    expect((await given().cms.count({ collection: "users", where: { role: { equals: "admin" } } })).totalDocs).toBe(
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
      expect((await given().ask("admin", "POST /users", made)).status).toBe(201);
      const [{ rowsOf }, { sql }] = [await import("./rows-of"), await import("./sql")];
      const [kept] = await rowsOf(
        sql`SELECT salt, api_key_index, (SELECT count(*) FROM users_sessions WHERE _parent_id = users.id) AS sessions FROM users WHERE email = ${email}`,
      );
      expect(kept).toMatchObject({ api_key_index: null, salt: expect.stringMatching(/^[0-9a-f]{64}$/) });
      expect(Number(kept!["sessions"])).toBe(0);
    }
  });

  test("no value of another type is kept", async () => {
    const [episode, show, host] = [await fresh.episodes!(given()), await fresh.shows!(given()), given().people.host.id];
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
      const before = (await given().ask("admin", `GET ${where}`)).body;
      for (const value of all)
        expect([
          value,
          (await attack(where, { who: "admin", method: "PATCH", body: JSON.stringify(value) }))[0],
        ]).toEqual([value, 400]);
      expect((await given().ask("admin", `GET ${where}`)).body).toEqual(before);
    }
  });

  test("nobody becomes more than they are, whichever field they send", async () => {
    const { viewer } = given().people;
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
    expect((await given().ask("viewer", "GET /users/me")).body.user).toMatchObject({
      role: "viewer",
      email: viewer.email,
    });
    expect(
      (await given().ask("nobody", "POST /users/login", { email: viewer.email, password: "the same for all" })).status,
    ).toBe(200);
    expect(await given().cms.count({ collection: "users", where: { role: { equals: "admin" } } })).toEqual({
      totalDocs: 1,
    });
  });

  test.each(["X-HTTP-Method-Override", "X-Payload-HTTP-Method-Override"])(
    "%s makes no other request of a POST",
    async (header) => {
      const id = await fresh.episodes!(given());
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
      expect((await given().ask("admin", `GET /episodes/${id}`)).status).toBe(200);
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
}
