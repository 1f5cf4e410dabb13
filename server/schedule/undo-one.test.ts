import { at, expectRefused, givenStation, makeEpisode, refused, tracks, type Planned } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import { getCms } from "@/server/cms/cms";
import { history } from "./history";
import { replaceOne } from "./move-one";
import { planOne } from "./plan-one";
import { undoOne } from "./undo-one";
import { unplanOne } from "./unplan-one";

describe("undo", () => {
  test("takes back a plan, a move, a replacement and an unplan, and undo of the undo does them again", async () => {
    await using given = await givenStation();
    const me = given.people.programmer;
    const undo = (ofKey: string, idempotencyKey: string) => undoOne(given.deps, me, { ofKey, idempotencyKey });
    const planned = await given.plan("night1", "20:00", "21:00", { idempotencyKey: "plan" });
    await undo("plan", "u1");
    expect(await given.heard()).toEqual([]);
    await undo("u1", "r1");
    expect(await given.slots()).toMatchObject([{ id: planned.slotId, startsAt: at("20:00") }]);
    await given.move(planned.slotId, "22:00", "23:00", { idempotencyKey: "move" });
    await undo("move", "u2");
    expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1"]);
    await given.unplan("night1", "20:00", { idempotencyKey: "unplan" });
    await undo("unplan", "u3");
    expect(await given.slots()).toMatchObject([{ id: planned.slotId }]);
    await undo("u3", "r3");
    expect([await given.heard(), await given.slots()]).toEqual([[], []]);
  });

  test("brings no episode back under a show that it has left since", async () => {
    await using given = await givenStation();
    const me = given.people.programmer;
    const episodeId = await makeEpisode(given.shows.night, "Moves house", tracks.night1);
    await planOne(given.deps, me, {
      showId: given.shows.night,
      episodeId,
      scheduledAt: at("20:00"),
      scheduledEnd: at("21:00"),
    });
    await unplanOne(given.deps, me, { episodeId, scheduledAt: at("20:00"), idempotencyKey: "off" });
    await (
      await getCms()
    ).update({ collection: "episodes", id: episodeId, data: { show: given.shows.tapes }, overrideAccess: true });
    await expectRefused(given, "SHOW_MISMATCH", () => undoOne(given.deps, me, { ofKey: "off" }));
    expect(await given.slots()).toEqual([]);
  });

  test("is judged like any act: a place that was taken since, a slot that has changed since, or one that has begun, stays", async () => {
    await using given = await givenStation();
    const me = given.people.programmer;
    const { slotId } = await given.plan("night1", "20:00", "21:00");
    await given.move(slotId, "22:00", "23:00", { idempotencyKey: "move" });
    await given.plan("tapes", "20:30", "21:30");
    await expectRefused(given, "SLOT_OVERLAP", () => undoOne(given.deps, me, { ofKey: "move" }));
    await given.move(slotId, "23:00", "24:00");
    await expectRefused(given, "STALE_PLAN", () => undoOne(given.deps, me, { ofKey: "move" }));
    await given.plan("night2", "14:00", "15:00", { idempotencyKey: "soon" });
    await given.setClock(at("14:30"));
    await given.deps.mirror.refresh();
    await expectRefused(given, "ON_AIR", () => undoOne(given.deps, me, { ofKey: "soon" }));
    expect(await refused(undoOne(given.deps, me, { ofKey: "never" }))).toEqual({ code: "NOTHING_TO_UNDO" });
    expect(await refused(undoOne(given.deps, given.people.admin, { ofKey: "move" }))).toEqual({
      code: "NOTHING_TO_UNDO",
    });
  });

  test("several in a row: the same slot step by step back to the library, and step by step there again", async () => {
    await using given = await givenStation();
    const undo = (ofKey: string, idempotencyKey: string) =>
      undoOne(given.deps, given.people.programmer, { ofKey, idempotencyKey });
    const { slotId } = await given.plan("night1", "20:00", "21:00", { idempotencyKey: "a" });
    await given.move(slotId, "21:00", "22:00", { idempotencyKey: "b" });
    await given.move(slotId, "22:00", "23:00", { idempotencyKey: "c" });
    await given.unplan("night1", "22:00", { idempotencyKey: "d" });
    const seen: (readonly string[])[] = [];
    for (const key of ["d", "c", "b", "a", "-a", "-b", "-c", "-d"]) {
      await undo(key, `-${key}`);
      seen.push(await given.heard());
    }
    const at = (clock: string) => [`${clock} Night Flight #1`];
    expect(seen).toEqual([
      at("22:00–23:00"),
      at("21:00–22:00"),
      at("20:00–21:00"),
      [],
      at("20:00–21:00"),
      at("21:00–22:00"),
      at("22:00–23:00"),
      [],
    ]);
    const [redo, , , , undoOfA] = (await history(given.people.programmer, 20)).filter(({ kind }) => kind === "undo");
    expect([redo!.canUndo, undoOfA!.isUndone, undoOfA!.canUndo]).toEqual([true, true, false]);
  });

  test("gives back what was heard, although its episode has another track by now, and redo gives that", async () => {
    await using given = await givenStation();
    const me = given.people.programmer;
    const episodeId = await makeEpisode(given.shows.night, "Mastered anew", tracks.night1);
    const { slotId } = (await planOne(given.deps, me, {
      ...given.wish("night1", "20:00", "21:00"),
      episodeId,
    })) as Planned;
    await (
      await getCms()
    ).update({ collection: "episodes", id: episodeId, data: { libretimeTrackId: tracks.short }, overrideAccess: true });
    await replaceOne(given.deps, me, {
      ...given.wish("night1", "22:00", "23:00"),
      episodeId,
      replaces: [slotId],
      idempotencyKey: "anew",
    });
    expect(await given.heard()).toEqual(["22:00–22:58 Night Flight, short"]);
    await undoOne(given.deps, me, { ofKey: "anew", idempotencyKey: "undo" });
    expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1"]);
    expect(await given.slots()).toMatchObject([
      { id: slotId, content: { episodeId, trackId: tracks.night1, trackSeconds: 3600 } },
    ]);
    await undoOne(given.deps, me, { ofKey: "undo", idempotencyKey: "redo" });
    expect(await given.heard()).toEqual(["22:00–22:58 Night Flight, short"]);
    await given.station.put("files", { id: tracks.night1, hidden: true });
    await given.deps.mirror.refresh();
    await expectRefused(given, "TRACK_NOT_READY", () => undoOne(given.deps, me, { ofKey: "anew" }));
  });

  test("twice at once does it once", async () => {
    await using given = await givenStation();
    await given.plan("night1", "20:00", "21:00", { idempotencyKey: "plan" });
    const outcomes = await Promise.allSettled(
      [1, 2].map(() => undoOne(given.deps, given.people.programmer, { ofKey: "plan" })),
    );
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});
