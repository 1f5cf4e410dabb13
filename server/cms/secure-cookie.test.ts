import { afterAll, beforeAll, expect, test } from "vitest";
import { aFolder, settingsFor } from "./cms.test-kit";
import { givenHttp } from "./sign-in/http.test-kit";

const folder = aFolder();
const person = { email: "robin@example.org", password: "long enough for all" };

beforeAll(async () => {
  Object.assign(process.env, settingsFor(`file:${folder.path}/a.db`), { PUBLIC_URL: "https://planner.example.org" });
  (await import("@/server/log")).log.level = "fatal";
  await (await import("./people")).savePerson({ ...person, role: "viewer" });
});
afterAll(async () => {
  await (await (await import("./cms")).getCms()).destroy();
  folder[Symbol.dispose]();
});

test("with an https PUBLIC_URL every cookie travels by https alone, and no script reads it", async () => {
  await using http = await givenHttp();
  const { status, headers } = await http.ask("POST /users/login", { body: person });
  const cookies = headers.getSetCookie();
  expect([status, cookies.length > 0]).toEqual([200, true]);
  for (const cookie of cookies) expect(cookie).toMatch(/^(?=.*; HttpOnly(=true)?(;|$))(?=.*; Secure(=true)?(;|$))/i);
});
