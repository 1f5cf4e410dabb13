import { afterAll, beforeAll, expect, test } from "vitest";
import { aFolder, givenCms, type Asker, type GivenCms } from "./cms.test-kit";
import { sessionOf } from "./sign-in/session.test-kit";

const folder = aFolder();
let given: GivenCms;
beforeAll(async () => {
  given = await givenCms(`file:${folder.path}/people.db`);
});
afterAll(async () => {
  await given[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const roles = ["viewer", "host", "programmer", "admin"] as const;

test("an API key is in no answer, not even in its owner's", async () => {
  const keys = roles.map((role) => given.people[role].apiKey);
  for (const who of roles) {
    for (const where of [
      "/users?limit=100",
      `/users/${given.people[who].id}`,
      "/users/me",
      `/users/${given.people.admin.id}`,
      "/users?select[apiKey]=true&select[apiKeyIndex]=true",
    ]) {
      const text = JSON.stringify((await given.ask(who, `GET ${where}`)).body);
      for (const key of keys) expect(text).not.toContain(key);
      expect(text).not.toMatch(/"(apiKey|apiKeyIndex|hash|salt|resetPasswordToken)"/);
    }
  }
});

test("an API key cannot be guessed letter by letter through a filter", async () => {
  const key = given.people.admin.apiKey;
  for (const field of ["apiKey", "apiKeyIndex", "hash", "salt"]) {
    const { status, body } = await given.ask("viewer", `GET /users?where[${field}][like]=${key.slice(0, 3)}`);
    expect([status, body.docs?.length ?? 0]).not.toEqual([200, 1]);
    expect((await given.ask("viewer", `GET /users?where[${field}][exists]=true`)).status).toBe(400);
  }
});

test("nobody but an admin sees an address that is not their own", async () => {
  const addressesFor = async (who: Asker) =>
    (await given.ask(who, "GET /users?limit=100")).body.docs
      .map((user: { email?: string }) => user.email)
      .filter(Boolean);
  expect(await addressesFor("programmer")).toEqual(["programmer@example.org"]);
  expect((await addressesFor("admin")).length).toBe(4);
});

test("people change their own name and password, and neither their role nor their address", async () => {
  const { id } = given.people.host;
  const { body } = await given.ask("host", `PATCH /users/${id}`, {
    name: "Robin B.",
    role: "admin",
    email: "other@example.org",
    password: "a new password",
    oldPassword: "the same for all",
  });
  expect(body.doc).toMatchObject({ name: "Robin B.", role: "host", email: "host@example.org" });
  expect(
    (await given.ask("nobody", "POST /users/login", { email: "host@example.org", password: "a new password" })).status,
  ).toBe(200);
});

test("nobody sets another one's password or key", async () => {
  for (const who of ["viewer", "host", "programmer"] as const) {
    const { status } = await given.ask(who, `PATCH /users/${given.people.admin.id}`, {
      password: "taken over",
      apiKey: "taken-over",
    });
    expect(status).toBe(403);
  }
  expect((await given.ask("admin", "GET /users/me")).body.user.role).toBe("admin");
});

test("an admin takes another one's key away, but does not set it", async () => {
  const answerTo = async (apiKey: string) => {
    const { actorOf } = await import("./cms");
    return (await actorOf(new Headers({ authorization: `users API-Key ${apiKey}` })))?.role ?? null;
  };
  const { id, apiKey } = given.people.viewer;
  expect(
    (await given.ask("admin", `PATCH /users/${id}`, { apiKey: "known-to-the-admin", enableAPIKey: true })).status,
  ).toBe(400);
  expect([await answerTo(apiKey), await answerTo("known-to-the-admin")]).toEqual(["viewer", null]);
  expect(
    (await given.ask("viewer", `PATCH /users/${id}`, { apiKey: "chosen-by-the-viewer", enableAPIKey: true })).status,
  ).toBe(400);
  expect([await answerTo(apiKey), await answerTo("chosen-by-the-viewer")]).toEqual(["viewer", null]);
  await given.ask("admin", `PATCH /users/${id}`, { apiKey: null, enableAPIKey: false });
  expect(await answerTo(apiKey)).toBeNull();
});

test("the only admin can be neither demoted nor deleted", async () => {
  const { id } = given.people.admin;
  expect((await given.ask("admin", `PATCH /users/${id}`, { role: "viewer" })).status).toBe(409);
  expect((await given.ask("admin", `DELETE /users/${id}`)).status).toBe(409);
});

test("a forgotten password makes no token: there is no post to send it with", async () => {
  expect((await given.ask("nobody", "POST /users/forgot-password", { email: "viewer@example.org" })).status).toBe(404);
});

test("who acts is told by key and by cookie, with a host's shows", async () => {
  const { actorOf } = await import("./cms");
  const { host } = given.people;
  const show = await given.cms.create({ collection: "shows", data: { title: "Deep Rooms", hosts: [host.id] } });
  const byKey = await actorOf(new Headers({ authorization: `users API-Key ${host.apiKey}` }));
  const byCookie = await actorOf(
    new Headers({ cookie: await sessionOf({ email: "admin@example.org", password: "the same for all" }) }),
  );
  expect(byKey).toMatchObject({ id: host.id, role: "host", showIds: [show.id] });
  expect(byCookie).toMatchObject({ id: given.people.admin.id, role: "admin", showIds: [] });
  expect(await actorOf(new Headers({ authorization: "users API-Key nonsense" }))).toBeNull();
  expect(await actorOf(new Headers())).toBeNull();
});
