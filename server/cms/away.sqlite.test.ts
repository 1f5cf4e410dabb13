import { afterAll, beforeAll, expect, test } from "vitest";
import { aFolder, givenCms, type GivenCms } from "./cms.test-kit";
import { aConnection, aLockHolder } from "./holding-lock.test-kit";
import { waitForLocks } from "./waiting-for-sqlite";

const folder = aFolder();
const url = `file:${folder.path}/airweek.db`;
let given: GivenCms;

beforeAll(async () => {
  given = await givenCms(url);
});
afterAll(async () => {
  await given[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const client = () => (given.cms.db as unknown as { readonly client: Parameters<typeof waitForLocks>[0] }).client;
const proveWritable = async () => (await import("./database-probe")).proveWritable();
const away = { name: "DatabaseUnreachable", problem: { code: "DATABASE_UNREACHABLE" } };

/** The longest time in which the process did nothing else. */
async function longestStop(act: () => Promise<unknown>): Promise<number> {
  let [last, longest] = [performance.now(), 0];
  const ticking = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  await act();
  clearInterval(ticking);
  return Math.max(longest, performance.now() - last);
}

test("while another process has the lock, a writer waits and nothing else does: the process goes on, and so do who only reads", async () => {
  await proveWritable();
  let isWritten = false;
  const stop = await longestStop(async () => {
    const writing: Promise<void>[] = [];
    {
      await using _holder = await aLockHolder(url);
      for (let count = 0; count < 200; count += 1) {
        writing.push(proveWritable().then(() => void (isWritten = true)));
        await new Promise(setImmediate);
      }
      const until = performance.now() + 1_000;
      while (performance.now() < until) {
        expect((await given.ask("viewer", "GET /users/me")).body.user.email).toBe("viewer@example.org");
        await new Promise(setImmediate);
      }
      expect(isWritten).toBe(false);
    }
    await Promise.all(writing);
  });
  expect(isWritten).toBe(true);
  expect(stop).toBeLessThan(1_000);
});

test("what was written after a wait is there for other processes, and the lock is free again", async () => {
  const other = aConnection(url);
  const written = async () =>
    (await other.execute("SELECT data FROM payload_kv WHERE key = 'airweek:health'")).rows[0]!.data;
  for (let round = 0; round < 3; round += 1) {
    const before = await written();
    let writing: Promise<void>;
    {
      await using _holder = await aLockHolder(url);
      writing = proveWritable();
    }
    await writing;
    expect(await written()).not.toBe(before);
  }
  const [{ foreign_keys, synchronous }] = [
    {
      ...(await client().execute("PRAGMA foreign_keys")).rows[0],
      ...(await client().execute("PRAGMA synchronous")).rows[0],
    },
  ];
  expect([foreign_keys, synchronous]).toEqual([1, 2]);
  other.close();
});

test("a lock that stays is told in time, also to those who stand in line", async () => {
  const hasty = aConnection(url);
  waitForLocks(hasty, { ms: 200 });
  await using _holder = await aLockHolder(url);
  const began = performance.now();
  const all = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) =>
      hasty.execute(index % 2 ? "UPDATE payload_kv SET key = key" : "UPDATE payload_kv SET key = key RETURNING id"),
    ),
  );
  expect(all).toEqual(
    all.map(() => ({ status: "rejected", reason: expect.objectContaining({ code: "SQLITE_BUSY" }) })),
  );
  expect(performance.now() - began).toBeLessThan(2_000);
  hasty.close();
});

test("a lock that has outlasted one writer makes those who come one after the other wait briefly, until it is gone", async () => {
  const hasty = aConnection(url);
  waitForLocks(hasty, { ms: 2_000 });
  const write = () =>
    hasty.execute("UPDATE payload_kv SET key = key").then(
      () => "written",
      ({ code }: { code: string }) => code,
    );
  {
    await using _holder = await aLockHolder(url);
    expect(await write()).toBe("SQLITE_BUSY");
    const began = performance.now();
    for (let count = 0; count < 4; count += 1) expect(await write()).toBe("SQLITE_BUSY");
    expect(performance.now() - began).toBeLessThan(4 * 1_500);
  }
  expect(await write()).toBe("written");
  let writing: Promise<string>;
  {
    await using _holder = await aLockHolder(url);
    writing = write();
    // Whoever waits has its whole patience again: another one's is over first.
    const hastier = aConnection(url);
    waitForLocks(hastier, { ms: 900 });
    await expect(hastier.execute("UPDATE payload_kv SET key = key")).rejects.toMatchObject({ code: "SQLITE_BUSY" });
    hastier.close();
  }
  expect(await writing).toBe("written");
  hasty.close();
});

test.each([
  ["is read-only", "PRAGMA query_only = ON", "PRAGMA query_only = OFF"],
  ["has no room", "PRAGMA max_page_count = 1", "PRAGMA max_page_count = 1000000"],
])("one that %s is away for who writes, at every door, and there again afterwards", async (_, begin, end) => {
  await client().execute(begin);
  const filler = { title: "A show", description: "x".repeat(4_900), colour: "#1c7ed6" };
  const make = () => given.ask("admin", "POST /shows", filler);
  try {
    let answer = await make();
    for (let count = 0; count < 500 && answer.status === 201; count += 1) answer = await make();
    expect(answer).toMatchObject({
      status: 503,
      body: { success: false, code: "DATABASE_UNREACHABLE", errors: [{ message: expect.any(String) }] },
    });
    expect(JSON.stringify(answer.body)).not.toMatch(/xxx|insert/i);
    if (begin.includes("query_only"))
      expect(
        await given.ask("admin", "POST /users/login", { email: "admin@example.org", password: "the same for all" }),
      ).toMatchObject({ status: 503 });
    if (begin.includes("query_only")) await expect(proveWritable()).rejects.toMatchObject(away);
  } finally {
    await client().execute(end);
  }
  await proveWritable();
  expect((await given.ask("admin", "POST /shows", { ...filler, title: "Afterwards" })).status).toBe(201);
});
