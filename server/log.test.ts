import { expect, test } from "vitest";
import { LibreTimeError } from "@/server/libretime/libretime-error";
import { createLog, scheduleLog } from "@/server/log";
import { Refusal } from "@/server/refusal";

function aLog(secrets: readonly string[] = []) {
  const lines: Record<string, unknown>[] = [];
  const texts: string[] = [];
  const log = createLog(
    {
      write: (line) => {
        texts.push(line);
        lines.push(JSON.parse(line));
      },
    },
    () => secrets,
  );
  return { log, lines, text: () => texts.join(""), schedule: scheduleLog(log) };
}

test("a plan is one line, with the ids as fields and in the message", async () => {
  const { schedule, lines } = aLog();
  await schedule.act("plan", { episodeId: "e1", showId: "s1" }, async () => ({
    success: true,
    showId: 7,
    instanceId: 8,
    playoutId: 9,
  }));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({
    level: "info",
    event: "schedule_plan_ok",
    episodeId: "e1",
    instanceId: 8,
    playoutId: 9,
  });
  expect(lines[0]?.msg).toBe(
    "[SCHEDULE] schedule_plan_ok episodeId=e1 showId=s1 libretimeShowId=7 instanceId=8 playoutId=9",
  );
});

test("a plan that was there already says idempotent", async () => {
  const { schedule, lines } = aLog();
  await schedule.act("plan", {}, async () => ({ success: true, playoutId: 9, idempotent: true }));
  expect(lines[0]?.msg).toBe("[SCHEDULE] schedule_plan_idempotent playoutId=9");
});

test("a conflict names who is there, and is passed on", async () => {
  const { schedule, lines } = aLog();
  const conflict = {
    kind: "slot",
    playoutId: 41,
    instanceId: 40,
    showName: "Jazz",
    title: "Jazz",
    startsAt: 0,
    endsAt: 1,
    foreign: true,
  } as never;
  const refusal = new Refusal({ code: "SLOT_OVERLAP", conflicts: [conflict] });
  await expect(
    schedule.act("plan", { episodeId: "e1" }, async () => {
      throw refusal;
    }),
  ).rejects.toBe(refusal);
  expect(lines[0]?.msg).toBe("[SCHEDULE] schedule_plan_conflict episodeId=e1 code=SLOT_OVERLAP conflictId=41");
});

test("a refusal is one line with its code", async () => {
  const { schedule, lines } = aLog();
  await expect(
    schedule.act("unplan", {}, async () => {
      throw new Refusal({ code: "ON_AIR" });
    }),
  ).rejects.toThrow();
  expect(lines.map((line) => line.msg)).toEqual(["[SCHEDULE] schedule_unplan_fail code=ON_AIR"]);
});

test("a failed write to LibreTime says which thing, which request and what came of it", () => {
  const { schedule, lines } = aLog();
  const cause = new LibreTimeError({
    problemCode: "LIBRETIME_ANSWER",
    what: "create row",
    method: "POST",
    path: "/schedule",
    outcome: "500",
    status: 500,
    maybeSaved: true,
  });
  schedule.failure(cause, [{ what: "the instance 8", cause: new Error("it holds a row") }]);
  expect(lines.map((line) => line.msg)).toEqual([
    "[LT] Failed to ensure playout: create row: POST /schedule → 500",
    "[SCHEDULE] Could not take back the instance 8: it holds a row",
  ]);
});

test("an unexpected failure keeps its stack", async () => {
  const { schedule, lines } = aLog();
  await expect(
    schedule.act("plan", {}, async () => {
      throw new TypeError("x is not a function");
    }),
  ).rejects.toThrow(TypeError);
  expect(lines[0]?.msg).toBe("[SCHEDULE] schedule_plan_fail code=INTERNAL");
  expect(lines[1]).toMatchObject({
    level: "error",
    err: { type: "TypeError", stack: expect.stringContaining("log.test") },
  });
});

test("no secret gets into a line: not by its name, not by its look, not by heart", () => {
  const { log, text } = aLog(["a-secret-of-ours", 'with"quote']);
  log.info(
    {
      request: {
        headers: { authorization: "Api-Key LEAK-in-a-header", Cookie: "payload-token=LEAK-in-a-cookie; a=b" },
        url: "/x",
      },
      user: {
        email: "a@example.org",
        apiKey: "LEAK-of-a-user",
        password: "LEAK-password",
        hash: "LEAK-hash",
        salt: "LEAK-salt",
        resetPasswordToken: "LEAK-token",
      },
      env: { LIBRETIME_API_KEY: "LEAK-env", PAYLOAD_SECRET: "LEAK-env-2", WEBHOOK_SECRET: "LEAK-env-3" },
      list: [{ secret: "LEAK-in-a-list" }],
      DATABASE_URL: "postgres://airweek:LEAK-in-an-address@db/airweek",
    },
    "sent Authorization: Api-Key LEAK-in-a-message and users API-Key LEAK-in-another",
  );
  log.error(new Error('fetch failed with a-secret-of-ours, with"quote and Bearer LEAK-in-an-error'));
  log.info({ cause: { message: "payload-token=LEAK-in-a-cause" } });
  expect(text()).not.toMatch(/LEAK|a-secret-of-ours|with\\?"quote/);
  expect(text()).not.toContain("a@example.org");
});

test("an error is told without what its driver hangs on it, whichever way it comes", () => {
  const { log, lines, text } = aLog();
  const values = ["LEAK-hash", "LEAK-salt", "leak@example.org"];
  const driver = Object.assign(new Error("SQLITE_FULL: database or disk is full"), {
    code: "SQLITE_FULL",
    detail: "LEAK-detail",
    row: values,
  });
  const failure = Object.assign(
    new Error(`Failed query: insert into "users" values (?, ?)\nparams: ${values.join(",")}`, { cause: driver }),
    { query: "insert LEAK-query", params: values },
  );
  log.error(failure);
  log.error({ err: failure });
  log.error({ err: failure, msg: "Error: could not be saved" });
  log.warn({ nested: { error: failure, list: [failure] } }, failure.message);
  log.error("%s and %o", failure.message, { params: values });
  log.child({ err: failure }).info("a child");
  expect(text()).not.toMatch(/leak/i);
  expect(lines.every(({ msg }) => typeof msg === "string")).toBe(true);
  expect(lines[1]).toMatchObject({
    msg: "Failed query: insert users",
    err: {
      type: "Error",
      message: "Failed query: insert users",
      cause: { code: "SQLITE_FULL", message: "SQLITE_FULL: database or disk is full" },
    },
  });
});

test("no text of a line is longer than 2 kB or breaks it, be it a field's, a message's or a name's", () => {
  const { log, lines } = aLog();
  const long = `${"x".repeat(100_000)}\n\u001b[2J\u2028`;
  log.info({ title: long, deep: { list: [long] }, [long]: 1, err: new Error(long) }, long);
  const all = JSON.stringify(lines[0])
    .match(/"(?:[^"\\]|\\.)*"/g)!
    .map((each) => JSON.parse(each) as string);
  for (const each of all) {
    expect(Buffer.byteLength(each)).toBeLessThanOrEqual(2_000);
    expect(each).not.toMatch(/[\p{Cc}\u2028]/u);
  }
});

test("an idempotency key is no secret", () => {
  const { log, lines } = aLog();
  log.info({ idempotencyKey: "drop-41" });
  expect(lines[0]).toMatchObject({ idempotencyKey: "drop-41" });
});
