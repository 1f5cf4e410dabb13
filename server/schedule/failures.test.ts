import {
  at,
  expectRefused,
  givenStation,
  logged,
  refused,
  stationShows,
  tracks,
  type Given,
} from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import type { Problem } from "@/domain/problems";
import type { FaultKind } from "@/station/station";
import { foreign, on, row } from "./given/foreign.test-kit";
import { settleAll } from "./settle-open";

/** Where something hangs, a request may take this long, so that it is given up soon. */
const IMPATIENT = { timeoutMs: 600 };
const patienceFor = (kind: FaultKind) => (kind.startsWith("hang") ? IMPATIENT : {});

const kinds = [
  "refuse",
  "cut-before",
  "cut-after-saving",
  "500",
  "500-but-saved",
  "html",
  "hang",
  "hang-after-saving",
] as const satisfies readonly FaultKind[];
/** The ones that differ where the step before is already proven. */
const telling = [
  "cut-before",
  "cut-after-saving",
  "500",
  "500-but-saved",
  "hang",
] as const satisfies readonly FaultKind[];
const isSaved = (kind: FaultKind): boolean => kind.endsWith("saving") || kind.endsWith("saved");

/** Somebody in LibreTime puts the Jazz Hour on at 20:30. */
const rival = [
  { table: "show-instances", row: { id: 50, show: stationShows.jazz, starts_at: on("20:30"), ends_at: on("21:30") } },
  { table: "schedule", row: { id: 60, instance: 50, file: tracks.jazz, starts_at: on("20:30"), ends_at: on("21:15") } },
] as const;

/** What became of an act: its answer, or its problem. */
async function outcomeOf(act: Promise<{ success: true }>): Promise<Problem["code"] | "success"> {
  return act.then(
    () => "success" as const,
    async () => (await refused(act)).code,
  );
}

/**
 * After any failure that LibreTime could be asked about: the act has succeeded and LibreTime holds exactly that,
 * or LibreTime is byte for byte as it was, and the journal says so.
 */
async function expectSettled(given: Given, before: unknown, outcome: string): Promise<void> {
  const { schedule, "show-instances": instances } = await given.station.snapshot();
  const slots = await given.slots();
  if (outcome === "success") {
    expect(schedule.map(({ id }) => id).toSorted()).toEqual(slots.map(({ playoutId }) => playoutId).toSorted());
    expect(instances.map(({ id }) => id).toSorted()).toEqual(slots.map(({ instanceId }) => instanceId).toSorted());
    expect(await given.lastOperation()).toMatchObject({ state: "done" });
    return;
  }
  expect(await given.lastOperation()).toMatchObject({ state: expect.stringMatching(/^(undone|refused)$/) });
  expect(await given.station.snapshot()).toEqual(before);
}

async function writesOf(given: Given, method: string): Promise<readonly string[]> {
  return (await given.station.requests())
    .filter((each) => each.method === method)
    .map(({ path }) => path.replace("/api/v2", ""));
}

describe.each(["POST /shows", "POST /show-instances", "POST /schedule"])("a first plan whose %s", (route) => {
  test.each(kinds)("meets %s", async (kind) => {
    await using given = await givenStation(patienceFor(kind));
    const before = await given.station.snapshot();
    await given.station.clearRequests();
    await given.station.fault({ route, kind });
    const outcome = await outcomeOf(given.plan("tapes", "20:00", "21:00"));
    await expectSettled(given, before, outcome);
    expect(outcome).toBe(
      isSaved(kind) ? "success" : kind === "500" || kind === "html" ? "LIBRETIME_ANSWER" : "LIBRETIME_UNREACHABLE",
    );
    const [, path] = route.split(" ");
    expect((await writesOf(given, "POST")).filter((each) => each === path)).toHaveLength(1);
    if (outcome === "success") expect(await given.heard()).toEqual(["20:00–21:00 Tapes from Leeds"]);
  });
});

test.each(["shows", "show-instances", "schedule"] as const)(
  "an answer that is somebody else's line of %s makes nothing of theirs ours",
  async (table) => {
    await using given = await givenStation();
    const theirs = {
      shows: await given.station.put("shows", { name: "Theirs" }),
      "show-instances": await foreign(given, "22:00", "23:00"),
      schedule: await foreign(given, "16:00", "17:00").then((id) => row(given, id, "16:00", "16:45")),
    };
    const before = await given.station.snapshot();
    await given.station.fault({
      route: `POST /${table}`,
      kind: "answer",
      status: 201,
      body: before[table].find(({ id }) => id === theirs[table])!,
    });
    expect(await outcomeOf(given.plan("tapes", "20:00", "21:00"))).toBe("LIBRETIME_ANSWER");
    await expectSettled(given, before, "refused");
  },
);

test.each(kinds.filter((kind) => !isSaved(kind)))(
  "a read-back that meets %s is made again; as long as it fails nobody knows, and then it stands",
  async (kind) => {
    await using given = await givenStation(patienceFor(kind));
    await given.station.fault({ route: "GET /schedule", kind, nth: 2 });
    expect(await outcomeOf(given.plan("night1", "20:00", "21:00"))).toBe("success");
    await given.station.clearFaults();
    await given.station.fault({ route: "GET /schedule", kind, nth: 2, times: "always" });
    expect(await outcomeOf(given.plan("night2", "22:00", "23:00"))).toBe("OUTCOME_UNKNOWN");
    expect(await given.lastOperation()).toMatchObject({ state: "unknown" });
    await given.station.clearFaults();
    expect((await given.list()).slots.map(({ state }) => state)).toEqual(["on-libretime", "checking"]);
    await settleAll(given.deps);
    expect(await given.lastOperation()).toMatchObject({ state: "done", answer: { success: true, playoutId: 2 } });
    expect((await given.list()).slots.map(({ state }) => state)).toEqual(["on-libretime", "on-libretime"]);
  },
);

test("what LibreTime saves a moment after we stopped waiting is found, and goes back or counts", async () => {
  await using given = await givenStation(IMPATIENT);
  const before = await given.station.snapshot();
  await given.station.fault({ route: "POST /show-instances", kind: "delay", ms: 750 });
  const outcome = await outcomeOf(given.plan("night1", "20:00", "21:00"));
  await expectSettled(given, before, outcome);
  expect(await writesOf(given, "DELETE")).toEqual(outcome === "success" ? [] : ["/show-instances/1"]);
});

test("what cannot be taken back is answered as unknown, and kept in the journal until it can", async () => {
  await using given = await givenStation();
  await given.station.fault({ route: "POST /schedule", kind: "meanwhile", put: rival });
  await given.station.fault({ route: "DELETE /schedule/*", kind: "500", times: "always" });
  expect(await refused(given.plan("night1", "20:00", "21:00"))).toMatchObject({
    code: "OUTCOME_UNKNOWN",
    what: expect.stringContaining("DELETE /schedule/61"),
  });
  expect(await given.lastOperation()).toMatchObject({
    state: "unknown",
    steps: expect.arrayContaining([expect.objectContaining({ what: "create-row", outcome: "done", libretimeId: 61 })]),
  });
  expect((await given.list("20:00", "21:00")).slots).toMatchObject([
    { kind: "planned", state: "checking", locked: true, playoutIds: [61] },
    { kind: "foreign" },
  ]);
  await given.station.clearFaults();
  await settleAll(given.deps);
  expect((await given.station.snapshot()).schedule.map(({ id }) => id)).toEqual([60]);
  expect(await given.lastOperation()).toMatchObject({ state: "undone" });
});

describe.each(["DELETE /schedule/*", "DELETE /show-instances/*"])("an unplan whose %s", (route) => {
  test.each(telling)("meets %s is done all the same: an id is deleted again when it still stands", async (kind) => {
    await using given = await givenStation(patienceFor(kind));
    const before = await given.station.snapshot();
    await given.plan("night1", "20:00", "21:00");
    await given.station.fault({ route, kind });
    expect(await given.unplan("night1", "20:00")).toEqual({ success: true });
    expect(await given.station.snapshot()).toEqual(before);
    expect(await given.slots()).toEqual([]);
  });
});

test("an unplan whose row LibreTime never deletes leaves it planned", async () => {
  await using given = await givenStation();
  await given.plan("night1", "20:00", "21:00");
  await given.station.fault({ route: "DELETE /schedule/*", kind: "500", times: "always" });
  await expectRefused(given, "LIBRETIME_ANSWER", () => given.unplan("night1", "20:00"));
  expect((await given.list()).slots).toMatchObject([{ kind: "planned", state: "on-libretime" }]);
});

test("an unplan whose empty instance LibreTime never deletes is off the air, and the journal keeps the instance to be settled", async () => {
  await using given = await givenStation();
  const { instanceId } = await given.plan("night1", "20:00", "21:00");
  await given.station.fault({ route: "DELETE /show-instances/*", kind: "500", times: "always" });
  expect(await given.unplan("night1", "20:00")).toEqual({ success: true });
  expect(await given.heard()).toEqual([]);
  expect(await given.lastOperation()).toMatchObject({
    state: "unknown",
    answer: { success: true },
    steps: expect.arrayContaining([expect.objectContaining({ what: "delete-instance", libretimeId: instanceId })]),
  });
});

const readsOfMove = ["GET /schedule", "GET /schedule/*", "GET /show-instances/*"].flatMap(
  (route) =>
    [
      [route, "500"],
      [route, "hang"],
    ] as const,
);
const writesOfMove = [
  "POST /show-instances",
  "POST /schedule",
  "DELETE /schedule/*",
  "DELETE /show-instances/*",
].flatMap((route) => telling.map((kind) => [route, kind] as const));
describe("a move whose", () => {
  test.each([...readsOfMove, ...writesOfMove])(
    "%s meets %s is never silence: the slot is heard at one time or the other",
    async (route, kind) => {
      await using given = await givenStation(patienceFor(kind));
      const { slotId } = await given.plan("night1", "20:00", "21:00");
      await given.station.fault({ route, kind });
      const outcome = await outcomeOf(given.move(slotId, "22:00", "23:00"));
      expect(await given.heard()).toEqual([
        outcome === "success" ? "22:00–23:00 Night Flight #1" : "20:00–21:00 Night Flight #1",
      ]);
      expect(await given.slots()).toMatchObject([{ startsAt: at(outcome === "success" ? "22:00" : "20:00") }]);
      expect((await given.station.snapshot())["show-instances"]).toHaveLength(1);
    },
  );
});

test("a move whose old row LibreTime will not delete goes back to where it was", async () => {
  await using given = await givenStation();
  const { slotId } = await given.plan("night1", "20:00", "21:00");
  await given.station.fault({ route: "DELETE /schedule/1", kind: "500", times: "always" });
  await expectRefused(given, "LIBRETIME_ANSWER", () => given.move(slotId, "22:00", "23:00"));
  expect(await given.slots()).toMatchObject([{ id: slotId, startsAt: at("20:00") }]);
});

test("a move whose old row nobody knows to be gone keeps both: too much on air is better than silence", async () => {
  await using given = await givenStation(IMPATIENT);
  const { slotId } = await given.plan("night1", "20:00", "21:00");
  await given.station.fault({ route: "DELETE /schedule/1", kind: "hang", times: "always" });
  expect(await refused(given.move(slotId, "22:00", "23:00"))).toMatchObject({ code: "OUTCOME_UNKNOWN" });
  expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1", "22:00–23:00 Night Flight #1"]);
  expect((await given.list()).slots).toMatchObject([
    { id: `${slotId}/from`, state: "checking" },
    { id: slotId, state: "checking" },
  ]);
  expect((await given.lastOperation()).state).toBe("unknown");
  expect(await refused(given.unplan("night1", "22:00"))).toMatchObject({ code: "OUTCOME_UNKNOWN" });
  await given.station.clearFaults();
  await given.setClock(at("12:01"));
  await settleAll(given.deps);
  expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1"]);
  expect((await given.list()).slots).toMatchObject([
    { id: slotId, state: "on-libretime", startsAt: "2026-11-24T20:00:00Z" },
  ]);
});

test("a replacement that fails half-way puts back what it had already taken off, under its own id", async () => {
  await using given = await givenStation();
  const first = await given.plan("night1", "20:00", "21:00");
  const second = await given.plan("tapes", "21:00", "22:00");
  await given.station.fault({ route: `DELETE /schedule/${second.playoutId}`, kind: "500", times: "always" });
  expect((await refused(given.replace([first.slotId, second.slotId], "night2", "20:30", "21:30"))).code).toBe(
    "LIBRETIME_ANSWER",
  );
  expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1", "21:00–22:00 Tapes from Leeds"]);
  expect(await given.slots()).toMatchObject([{ id: first.slotId, startsAt: at("20:00") }, { id: second.slotId }]);
  expect((await given.list()).slots.map(({ state }) => state)).toEqual(["on-libretime", "on-libretime"]);
});

describe("when somebody in LibreTime is faster", () => {
  test("and puts a row there between our look and our write, ours goes back", async () => {
    await using given = await givenStation();
    await given.station.fault({ route: "POST /schedule", kind: "meanwhile", put: rival });
    expect(await refused(given.plan("night1", "20:00", "21:00"))).toMatchObject({
      code: "SLOT_OVERLAP",
      conflicts: [{ playoutId: 60, foreign: true }],
    });
    const { schedule, "show-instances": instances } = await given.station.snapshot();
    expect([schedule.map(({ id }) => id), instances.map(({ id }) => id)]).toEqual([[60], [50]]);
    expect(await given.lastOperation()).toMatchObject({
      state: "undone",
      steps: [
        { what: "create-instance", outcome: "undone" },
        { what: "create-row", outcome: "undone" },
        { what: "delete-row" },
        { what: "delete-instance" },
      ],
    });
    expect(await given.slots()).toEqual([]);
  });

  test("and fills the instance that we were about to use, theirs stays and ours goes", async () => {
    await using given = await givenStation();
    const instance = await foreign(given, "20:00", "22:00", { show: stationShows.night });
    await given.station.fault({
      route: "POST /schedule",
      kind: "meanwhile",
      put: [
        {
          table: "schedule",
          row: { id: 60, instance, file: tracks.jazz, starts_at: on("20:45"), ends_at: on("21:00") },
        },
      ],
    });
    expect(await refused(given.plan("night1", "20:30", "21:30"))).toMatchObject({ code: "SLOT_OVERLAP" });
    expect(await given.station.snapshot()).toMatchObject({
      schedule: [{ id: 60 }],
      "show-instances": [{ id: instance }],
    });
  });

  test("and fills the instance that we have just made, theirs stays with it", async () => {
    await using given = await givenStation();
    await given.station.fault({
      route: "POST /schedule",
      kind: "meanwhile",
      put: [
        {
          table: "schedule",
          row: { id: 60, instance: 1, file: tracks.jazz, starts_at: on("20:15"), ends_at: on("20:45") },
        },
      ],
    });
    expect(await refused(given.plan("night1", "20:00", "21:00"))).toMatchObject({
      code: "SLOT_OVERLAP",
      conflicts: [{ playoutId: 60 }],
    });
    expect(await given.station.snapshot()).toMatchObject({ schedule: [{ id: 60 }], "show-instances": [{ id: 1 }] });
  });

  test.each([{ fade_in: null }, { cue_in: "00:00:10", cue_out: "01:00:10" }])(
    "and gives our row %o before it is read back, it goes back",
    async (over) => {
      await using given = await givenStation();
      const row = { id: 1, instance: 1, file: tracks.night1, starts_at: on("20:00"), ends_at: on("21:00"), ...over };
      await given.station.fault({
        route: "GET /schedule",
        kind: "meanwhile",
        nth: 2,
        put: [{ table: "schedule", row }],
      });
      expect(await refused(given.plan("night1", "20:00", "21:00"))).toEqual({
        code: "LIBRETIME_ANSWER",
        what: "row 1 does not read back as it was written",
      });
      expect(await given.station.snapshot()).toMatchObject({ schedule: [], "show-instances": [] });
      expect(await given.slots()).toEqual([]);
    },
  );

  test("the show that was made for it goes too", async () => {
    await using given = await givenStation();
    const before = await given.station.snapshot();
    await given.station.fault({ route: "POST /schedule", kind: "answer", status: 400, body: { file: ["no"] } });
    expect((await refused(given.plan("tapes", "20:00", "21:00"))).code).toBe("LIBRETIME_ANSWER");
    expect(await given.station.snapshot()).toEqual(before);
    expect(await given.plan("tapes", "20:00", "21:00")).toMatchObject({ success: true });
  });
});

test("no failure says LibreTime's key, in an answer or in the log", async () => {
  await using given = await givenStation(IMPATIENT);
  for (const kind of kinds) {
    await given.station.fault({ route: "POST /schedule", kind });
    expect(
      JSON.stringify(
        await given
          .plan("night1", "20:00", "21:00")
          .catch((cause: unknown) => [cause, (cause as Error).stack, (cause as Error).cause]),
      ),
    ).not.toContain(given.station.key);
    await given.unplan("night1", "20:00");
  }
  expect(logged.length).toBeGreaterThan(20);
  expect(logged.join("")).not.toContain(given.station.key);
  expect(logged.join("")).toContain("[LT] Failed to ensure playout: create row: POST /schedule → 500");
});
