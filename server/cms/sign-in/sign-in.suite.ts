import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { givenCms, type GivenCms } from "../cms.test-kit";
import { givenHttp, type Answered, type Asked, type GivenHttp } from "./http.test-kit";

let count = 0;

/** Signing in over HTTP, on either database. */
export function signInSuite(database: () => Promise<AsyncDisposable & { readonly url: string }>): void {
  let there: Awaited<ReturnType<typeof database>>;
  let given: GivenCms;
  let http: GivenHttp;
  /** Somebody new, whose password is this one, and an address that nobody has used. */
  let email: string;
  let from: string;
  const password = "quarry at noon";
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
    count += 1;
    [email, from] = [`p${count}@colline.example`, `198.51.100.${count}`];
    await save(password);
  });

  async function save(wish: string): Promise<string> {
    const { savePerson } = await import("../people");
    return (await savePerson({ email, role: "viewer", name: "Kim", password: wish })).actor.id;
  }
  const signIn = (given: object, asked: Asked = {}): Promise<Answered> =>
    http.ask("POST /users/login", { body: given, from, ...asked });
  const wrong = (asked: Asked & { readonly email?: string } = {}) =>
    signIn({ email: asked.email ?? email, password: "not the password" }, asked);

  async function statuses(times: number, ask: () => Promise<Answered>): Promise<readonly number[]> {
    const all: number[] = [];
    for (let each = 0; each < times; each += 1) all.push((await ask()).status);
    return all;
  }

  test("known and unknown addresses are answered alike, also when it was too often", async () => {
    const [known, unknown] = [
      await statuses(6, () => wrong()),
      await statuses(6, () => wrong({ email: `nobody${count}@colline.example`, from: `${from}0` })),
    ];
    expect(known).toEqual([401, 401, 401, 401, 401, 429]);
    expect(unknown).toEqual(known);
    const [one, other] = [await wrong(), await wrong({ email: `nobody${count}@colline.example`, from: `${from}0` })];
    expect(one.body).toEqual({
      ...other.body,
      details: { retryAfterSeconds: expect.any(Number) },
      error: expect.any(String),
      errors: expect.any(Array),
    });
    expect(one.body).toMatchObject({
      success: false,
      code: "TOO_MANY_REQUESTS",
      details: { retryAfterSeconds: expect.toSatisfy((seconds: number) => seconds > 20 && seconds <= 30) },
    });
    expect(one.headers.get("retry-after")).toBe(String(one.body.details.retryAfterSeconds));
  });

  test("a wrong password takes as long for somebody who exists as for nobody", async () => {
    await wrong({ from: "203.0.113.99" });
    const took = async (whom: string) =>
      (
        await Promise.all(
          [1, 2, 3].map(async (each) => (await wrong({ email: whom, from: `203.0.113.${each}` })).tookMs),
        )
      ).sort((a, b) => a - b)[1]!;
    const [known, unknown] = [await took(email), await took(`nobody${count}@colline.example`)];
    expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(4);
    expect(unknown).toBeGreaterThan(50);
  });

  test.each([
    { email: ["x"], password: "x" },
    { email: { like: "%" }, password: "x" },
    { email: 5, password: true },
    {},
    { email: "", password: "" },
  ])("what is no address or no password is told as that: %j", async (body) => {
    expect((await signIn(body)).status).toBe(400);
  });

  test("a stranger's wrong passwords lock nobody out, and the same address in other letters is the same account", async () => {
    expect(await statuses(7, () => wrong({ email: ` ${email.toUpperCase()} ` }))).toEqual([
      401, 401, 401, 401, 401, 429, 429,
    ]);
    expect((await wrong()).status).toBe(429);
    expect((await signIn({ email, password })).status).toBe(429);
    expect((await signIn({ email, password }, { from: "203.0.113.7" })).status).toBe(200);
  });

  test("a browser that somebody has signed in with before waits for no stranger at the same address", async () => {
    const { cookie } = await signIn({ email, password });
    expect(cookie).toMatch(/airweek-browser=/);
    await statuses(7, () => wrong());
    expect((await signIn({ email, password })).status).toBe(429);
    expect((await signIn({ email, password }, { cookie })).status).toBe(200);
    expect(await statuses(6, () => wrong({ cookie }))).toEqual([401, 401, 401, 401, 401, 429]);
    const forged = cookie.replace(/(airweek-browser=[^.]+\.).*/, `$1${"A".repeat(43)}`);
    expect((await signIn({ email, password }, { cookie: forged })).status).toBe(429);
    expect(
      (await signIn({ email: "admin@example.org", password: "x" }, { cookie, from: "203.0.113.200" })).status,
    ).toBe(401);
  });

  test("a new password lets its person in at once, by whichever way it came", async () => {
    await statuses(7, () => wrong());
    expect((await signIn({ email, password })).status).toBe(429);
    const id = await save("ferries at night");
    expect((await signIn({ email, password: "ferries at night" })).status).toBe(200);
    await statuses(7, () => wrong());
    expect(
      (
        await http.ask(`PATCH /users/${id}`, {
          key: given.people.admin.apiKey,
          body: { password: "a lighthouse keeper" },
        })
      ).status,
    ).toBe(200);
    expect((await signIn({ email, password: "a lighthouse keeper" })).status).toBe(200);
  });

  test("a token is in no body: not of the sign-in, nor of who one is, nor of a longer session", async () => {
    const { body, cookie } = await signIn({ email, password });
    const token = /payload-token=([^;]+)/.exec(cookie)![1]!;
    const answers = [
      body,
      (await http.ask("GET /users/me", { cookie })).body,
      (await http.ask("POST /users/refresh-token", { cookie, body: {} })).body,
      (await http.ask("POST /users/logout", { cookie, body: {} })).body,
    ];
    expect(answers[1].user).toMatchObject({ email });
    for (const each of answers) {
      expect(JSON.stringify(each)).not.toMatch(/eyJ[\w-]+\./);
      expect(JSON.stringify(each)).not.toContain(token);
      expect(each).not.toHaveProperty("token");
      expect(each).not.toHaveProperty("refreshedToken");
    }
  });

  test("who signs in with the old password while it is changed does not get in, and does not bring it back", async () => {
    const all = await Promise.all([
      ...Array.from({ length: 4 }, (_, each) => signIn({ email, password }, { from: `203.0.113.${each + 20}` })),
      save("ferries at night"),
    ]);
    const cookies = all
      .slice(0, 4)
      .map((each) => (each as Answered).cookie)
      .filter(Boolean);
    for (const cookie of cookies) expect((await http.ask("GET /users/me", { cookie })).body.user).toBeNull();
    expect((await signIn({ email, password })).status).toBe(401);
    expect((await signIn({ email, password: "ferries at night" })).status).toBe(200);
  });

  test("many sign in as one person at once, and no connection is lost", async () => {
    const [{ rowsOf }, { sql }] = [await import("../rows-of"), await import("../sql")];
    const all = await Promise.all(
      Array.from({ length: 12 }, (_, each) => signIn({ email, password }, { from: `203.0.113.${each + 60}` })),
    );
    expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200));
    if (given.cms.db.name !== "postgres") return;
    expect(await rowsOf(sql`SELECT query FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'`)).toEqual([]);
  });

  test("who signs in while they are demoted stays demoted", async () => {
    const { savePerson } = await import("../people");
    const { id } = (await savePerson({ email, role: "admin" })).actor;
    await Promise.all([
      signIn({ email, password }),
      http.ask(`PATCH /users/${id}`, { key: given.people.admin.apiKey, body: { role: "viewer" } }),
    ]);
    expect((await http.ask(`GET /users/${id}`, { key: given.people.admin.apiKey })).body).toMatchObject({
      role: "viewer",
    });
  });
}
