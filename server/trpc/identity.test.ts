import { givenDoors } from "@/server/rest/doors.test-kit";
import { describe, expect, test } from "vitest";
import { confirmed, expectUntouched, foreignSince, reuses } from "@/server/schedule/given/reused.test-kit";
import { outcome, writingWays } from "./writing-ways.test-kit";

/** Those of the ways in that have something of ours to go, to move, or to come back. */
const touching = writingWays.filter(({ name }) => !/^plan(One|Hold|Many)/.test(name));

/** What an act may come to at a LibreTime whose ids are others': done, or a refusal that says why. Nothing went wrong inside. */
const outcomes = [
  "success",
  "TRACK_OVERLAP",
  "SLOT_OVERLAP",
  "STALE_PLAN",
  "SLOT_NOT_FOUND",
  "STREAM_NOT_FOUND",
  "TRACK_NOT_READY",
  "LIBRETIME_ANSWER",
  "STATION_CHANGED",
  "NOTHING_TO_UNDO",
];

describe.each(touching)("$name", ({ before, input, ask }) => {
  test.each(reuses)("touches nothing of theirs where $name", async ({ happen, loses }) => {
    for (const isSeen of [false, true]) {
      await using given = await givenDoors();
      const earlier = (await before(given))!;
      const asked = isSeen ? null : await input(given, earlier);
      const isOurs = (await given.slots()).some(({ id }) => id === earlier.slotId);
      const theirs = await foreignSince(given, () => happen(given.station, earlier));
      if (isSeen) {
        await confirmed(given.deps);
        const { slots } = await given.list("00:00", "48:00");
        if (
          isOurs &&
          loses &&
          (earlier.playoutId !== null || theirs["show-instances"].some(({ id }) => id === earlier.instanceId))
        ) {
          expect(slots.find(({ id }) => id === earlier.slotId)).toMatchObject({ state: "missing" });
        }
        expect(slots.filter(({ kind }) => kind === "foreign").flatMap(({ playoutIds }) => playoutIds)).toEqual(
          expect.arrayContaining(theirs.schedule.map(({ id }) => id)),
        );
      }
      expect(outcomes).toContain(await outcome(ask({ body: asked ?? (await input(given, earlier)) })));
      await expectUntouched(given, theirs);
    }
  });
});
