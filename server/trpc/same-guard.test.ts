import { givenDoors, trpc, unplanRest, wish } from "@/server/rest/doors.test-kit";
import { describe, expect, test } from "vitest";
import { recentOperations } from "@/server/cms/operations";
import { at, tracks, type Given } from "@/server/schedule/given/given.test-kit";
import { foreign, row } from "@/server/schedule/given/foreign.test-kit";
import { outcome, writingWays, type WritingWay } from "./writing-ways.test-kit";

const journal = async () => (await recentOperations(1000)).length;

/** That it is refused so, LibreTime is byte for byte as it was, our records too, and the journal has a line more at most. */
async function expectRefused(given: Given, code: string, act: () => Promise<string>): Promise<void> {
  const [station, slots, lines] = [await given.station.snapshot(), await given.slots(), await journal()];
  expect(await act()).toBe(code);
  expect([await given.station.snapshot(), await given.slots()]).toEqual([station, slots]);
  expect((await journal()) - lines).toBeOneOf([0, 1]);
}

const standing = async (way: WritingWay, timeoutMs?: number) => {
  const given = await givenDoors({ timeoutMs });
  const earlier = await way.before(given);
  return Object.assign(given, {
    ask: async (over: object = {}) => outcome(way.ask({ body: { ...(await way.input(given, earlier)), ...over } })),
    earlier,
  });
};

/** Over whom a person steps who does not look: with or without a rehearsal. */
const rehearsals = (name: string) =>
  /plan|replace|move/i.test(name) && !name.startsWith("un") ? [{}, { dryRun: true }] : [{}];

describe.each(writingWays.filter(({ puts }) => puts))("$name", (way) => {
  test("is refused for an instance of somebody else's, rehearsed or not", async () => {
    await using given = await standing(way);
    const theirs = await foreign(given, "20:45", "21:45");
    await row(given, theirs, "20:45", "21:30");
    for (const over of rehearsals(way.name)) await expectRefused(given, "SLOT_OVERLAP", () => given.ask(over));
  });

  test("is refused for an empty instance of somebody else's as well", async () => {
    await using given = await standing(way);
    await foreign(given, "20:45", "21:45");
    for (const over of rehearsals(way.name)) await expectRefused(given, "SLOT_OVERLAP", () => given.ask(over));
  });
});

describe.each(writingWays.filter(({ puts, plays }) => puts && plays !== false))("$name", (way) => {
  test("is refused for the same track, which is told", async () => {
    await using given = await standing(way);
    const theirs = await foreign(given, "20:45", "21:45");
    await row(given, theirs, "20:45", "21:30", { file: tracks.night1 });
    for (const over of rehearsals(way.name)) await expectRefused(given, "TRACK_OVERLAP", () => given.ask(over));
  });
});

// What is repaired has its own time: nobody can hold it besides.
describe.each(writingWays.filter(({ puts, name }) => puts && name !== "repairOne"))("$name", (way) => {
  test("is refused for a live hold of ours, whose instance it never uses", async () => {
    await using given = await standing(way);
    await given.hold({ kind: "live", title: "Studio 1" }, "20:45", "21:30");
    for (const over of rehearsals(way.name)) await expectRefused(given, "SLOT_OVERLAP", () => given.ask(over));
  });
});

describe.each(writingWays)("$name", (way) => {
  test("is refused for a time that has passed", async () => {
    await using given = await standing(way);
    await given.setClock(at("21:30"));
    for (const over of rehearsals(way.name)) await expectRefused(given, "IN_THE_PAST", () => given.ask(over));
  });

  test("is refused for what is on air, or would have begun", async () => {
    await using given = await standing(way);
    // What is moved began at 19:00, everything else at 20:00.
    await given.setClock(at(way.name.includes("move") ? "19:15" : "20:15"));
    for (const over of rehearsals(way.name))
      await expectRefused(given, way.name === "replaceOne" || !way.takes ? "IN_THE_PAST" : "ON_AIR", () =>
        given.ask(over),
      );
  });

  test("is refused while LibreTime is away", async () => {
    await using given = await standing(way);
    await given.station.goAway();
    for (const over of rehearsals(way.name)) await expectRefused(given, "LIBRETIME_UNREACHABLE", () => given.ask(over));
    await given.station.comeBack();
    expect(await given.ask()).toBe("success");
  });

  test("is refused for what an earlier act may or may not have done", async () => {
    await using given = await standing(way, 1_000);
    if (way.takes) {
      const { playoutId, instanceId } = given.earlier as { playoutId: number | null; instanceId: number };
      await given.station.fault({
        route: playoutId === null ? `DELETE /show-instances/${instanceId}` : `DELETE /schedule/${playoutId}`,
        kind: "hang",
        times: "always",
      });
      const moved = trpc("moveOne", {
        body: {
          slotId: given.earlier!.slotId,
          scheduledAt: "2026-11-24T23:00:00Z",
          scheduledEnd: "2026-11-25T00:00:00Z",
        },
      });
      expect(await outcome(moved)).toBe("OUTCOME_UNKNOWN");
      await expectRefused(given, "OUTCOME_UNKNOWN", () => given.ask());
    } else {
      await given.station.fault({ route: "GET /schedule", kind: "500", nth: 2, times: "always" });
      expect(await given.ask({ idempotencyKey: "k" })).toBe("OUTCOME_UNKNOWN");
      await expectRefused(given, "OUTCOME_UNKNOWN", () => given.ask({ idempotencyKey: "k" }));
    }
  });

  test("a rehearsal writes nothing, to LibreTime or to the journal", async () => {
    await using given = await standing(way);
    for (const over of rehearsals(way.name).filter((each) => "dryRun" in each)) {
      const lines = await journal();
      await expectRefused(given, "success", () => given.ask(over));
      expect(await journal()).toBe(lines);
    }
  });
});

describe("what may or may not have been planned", () => {
  test("is not told to be nothing by an unplan, and can be taken off once that is known", async () => {
    await using given = await givenDoors({ timeoutMs: 1_000 });
    const there = { episodeId: given.episodes.night1, scheduledAt: "2026-11-24T20:00:00Z" };
    await given.station.fault({ route: "GET /schedule", kind: "500", nth: 2, times: "always" });
    expect(await outcome(trpc("planOne", { body: wish(given) }))).toBe("OUTCOME_UNKNOWN");
    expect(await outcome(unplanRest({ body: there }))).toBe("OUTCOME_UNKNOWN");
    expect(await outcome(unplanRest({ body: { ...there, scheduledAt: "2026-11-24T22:00:00Z" } }))).toBe("success");
    await given.station.clearFaults();
    expect((await unplanRest({ body: there }))[1]).toEqual({ success: true });
    expect(await given.heard()).toEqual([]);
  });

  test("is not told to be as it should be by planning it again", async () => {
    await using given = await givenDoors({ timeoutMs: 1_000 });
    const { slotId, playoutId } = await given.plan("night1", "19:00", "20:00");
    await given.station.fault({ route: `DELETE /schedule/${playoutId}`, kind: "hang", times: "always" });
    expect(
      await outcome(
        trpc("moveOne", {
          body: { slotId, scheduledAt: "2026-11-24T20:00:00Z", scheduledEnd: "2026-11-24T21:00:00Z" },
        }),
      ),
    ).toBe("OUTCOME_UNKNOWN");
    for (const over of [{}, { dryRun: true }])
      expect(await outcome(trpc("planOne", { body: wish(given, over) }))).toBe("OUTCOME_UNKNOWN");
  });
});
