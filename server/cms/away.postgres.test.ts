import { afterAll, beforeAll, expect, test } from "vitest";
import { givenCms, type GivenCms } from "./cms.test-kit";
import { aPostgres } from "./postgres.test-kit";

let postgres: Awaited<ReturnType<typeof aPostgres>>;
let given: GivenCms;

beforeAll(async () => {
  postgres = await aPostgres();
  given = await givenCms(postgres.url);
});
afterAll(async () => {
  await given[Symbol.asyncDispose]();
  await postgres[Symbol.asyncDispose]();
});

const away = { name: "DatabaseUnreachable", problem: { code: "DATABASE_UNREACHABLE" } };
const proveWritable = async () => (await import("./database-probe")).proveWritable();
const actorOf = async (headers: Record<string, string>) => (await import("./cms")).actorOf(new Headers(headers));

const endOthers =
  "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()";

test("one that only reads is away for who writes", async () => {
  await proveWritable();
  postgres.run("ALTER DATABASE airweek SET default_transaction_read_only = on", endOthers);
  await expect.poll(() => proveWritable().catch(({ name }: Error) => name)).toBe("DatabaseUnreachable");
  await expect.poll(async () => (await given.ask("admin", "GET /users/me")).body.user?.email).toBe("admin@example.org");
  expect(await given.ask("admin", "POST /shows", { title: "A show", colour: "#1c7ed6" })).toMatchObject({
    status: 503,
    body: { success: false, code: "DATABASE_UNREACHABLE" },
  });
  postgres.run(
    "SET default_transaction_read_only = off",
    "ALTER DATABASE airweek RESET default_transaction_read_only",
    endOthers,
  );
  await expect
    .poll(() =>
      proveWritable().then(
        () => "written",
        ({ name }: Error) => name,
      ),
    )
    .toBe("written");
});

test("while it is gone, who could not be looked up is not nobody; afterwards everybody is known again", async () => {
  const { apiKey } = given.people.admin;
  const asAdmin = { authorization: `users API-Key ${apiKey}` };
  await postgres.stop();
  await expect(actorOf(asAdmin)).rejects.toMatchObject(away);
  await expect(proveWritable()).rejects.toMatchObject(away);
  for (const [asked, body] of [
    ["GET /users/me"],
    ["GET /shows"],
    ["POST /users/login", { email: "admin@example.org", password: "the same for all" }],
  ] as const) {
    expect(await given.ask("admin", asked, body)).toMatchObject({
      status: 503,
      body: { success: false, code: "DATABASE_UNREACHABLE" },
    });
  }
  // Who shows nothing is nobody, with a database or without.
  expect(await actorOf({})).toBeNull();
  await postgres.start();
  await expect
    .poll(() =>
      actorOf(asAdmin).then(
        (actor) => actor?.role,
        ({ name }: Error) => name,
      ),
    )
    .toBe("admin");
  expect(await actorOf({ authorization: "users API-Key nobody's" })).toBeNull();
  await proveWritable();
});

test("one that is silent keeps nobody for longer than ten seconds, on connections that are open as on new ones", async () => {
  const ask = () => given.ask("admin", "GET /users/me");
  await Promise.all(Array.from({ length: 5 }, ask));
  postgres.freeze();
  const began = performance.now();
  try {
    const answers = await Promise.all(Array.from({ length: 30 }, ask));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.code}`))).toEqual(
      new Set(["503 DATABASE_UNREACHABLE"]),
    );
    expect(performance.now() - began).toBeLessThan(10_000);
    // A request asks several questions, and those who come next ask as well: not each of them waits anew.
    const next = performance.now();
    for (let count = 0; count < 6; count += 1) expect(await ask()).toMatchObject({ status: 503 });
    expect(performance.now() - next).toBeLessThan(10_000);
  } finally {
    postgres.thaw();
  }
  await expect.poll(async () => (await ask()).body.user?.email).toBe("admin@example.org");
  await proveWritable();
});
