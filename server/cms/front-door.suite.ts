import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hours, instant, later, type Instant } from "@/domain/time";
import { givenCms, type GivenCms } from "./cms.test-kit";
import type { SlotDraft } from "./records";

/** Noon of Tuesday 24 November 2026 in UTC, and hours from it. */
const at = (hoursAfter: number): Instant => later(instant(Date.UTC(2026, 10, 24, 12)), hours(hoursAfter));
const nowhere = "00000000-0000-4000-8000-000000000000";

/** What the front door guarantees on either database; `kind` is the folder of its migrations. */
export function frontDoorSuite(
  kind: "sqlite" | "postgres",
  database: () => Promise<AsyncDisposable & { readonly url: string }>,
  more: (given: () => GivenCms) => void = () => undefined,
): void {
  let there: Awaited<ReturnType<typeof database>>;
  let given: GivenCms;
  beforeAll(async () => {
    there = await database();
    given = await givenCms(there.url);
  });
  afterAll(async () => {
    await given?.[Symbol.asyncDispose]();
    await there?.[Symbol.asyncDispose]();
  });

  async function programme(title = "Tape loops") {
    const [{ createShow }, { createEpisode }] = [await import("./shows"), await import("./episodes")];
    const { admin, host } = given.people;
    const show = await createShow(admin, { title: "Été à Orléans", hostIds: [host.id] });
    const episode = await createEpisode(admin, {
      title,
      showId: show.id,
      status: "ready",
      genres: ["Ambient", "Drone"],
      tags: ["night"],
      mood: "Calm",
      libretimeTrackId: 5,
      length: 3600,
    });
    const draft = (from: number, to: number): SlotDraft => ({
      content: { kind: "track", episodeId: episode.id, trackId: 5, trackSeconds: 3600 },
      title,
      showId: show.id,
      startsAt: at(from),
      endsAt: at(to),
      instanceId: 10 + from,
      playoutId: 20 + from,
      ownsInstance: true,
      plannedById: admin.id,
    });
    return { show, episode, draft };
  }

  test("the committed migrations make the schema of the collections, with nothing left over", async () => {
    const adapter = given.cms.db as unknown as {
      schema: object;
      requireDrizzleKit(): {
        generateDrizzleJson: (schema: object) => Promise<object>;
        generateMigration: (before: object, after: object) => Promise<string[]>;
      };
    };
    const folder = path.resolve("server/cms/migrations", kind);
    const last = readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .sort()
      .at(-1)!;
    const { generateDrizzleJson, generateMigration } = adapter.requireDrizzleKit();
    const before = JSON.parse(readFileSync(path.join(folder, last), "utf8")) as object;
    expect(await generateMigration(before, await generateDrizzleJson(adapter.schema))).toEqual([]);
    expect((await given.cms.find({ collection: "payload-migrations" })).totalDocs).toBe(
      readdirSync(folder).filter((name) => name.endsWith(".json")).length,
    );
  });

  test("a slot is read back as it was kept, with the names of now", async () => {
    const [{ createSlot }, { findSlot, slotAt, slotsOfEpisode }] = [
      await import("./slots.test-kit"),
      await import("./slots"),
    ];
    const { show, episode, draft } = await programme();
    const slot = await createSlot(draft(100, 101));
    expect(slot).toEqual({
      ...draft(100, 101),
      id: slot.id,
      title: "Tape loops",
      showTitle: show.title,
      colour: show.colour,
      version: 1,
      plannedByName: given.people.admin.name,
      mark: { stationShowId: null, createdAt: null },
    });
    await given.cms.update({ collection: "episodes", id: episode.id, data: { title: "Tape loops II" } });
    expect([await findSlot(slot.id), await slotAt(episode.id, at(100)), ...(await slotsOfEpisode(episode.id))]).toEqual(
      Array(3).fill({ ...slot, title: "Tape loops II" }),
    );
  });

  test.each([
    ["a live hold, which has no row", { kind: "live" } as const, null],
    ["a webstream", { kind: "stream", streamId: 4 } as const, 77],
  ])("%s is read back as it was kept, and can become something else", async (_what, content, playoutId) => {
    const [{ createSlot, updateSlot }, { slotStandingAs, slotsStartingAt }] = [
      await import("./slots.test-kit"),
      await import("./slots"),
    ];
    const { draft, show } = await programme();
    const start = 400 + (playoutId ?? 0);
    const slot = await createSlot({ ...draft(start, start + 1), content, title: "Studio 1", playoutId });
    expect(slot).toMatchObject({
      content,
      title: "Studio 1",
      showTitle: show.title,
      playoutId,
      instanceId: 10 + start,
    });
    expect([await slotStandingAs(slot), await slotsStartingAt(at(start))]).toEqual([slot, [slot]]);
    expect(await updateSlot(slot.id, draft(start, start + 1))).toMatchObject({
      content: { kind: "track", trackId: 5 },
      playoutId: 20 + start,
    });
  });

  test("a line that the journal wrote before slots could hold anything else is read as one about tracks", async () => {
    const { findOperation, openOperation, writeOperation } = await import("./operations");
    const line = await openOperation({
      kind: "move",
      actorId: null,
      at: at(0),
      idempotencyKey: null,
      holder: "somebody",
      input: {},
    });
    const kept = {
      id: "s",
      episodeId: "e",
      episodeTitle: "Tape loops",
      showId: "w",
      trackId: 5,
      trackSeconds: 3600,
      instanceId: 1,
      playoutId: 2,
    };
    const { id: slotId, ...rest } = kept;
    await writeOperation(line, {
      effects: { arriving: [{ ...rest, slotId }], leaving: [kept] } as never,
      inverse: { takeOff: [{ id: "s" }], putBack: [kept] } as never,
    });
    const read = {
      title: "Tape loops",
      showId: "w",
      content: { kind: "track", episodeId: "e", trackId: 5, trackSeconds: 3600 },
      instanceId: 1,
      playoutId: 2,
    };
    expect(await findOperation(line.id)).toMatchObject({
      effects: { arriving: [{ ...read, slotId: "s" }], leaving: [{ ...read, id: "s" }] },
      inverse: { takeOff: [{ id: "s" }], putBack: [{ ...read, id: "s" }] },
    });
  });

  test("what is not there is null, whatever it is called", async () => {
    const [
      { findSlot, slotAt },
      { updateSlot, deleteSlot },
      { findShow },
      { findEpisode },
      { findOperation, findOperationByKey },
    ] = [
      await import("./slots"),
      await import("./slots.test-kit"),
      await import("./shows"),
      await import("./episodes"),
      await import("./operations"),
    ];
    for (const id of [nowhere, "row:12", "", "' OR 1=1 --"]) {
      const { admin } = given.people;
      expect([
        await findSlot(id),
        await updateSlot(id, { endsAt: at(1) }),
        await findShow(admin, id),
        await findEpisode(admin, id),
        await slotAt(id, at(0)),
        await findOperation(id),
        await findOperationByKey(admin.id, id),
      ]).toEqual(Array(7).fill(null));
      await deleteSlot(id);
    }
  });

  test("a window has every slot that shares a moment with it, and none that only touches it", async () => {
    const [{ createSlot }, { slotsIn }] = [await import("./slots.test-kit"), await import("./slots")];
    const { draft } = await programme();
    const [, into, inside, outOf] = [
      await createSlot(draft(199, 200)),
      await createSlot(draft(199.5, 200.5)),
      await createSlot(draft(201, 202)),
      await createSlot(draft(203.5, 205)),
      await createSlot(draft(204, 206)),
    ];
    expect((await slotsIn({ startsAt: at(200), endsAt: at(204) })).map(({ id }) => id)).toEqual([
      into!.id,
      inside!.id,
      outOf!.id,
    ]);
  });

  test("every change of a slot is a version", async () => {
    const [{ createSlot, updateSlot, deleteSlot }, { findSlot }] = [
      await import("./slots.test-kit"),
      await import("./slots"),
    ];
    const { draft } = await programme();
    const slot = await createSlot(draft(300, 301));
    expect(await updateSlot(slot.id, { endsAt: at(302), playoutId: 77, ownsInstance: false })).toEqual({
      ...slot,
      endsAt: at(302),
      playoutId: 77,
      ownsInstance: false,
      version: 2,
    });
    expect(await updateSlot(slot.id, {})).toMatchObject({ version: 3 });
    await deleteSlot(slot.id);
    expect(await findSlot(slot.id)).toBeNull();
  });

  test("an episode knows its next slot, the one on air included, or else its last", async () => {
    const [{ createSlot, deleteSlot }, { slotsOfEpisode }, { noteAirings }] = [
      await import("./slots.test-kit"),
      await import("./slots"),
      await import("./episodes"),
    ];
    const { episode, draft } = await programme();
    const kept = async (now: Instant) => {
      await noteAirings(episode.id, now);
      const { scheduledAt, scheduledEnd, libretimeInstanceId, libretimePlayoutId, genres } = await given.cms.findByID({
        collection: "episodes",
        id: episode.id,
        depth: 0,
      });
      return [
        scheduledAt && Date.parse(scheduledAt),
        scheduledEnd && Date.parse(scheduledEnd),
        libretimeInstanceId,
        libretimePlayoutId,
        genres,
      ];
    };
    const genres = ["Ambient", "Drone"];
    expect(await kept(at(0))).toEqual([null, null, null, null, genres]);
    await createSlot(draft(1, 2));
    await createSlot(draft(5, 6));
    expect(await kept(at(1.5))).toEqual([at(1), at(2), 11, 21, genres]);
    expect(await kept(at(2))).toEqual([at(5), at(6), 15, 25, genres]);
    expect(await kept(at(9))).toEqual([at(5), at(6), 15, 25, genres]);
    for (const { id } of await slotsOfEpisode(episode.id)) await deleteSlot(id);
    expect(await kept(at(9))).toEqual([null, null, null, null, genres]);
  });

  test("the journal keeps what was wanted, what was done, and how it ended", async () => {
    const { openOperation, writeOperation, findOperation, findOperationByKey, unfinishedOperations, recentOperations } =
      await import("./operations");
    const { admin, viewer } = given.people;
    const line = await openOperation({
      kind: "plan",
      actorId: admin.id,
      at: instant(Date.now()),
      idempotencyKey: "k1",
      holder: "h1",
      input: { showId: "s", nested: { list: [1, null, "ü"] } },
    });
    expect(await findOperation(line.id)).toEqual(line);
    expect((await unfinishedOperations()).map(({ id }) => id)).toContain(line.id);
    const steps = [{ what: "create-row", outcome: "done", at: instant(0), libretimeId: 4 }] as const;
    await writeOperation(line, { steps });
    await writeOperation(line, { state: "done", answer: { success: true }, inverse: { takeOff: [], putBack: [] } });
    const after = { ...line, state: "done", steps, answer: { success: true }, inverse: { takeOff: [], putBack: [] } };
    expect(await findOperationByKey(admin.id, "k1")).toEqual(after);
    expect(await findOperationByKey(viewer.id, "k1")).toBeNull();
    expect((await unfinishedOperations()).map(({ id }) => id)).not.toContain(line.id);
    expect((await recentOperations(1))[0]).toEqual(after);
  });

  test("the latest deeds are what changed something or still may: what was refused, taken back or had nothing to do is not counted", async () => {
    const { openOperation, writeOperation, recentDeeds } = await import("./operations");
    const effects = { arriving: [], leaving: [] };
    const line = async (minute: number, patch: Parameters<typeof writeOperation>[1]): Promise<string> => {
      const opened = await openOperation({
        kind: "plan",
        actorId: null,
        at: at(10_000 + minute),
        idempotencyKey: null,
        holder: "h1",
        input: {},
      });
      await writeOperation(opened, patch);
      return opened.id;
    };
    const deeds = [
      await line(1, { effects, state: "done" }),
      await line(2, { effects, state: "unknown" }),
      await line(3, { effects, steps: [] }),
    ];
    for (const patch of [
      { state: "refused" },
      { effects: null, state: "done" },
      { effects, state: "undone" },
      { steps: [] },
    ] as const)
      await line(4, patch);
    expect((await recentDeeds(2)).map(({ id }) => id)).toEqual([deeds[2], deeds[1]]);
    expect((await recentDeeds(3)).map(({ id }) => id)).toEqual(deeds.toReversed());
  });

  test("a line is written on by its holder alone: who has lost it can finish nothing", async () => {
    const [{ openOperation, writeOperation, takeOverOperation, findOperation }, { Fenced }] = [
      await import("./operations"),
      await import("./held"),
    ];
    const line = await openOperation({
      kind: "plan",
      actorId: null,
      at: instant(0),
      idempotencyKey: null,
      holder: "h1",
      input: {},
    });
    expect(await takeOverOperation(line, "h2")).toEqual({ ...line, holder: "h2" });
    await expect(writeOperation(line, { state: "done" })).rejects.toThrow(Fenced);
    expect(await takeOverOperation(line, "h3")).toBeNull();
    await writeOperation({ ...line, holder: "h2" }, { state: "undone", answer: null });
    expect(await findOperation(line.id)).toEqual({ ...line, holder: "h2", state: "undone" });
  });

  test("a slot is written by the holder of a line alone, all of them or none", async () => {
    const [{ openOperation, takeOverOperation }, { Fenced }, { createSlots, updateSlot, deleteSlot, slotsOfEpisode }] =
      [await import("./operations"), await import("./held"), await import("./slots")];
    const { draft, episode } = await programme();
    const line = await openOperation({
      kind: "plan",
      actorId: null,
      at: instant(0),
      idempotencyKey: null,
      holder: "h1",
      input: {},
    });
    await createSlots(line, [draft(600, 601), draft(602, 603)]);
    const before = await slotsOfEpisode(episode.id);
    expect(before).toHaveLength(2);
    await takeOverOperation(line, "h2");
    const { id } = before[0]!;
    for (const write of [
      () => createSlots(line, [draft(604, 605), draft(606, 607)]),
      () => updateSlot(line, id, { endsAt: at(602) }),
      () => deleteSlot(line, id),
    ]) {
      await expect(write()).rejects.toThrow(Fenced);
      expect(await slotsOfEpisode(episode.id)).toEqual(before);
    }
    const theirs = { ...line, holder: "h2" };
    expect([await updateSlot(theirs, nowhere, {}), await deleteSlot(theirs, nowhere)]).toEqual([null, undefined]);
    for (const each of before) await deleteSlot(theirs, each.id);
    expect(await slotsOfEpisode(episode.id)).toEqual([]);
  });

  test("one key of one person opens one line; another person's is another one, and no key is none", async () => {
    const { openOperation } = await import("./operations");
    const open = (actorId: string | null, idempotencyKey: string | null) =>
      openOperation({ kind: "plan", actorId, at: instant(0), idempotencyKey, holder: "h1", input: {} });
    const { admin, viewer } = given.people;
    await open(admin.id, "once");
    await expect(open(admin.id, "once")).rejects.toThrow();
    await open(viewer.id, "once");
    await open(admin.id, null);
    await open(admin.id, null);
  });

  test("an episode is found by title, show, host, genre and tag, without case and accents", async () => {
    const { searchEpisodes } = await import("./episodes");
    const { episode } = await programme("Löwenzahn 100%");
    const idsFor = async (q: string) =>
      (await searchEpisodes(given.people.viewer, { q, limit: 200 })).items.map(({ id }) => id);
    for (const q of [
      "LOWENZAHN",
      "löwenzahn été",
      "zahn orleans",
      "lowen robin host",
      "lowen drone",
      "lowen night",
      "100%",
      "  lowen   calm ",
    ])
      expect({ q, ids: await idsFor(q) }).toEqual({ q, ids: [episode.id] });
    for (const q of ["lowen jazz", "1_0%", "löwenzahn x", "'; DROP TABLE slots; --"])
      expect({ q, ids: await idsFor(q) }).toEqual({ q, ids: [] });
  });

  test("a host who is renamed is found by the new name", async () => {
    const { searchEpisodes } = await import("./episodes");
    const { episode } = await programme("Renaming");
    await given.cms.update({ collection: "users", id: given.people.host.id, data: { name: "Zoé" } });
    expect((await searchEpisodes(given.people.viewer, { q: "renaming zoe" })).items[0]?.id).toBe(episode.id);
    await given.cms.update({ collection: "users", id: given.people.host.id, data: { name: "Robin the host" } });
  });

  test("what has aired comes after what has not, and pages do not overlap", async () => {
    const [{ searchEpisodes }, { createSlot }] = [await import("./episodes"), await import("./slots.test-kit")];
    const [never, longAgo, lately] = [
      await programme("Sorting 1"),
      await programme("Sorting 2"),
      await programme("Sorting 3"),
    ];
    const past = (hoursAgo: number) => ({
      startsAt: later(instant(Date.now()), hours(-hoursAgo)),
      endsAt: later(instant(Date.now()), hours(1 - hoursAgo)),
    });
    await createSlot({ ...longAgo.draft(0, 1), ...past(500) });
    await createSlot({ ...lately.draft(0, 1), ...past(20) });
    await createSlot({ ...lately.draft(0, 1), ...past(-20) });
    const { viewer } = given.people;
    const ids = async (query: object) =>
      (await searchEpisodes(viewer, { q: "sorting", ...query })).items.map(({ id }) => id);
    expect(await ids({})).toEqual([never.episode.id, longAgo.episode.id, lately.episode.id]);
    expect(await ids({ neverAired: true })).toEqual([never.episode.id]);
    expect(await ids({ notAiredSince: later(instant(Date.now()), hours(-100)) })).toEqual([
      never.episode.id,
      longAgo.episode.id,
    ]);
    expect([
      ...(await ids({ limit: 1 })),
      ...(await ids({ limit: 1, page: 2 })),
      ...(await ids({ limit: 1, page: 3 })),
      ...(await ids({ limit: 1, page: 4 })),
    ]).toEqual(await ids({}));
    expect(await ids({ showIds: [lately.show.id, "nonsense"] })).toEqual([lately.episode.id]);
    expect(
      await ids({ genres: ["Drone", "Jazz"], tags: ["night"], shortest: 3600, longest: 3600, sort: "title" }),
    ).toHaveLength(3);
    expect([
      await ids({ genres: ["Jazz"] }),
      await ids({ shortest: 3601 }),
      await ids({ status: ["archived"] }),
    ]).toEqual([[], [], []]);
    const hit = (await searchEpisodes(viewer, { q: "sorting 3" })).items[0]!;
    expect([hit.id, hit.showTitle, hit.lastAiredAt! < Date.now(), hit.nextAt! > Date.now()]).toEqual([
      lately.episode.id,
      lately.show.title,
      true,
      true,
    ]);
    for (const sort of ["show", "newest", "shortest", "longest"] as const) expect(await ids({ sort })).toHaveLength(3);
  });

  test("listeners read no title of a draft", async () => {
    const { publicTitles } = await import("./episodes");
    const { episode } = await programme();
    expect(await publicTitles([episode.id, nowhere, "x"])).toEqual(new Map([[episode.id, "Tape loops"]]));
    await given.cms.update({ collection: "episodes", id: episode.id, data: { status: "draft" } });
    expect(await publicTitles([episode.id])).toEqual(new Map());
  });

  test("a show is linked once, and one of LibreTime's belongs to one of ours", async () => {
    const [{ findShow, findShowById, listShows }, { linkShow }] = [
      await import("./shows"),
      await import("./slots.test-kit"),
    ];
    const [one, other] = [await programme(), await programme()];
    await linkShow(one.show.id, 7);
    expect(await findShow(given.people.viewer, one.show.id)).toEqual({ ...one.show, libretimeShowId: 7 });
    expect((await listShows(given.people.viewer)).find(({ id }) => id === one.show.id)?.libretimeShowId).toBe(7);
    await expect(linkShow(other.show.id, 7)).rejects.toThrow();
    await linkShow(one.show.id, null);
    await linkShow(other.show.id, null);
    expect((await findShowById(one.show.id))?.libretimeShowId).toBeNull();
  });

  more(() => given);
}
