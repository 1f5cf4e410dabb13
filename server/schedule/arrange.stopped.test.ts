import { at, givenStation, makeEpisode, refused, tracks } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import { later, minutes } from "@/domain/time";
import { stopMany } from "./plan-many";
import { settleAll } from "./settle-open";
import { fresh, many, matter } from "./given/many.test-kit";

describe("many changes are one act", () => {
  test("tells how far it is, and stops when told: what was written is taken back", async () => {
    await using given = await givenStation();
    const before = await given.station.snapshot();
    const heard: string[] = [];
    given.deps.news.subscribe((event) => {
      if (event.kind !== "progress") return;
      heard.push(`${event.key} ${event.done}/${event.total}`);
      if (event.done === 3) void stopMany(given.deps, given.people.programmer, { ofKey: "batch" });
    });
    const episodeId = await makeEpisode(given.shows.night, "Many times", tracks.night1);
    const changes = Array.from({ length: 30 }, (_, index) => ({
      showId: given.shows.night,
      episodeId,
      to: { startsAt: later(at("14:00"), minutes(60 * index)), endsAt: later(at("14:00"), minutes(60 * index + 60)) },
    }));
    expect(await refused(many(given, changes, { idempotencyKey: "batch" }))).toEqual({ code: "STOPPED" });
    expect(heard.slice(0, 3)).toEqual(["batch 1/30", "batch 2/30", "batch 3/30"]);
    expect(await given.station.snapshot()).toEqual(before);
    expect(await given.slots()).toEqual([]);
  });

  test("what goes is told and stopped as well: what was off stands again", async () => {
    await using given = await givenStation();
    const planned = [];
    for (let hour = 14; hour < 22; hour += 1)
      planned.push(await given.plan(hour % 2 ? "night1" : "tapes", `${hour}:00`, `${hour + 1}:00`));
    const before = [await given.heard(), await matter(given)];
    const heard: string[] = [];
    given.deps.news.subscribe((event) => {
      if (event.kind !== "progress") return;
      heard.push(`${event.done}/${event.total}`);
      if (event.done === 2) void stopMany(given.deps, given.people.programmer, { ofKey: "off" });
    });
    const off = planned.map(({ slotId }) => ({ slotId, to: null }));
    expect(await refused(many(given, off, { idempotencyKey: "off" }))).toEqual({ code: "STOPPED" });
    expect(heard.slice(0, 2)).toEqual(["1/8", "2/8"]);
    expect([await given.heard(), await matter(given)]).toEqual(before);
    expect((await given.slots()).map(({ id }) => id).toSorted()).toEqual(
      planned.map(({ slotId }) => slotId).toSorted(),
    );
    expect((await given.list()).slots.map(({ state }) => state)).toEqual(planned.map(() => "on-libretime"));
  });

  test("a failure in the middle takes all of it back", async () => {
    await using given = await givenStation();
    const before = await given.station.snapshot();
    await given.station.fault({ route: "POST /schedule", kind: "500", nth: 4 });
    const changes = [0, 1, 2, 3, 4, 5].map((index) =>
      fresh(given, index % 2 ? "night1" : "tapes", `${14 + index}:00`, `${15 + index}:00`),
    );
    expect(await refused(many(given, changes))).toMatchObject({ code: "LIBRETIME_ANSWER" });
    await settleAll(given.deps);
    expect(await given.station.snapshot()).toEqual(before);
  });
});
