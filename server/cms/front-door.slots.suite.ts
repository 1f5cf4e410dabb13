import { expect, test } from "vitest";
import type { Instant } from "@/domain/time";
import type { GivenCms } from "./cms.test-kit";
import { at, nowhere, programmeIn } from "./programme.test-kit";

/** Slots, and the airings of their episodes. */
export function slotSuite(given: () => GivenCms): void {
  const programme = (title?: string) => programmeIn(given(), title);

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
      plannedByName: given().people.admin.name,
      mark: { stationShowId: null, createdAt: null },
    });
    await given().cms.update({ collection: "episodes", id: episode.id, data: { title: "Tape loops II" } });
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
      const { admin } = given().people;
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
      const { scheduledAt, scheduledEnd, libretimeInstanceId, libretimePlayoutId, genres } = await given().cms.findByID(
        {
          collection: "episodes",
          id: episode.id,
          depth: 0,
        },
      );
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
}
