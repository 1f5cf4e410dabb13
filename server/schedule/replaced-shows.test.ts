import { expectRefused, givenStation, logged, stationShows, streams, at, type Given } from "./given/given.test-kit";
import { anotherShow, anotherStream } from "./given/replaced.test-kit";
import { describe, expect, test } from "vitest";
import { getCms } from "@/server/cms/cms";
import { findShowById } from "@/server/cms/shows";
import { lookUpWith } from "@/server/cms/station-lookup";
import { lookupIn } from "@/server/library/lookup-in";
import { keepKnown } from "./keep-known";
import { repairOne } from "./repair-one";

async function givenKept(world: Parameters<typeof givenStation>[0] = {}): Promise<Given> {
  const given = await givenStation(world);
  await keepKnown(given.deps);
  return given;
}

async function replaceShow(given: Given): Promise<void> {
  await given.station.put("shows", { id: stationShows.night, ...anotherShow });
  await given.deps.mirror.refresh();
}

function linkOf(given: Given): Promise<number | null> {
  return findShowById(given.shows.night).then((show) => show!.libretimeShowId);
}

describe("a show of LibreTime's that is another one by now", () => {
  test("is left alone, and ours gets a new one, linked and logged", async () => {
    await using given = await givenKept();
    await replaceShow(given);
    const before = (await given.station.snapshot()).shows;
    await given.plan("night1", "20:00", "21:00");
    const { shows, "show-instances": instances } = await given.station.snapshot();
    expect(shows.slice(0, before.length)).toEqual(before);
    const made = shows.at(-1)!;
    expect(made).toMatchObject({ name: "Night Flight", background_color: "1c7ed6" });
    expect(instances.map(({ show }) => show)).toEqual([made.id]);
    expect(await linkOf(given)).toBe(made.id);
    expect(await findShowById(given.shows.night)).toMatchObject({
      knownShow: { name: "Night Flight", colour: "#1c7ed6" },
    });
    expect(logged.join("\n")).toContain("show_replaced");
  });

  test("keeps its empty instance: it is no reserved time of ours, but in the way", async () => {
    await using given = await givenKept();
    await given.station.put("show-instances", {
      id: 70,
      show: stationShows.night,
      starts_at: "2026-11-24T20:00:00Z",
      ends_at: "2026-11-24T21:00:00Z",
    });
    await replaceShow(given);
    const problem = await expectRefused(given, "SLOT_OVERLAP", () => given.plan("night1", "20:00", "21:00"));
    expect(problem).toMatchObject({
      conflicts: [{ kind: "instance", instanceId: 70, showName: anotherShow.name, foreign: true }],
    });
  });

  test("is found out although the mirror has not looked since, before anything is made in it", async () => {
    await using given = await givenKept();
    await given.station.put("shows", { id: stationShows.night, ...anotherShow });
    await given.setClock(at("12:02"));
    const { showId } = await given.plan("night1", "20:00", "21:00");
    expect(showId).not.toBe(stationShows.night);
    expect((await given.station.snapshot())["show-instances"].map(({ show }) => show)).toEqual([showId]);
  });

  test("is not taken for the linked one because of what was made in it before anybody could see", async () => {
    await using given = await givenKept();
    await given.station.put("shows", { id: stationShows.night, ...anotherShow });
    expect(await given.plan("night1", "20:00", "21:00")).toMatchObject({ showId: stationShows.night });
    await given.deps.mirror.refresh();
    await keepKnown(given.deps);
    await given.setClock(at("13:00"));
    await given.deps.mirror.refresh();
    await keepKnown(given.deps);
    const { showId } = await given.plan("night2", "21:00", "22:00");
    expect(showId).not.toBe(stationShows.night);
    expect(await findShowById(given.shows.night)).toMatchObject({
      libretimeShowId: showId,
      knownShow: { name: "Night Flight" },
    });
  });

  test("whose act then fails is linked as it was", async () => {
    await using given = await givenKept();
    await replaceShow(given);
    await given.station.fault({ route: "POST /show-instances", kind: "500", times: "always" });
    await given.plan("night1", "20:00", "21:00").catch(() => undefined);
    expect(await linkOf(given)).toBe(stationShows.night);
    expect(await findShowById(given.shows.night)).toMatchObject({ knownShow: { name: "Night Flight" } });
    expect((await given.station.snapshot()).shows).toHaveLength(3);
  });

  test("is linked for good once an admin has picked it, the same number included", async () => {
    await using given = await givenKept();
    await replaceShow(given);
    lookUpWith(lookupIn(given.deps));
    const save = async (data: object) =>
      (await getCms()).update({ collection: "shows", id: given.shows.night, data, overrideAccess: true });
    await save({ description: "About Night Flight", libretimeShowId: stationShows.night, showPicked: null });
    expect(await findShowById(given.shows.night)).toMatchObject({ knownShow: { name: "Night Flight" } });
    await save({ libretimeShowId: stationShows.night, showPicked: true });
    expect(await findShowById(given.shows.night)).toMatchObject({ knownShow: { name: anotherShow.name } });
    expect(await given.plan("night1", "20:00", "21:00")).toMatchObject({ showId: stationShows.night });
  });
});

describe("a show of LibreTime's that was edited", () => {
  test("is the same while it holds an instance of ours, whatever else is changed, and what is kept follows", async () => {
    await using given = await givenKept();
    await given.plan("night1", "20:00", "21:00");
    await given.setClock(at("12:04"));
    await replaceShow(given);
    expect(await given.plan("night2", "21:00", "22:00")).toMatchObject({ showId: stationShows.night });
    await keepKnown(given.deps);
    expect(await findShowById(given.shows.night)).toMatchObject({
      knownShow: { name: anotherShow.name, description: anotherShow.description, colour: "#aa0000" },
    });
    await given.unplan("night1", "20:00");
    await given.unplan("night2", "21:00");
    expect(await given.plan("night1", "20:00", "21:00")).toMatchObject({ showId: stationShows.night });
  });

  test("is the same with one edit at a time", async () => {
    await using given = await givenStation({
      world: {
        shows: [{ id: stationShows.night, name: "Night Flight", description: "Late", background_color: "1c7ed6" }],
      },
    });
    await keepKnown(given.deps);
    for (const edit of [
      { description: anotherShow.description },
      { name: anotherShow.name },
      { background_color: anotherShow.background_color },
    ]) {
      await given.station.put("shows", { id: stationShows.night, ...edit });
      await given.deps.mirror.refresh();
      await keepKnown(given.deps);
    }
    expect(await given.plan("night1", "20:00", "21:00")).toMatchObject({ showId: stationShows.night });
  });
});

describe("a webstream that is another one by now", () => {
  const was = { kind: "stream", id: streams.world, title: "World Service", lengthSeconds: null };
  const replaced = { code: "STREAM_NOT_FOUND", streamId: streams.world, reason: "replaced", was };

  async function givenReplaced(): Promise<{ readonly given: Given; readonly slotId: string }> {
    const given = await givenKept();
    const { slotId } = await given.hold({ kind: "stream", streamId: streams.world }, "20:00", "21:00");
    await given.station.put("webstreams", { id: streams.world, ...anotherStream });
    await given.deps.mirror.refresh();
    await keepKnown(given.deps);
    return { given, slotId };
  }

  test("is said of its slot, which is not moved or repaired, and can be taken off", async () => {
    const { given, slotId } = await givenReplaced();
    await using _ = given;
    expect((await given.list()).slots[0]).toMatchObject({
      id: slotId,
      state: "on-libretime",
      notReady: "replaced",
      was,
    });
    expect(await expectRefused(given, "STREAM_NOT_FOUND", () => given.move(slotId, "22:00", "23:00"))).toEqual(
      replaced,
    );
    const [record] = await given.slots();
    await given.station.remove("schedule", record!.playoutId!);
    expect(
      await expectRefused(given, "STREAM_NOT_FOUND", () =>
        repairOne(given.deps, given.people.programmer, { slotId, take: "ours" }),
      ),
    ).toEqual(replaced);
  });

  test("can be planned as what it is now, and its old slot goes on saying so", async () => {
    const { given, slotId } = await givenReplaced();
    await using _ = given;
    await given.hold({ kind: "stream", streamId: streams.world }, "22:00", "23:00");
    expect((await given.list()).slots.map(({ id, title, notReady }) => [id === slotId, title, notReady])).toEqual([
      [true, "World Service", "replaced"],
      [false, "Elsewhere", undefined],
    ]);
  });

  test("is the same with another name or another address, one at a time, and no address is kept", async () => {
    await using given = await givenKept();
    const { slotId } = await given.hold({ kind: "stream", streamId: streams.world }, "20:00", "21:00");
    for (const edit of [{ name: anotherStream.name }, { url: anotherStream.url }]) {
      await given.station.put("webstreams", { id: streams.world, ...edit });
      await given.deps.mirror.refresh();
      expect((await given.list()).slots[0]).not.toHaveProperty("notReady");
      await keepKnown(given.deps);
    }
    expect(JSON.stringify(await given.slots())).not.toContain("example.org");
    await given.move(slotId, "22:00", "23:00");
  });
});
