import { givenStation, logged, refused, type Given } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import type { FaultKind } from "@/station/station";
import { foreign, row } from "./given/foreign.test-kit";
import { settleAll } from "./settle-open";
import { IMPATIENT, outcomeOf, patienceFor, rival } from "./given/failing.test-kit";

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

const isSaved = (kind: FaultKind): boolean => kind.endsWith("saving") || kind.endsWith("saved");

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
