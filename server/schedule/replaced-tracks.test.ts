import { expectRefused, givenStation, refused, tracks, at, type Given } from "./given/given.test-kit";
import { anotherFile, replaceFile } from "./given/replaced.test-kit";
import { describe, expect, test } from "vitest";
import { getCms } from "@/server/cms/cms";
import { findEpisode } from "@/server/cms/episodes";
import { sql } from "@/server/cms/sql";
import { rowsOf } from "@/server/cms/rows-of";
import { lookUpWith } from "@/server/cms/station-lookup";
import { lookupIn } from "@/server/library/lookup-in";
import { createInboxWatch } from "./inbox";
import { keepKnown } from "./keep-known";
import { arrangeMany } from "./plan-many";
import { repairOne } from "./repair-one";
import { undoOne } from "./undo-one";

const was = { kind: "file", id: tracks.night1, title: "Night Flight #1", lengthSeconds: 3600 };
const replaced = { code: "TRACK_NOT_READY", reason: "replaced", trackId: tracks.night1, was };

/** A station whose tracks are kept as they are. */
async function givenKept(): Promise<Given> {
  const given = await givenStation();
  await keepKnown(given.deps);
  return given;
}

function many(given: Given, mode: "all" | "best", ...changes: Parameters<typeof arrangeMany>[2]["changes"]) {
  return arrangeMany(given.deps, given.people.programmer, { changes, mode });
}

function recordingOf(given: Given, episode: "night1" | "short" = "night1") {
  return findEpisode(given.people.programmer, given.episodes[episode]).then((found) => found!.recording);
}

describe("an episode whose track is another recording by now", () => {
  test("is refused at every way in, and LibreTime is as it was", async () => {
    await using given = await givenKept();
    const { slotId } = await given.plan("night2", "18:00", "19:00");
    await replaceFile(given);
    const episodeId = given.episodes.night1;
    const to = { startsAt: at("20:00"), endsAt: at("21:00") };
    const ways: Readonly<Record<string, () => Promise<unknown>>> = {
      plan: () => given.plan("night1", "20:00", "21:00"),
      "dry run": () => given.plan("night1", "20:00", "21:00", { dryRun: true }),
      replace: () => given.replace([slotId], "night1", "18:00", "19:00"),
      many: () => many(given, "all", { episodeId, showId: given.shows.night, to }),
    };
    for (const act of Object.values(ways)) expect(await expectRefused(given, "TRACK_NOT_READY", act)).toEqual(replaced);
    const best = await many(given, "best", { episodeId, showId: given.shows.night, to });
    expect(best).toMatchObject({
      placed: [],
      refused: [{ index: 0, problem: { code: "TRACK_NOT_READY", details: { reason: "replaced", was } } }],
    });
  });

  test("is refused although the mirror has not looked since, when it has not looked for long", async () => {
    await using given = await givenKept();
    await given.station.put("files", { id: tracks.night1, ...anotherFile });
    await given.setClock(at("12:02"));
    expect(await refused(given.plan("night1", "20:00", "21:00"))).toEqual(replaced);
  });

  test("is ready again once the track was picked again, the same number included", async () => {
    await using given = await givenKept();
    await replaceFile(given);
    lookUpWith(lookupIn(given.deps));
    const save = async (data: object) =>
      (await getCms()).update({ collection: "episodes", id: given.episodes.night1, data, overrideAccess: true });
    // A form sends every field, and says that nobody has picked.
    await save({ description: "Mended", libretimeTrackId: tracks.night1, trackPicked: null });
    await save({ description: "Mended again", libretimeTrackId: tracks.night1, trackPicked: false });
    await save({ description: "And again" });
    await save(await (await getCms()).findByID({ collection: "episodes", id: given.episodes.night1, depth: 0 }));
    expect(await recordingOf(given)).toMatchObject({ title: "Night Flight #1" });
    expect(await refused(given.plan("night1", "20:00", "21:00"))).toEqual(replaced);
    await save({ libretimeTrackId: tracks.night1 });
    expect(await recordingOf(given)).toMatchObject({ title: "The Harbour", seconds: 3000, md5: anotherFile.md5 });
    expect(await findEpisode(given.people.programmer, given.episodes.night1)).toMatchObject({ length: 3000 });
    await given.plan("night1", "20:00", "20:50");
    await replaceFile(given, tracks.night1);
    await given.station.put("files", {
      id: tracks.night1,
      track_title: "Third",
      length: "00:40:00",
      cue_out: "00:40:00",
      md5: "c".repeat(32),
    });
    await given.deps.mirror.refresh();
    await save({ libretimeTrackId: tracks.night1, trackPicked: true });
    expect(await recordingOf(given)).toMatchObject({ title: "Third" });
  });
});

describe("a slot whose track is another recording by now", () => {
  test("says so on the grid and in the inbox, and only of what is still to come", async () => {
    await using given = await givenKept();
    const { slotId } = await given.plan("night1", "20:00", "21:00");
    await replaceFile(given);
    expect((await given.list()).slots[0]).toMatchObject({
      id: slotId,
      state: "on-libretime",
      notReady: "replaced",
      was,
    });
    const inbox = createInboxWatch(() => given.deps);
    await inbox.look();
    expect((await inbox.seen()).troubles).toContainEqual(
      expect.objectContaining({ what: "track", blockId: slotId, reason: "replaced", was, danger: true }),
    );
    await given.setClock(at("21:00"));
    expect((await given.list()).slots[0]).not.toHaveProperty("notReady");
  });

  test("is not moved, repaired or brought back, and can be taken off", async () => {
    await using given = await givenKept();
    const { slotId, playoutId } = await given.plan("night1", "20:00", "21:00");
    await replaceFile(given);
    expect(await expectRefused(given, "TRACK_NOT_READY", () => given.move(slotId, "22:00", "23:00"))).toEqual(replaced);
    expect(
      await expectRefused(given, "TRACK_NOT_READY", () =>
        many(given, "all", { slotId, to: { startsAt: at("22:00"), endsAt: at("23:00") } }),
      ),
    ).toEqual(replaced);
    await given.station.remove("schedule", playoutId);
    expect(
      await expectRefused(given, "TRACK_NOT_READY", () =>
        repairOne(given.deps, given.people.programmer, { slotId, take: "ours" }),
      ),
    ).toEqual(replaced);
    expect(await given.unplan("night1", "20:00")).toEqual({ success: true });
    const { id: operationId } = await given.lastOperation();
    expect(
      await expectRefused(given, "TRACK_NOT_READY", () =>
        undoOne(given.deps, given.people.programmer, { operationId }),
      ),
    ).toEqual(replaced);
    expect(await given.slots()).toEqual([]);
  });

  test("goes on saying so after its episode's track was picked again", async () => {
    await using given = await givenKept();
    const { slotId } = await given.plan("night1", "20:00", "21:00");
    await replaceFile(given);
    await rowsOf(sql`UPDATE episodes SET recording = NULL`);
    await keepKnown(given.deps);
    await given.plan("night1", "22:00", "22:50");
    expect((await given.list()).slots.map(({ id, notReady }) => [id === slotId, notReady])).toEqual([
      [true, "replaced"],
      [false, undefined],
    ]);
  });
});

describe("what is kept of a track", () => {
  test("follows LibreTime's edits, so that three of them are no other recording", async () => {
    await using given = await givenKept();
    const { slotId } = await given.plan("night1", "20:00", "21:00");
    for (const edit of [
      { track_title: anotherFile.track_title },
      { md5: anotherFile.md5 },
      { length: anotherFile.length, cue_out: anotherFile.cue_out },
    ]) {
      await given.station.put("files", { id: tracks.night1, ...edit });
      await given.deps.mirror.refresh();
      expect((await given.list()).slots[0]).not.toHaveProperty("notReady");
      await keepKnown(given.deps);
    }
    expect(await recordingOf(given)).toMatchObject({ title: "The Harbour", seconds: 3000, md5: anotherFile.md5 });
    expect((await given.slots())[0]).toMatchObject({
      id: slotId,
      version: 1,
      known: { title: "The Harbour", md5: anotherFile.md5 },
    });
    await given.move(slotId, "22:00", "23:00");
  });

  test("is not read off another recording, nor twice", async () => {
    await using given = await givenKept();
    await given.plan("night1", "20:00", "21:00");
    await replaceFile(given);
    await keepKnown(given.deps);
    await keepKnown(given.deps);
    expect(await recordingOf(given)).toMatchObject({ title: "Night Flight #1", seconds: 3600 });
    expect((await given.slots())[0]).toMatchObject({ known: { title: "Night Flight #1" } });
  });

  test("of an episode from before it was kept, is read once when the length agrees", async () => {
    await using given = await givenStation();
    await rowsOf(sql`UPDATE episodes SET length = CASE WHEN id = ${given.episodes.short} THEN 3480 ELSE 3000 END`);
    await keepKnown(given.deps);
    await rowsOf(sql`UPDATE episodes SET length = NULL`);
    expect(await recordingOf(given, "short")).toMatchObject({ title: "Night Flight, short", seconds: 3480 });
    expect(await recordingOf(given, "night1")).toBeNull();
  });

  test("a file deleted and another uploaded under its number is another one while it is imported, and after", async () => {
    await using given = await givenKept();
    const { slotId } = await given.plan("night1", "20:00", "21:00");
    await given.station.remove("files", tracks.night1);
    await given.setClock(at("12:01"));
    await given.station.put("files", {
      id: tracks.night1,
      track_title: "harbour.mp3",
      length: null,
      cue_out: null,
      import_status: 1,
    });
    await given.deps.mirror.refresh();
    await keepKnown(given.deps);
    expect(await refused(given.plan("night1", "20:00", "21:00"))).toEqual(replaced);
    await given.station.put("files", {
      id: tracks.night1,
      ...anotherFile,
      track_title: "harbour.mp3",
      import_status: 0,
    });
    await given.deps.mirror.refresh();
    expect(await refused(given.plan("night1", "20:00", "21:00"))).toEqual(replaced);
    expect((await given.slots()).map(({ id }) => id)).toEqual([slotId]);
  });

  test("the same bytes under another number are another track: nothing is guessed", async () => {
    await using given = await givenKept();
    const md5 = (await given.station.snapshot()).files.find(({ id }) => id === tracks.night1)!.md5;
    await given.station.put("files", { id: 900, track_title: "Night Flight #1", length: "01:00:00", md5: String(md5) });
    await given.station.remove("files", tracks.night1);
    await given.deps.mirror.refresh();
    expect(await refused(given.plan("night1", "20:00", "21:00"))).toEqual({
      code: "TRACK_NOT_READY",
      reason: "unknown",
      trackId: tracks.night1,
    });
  });
});
