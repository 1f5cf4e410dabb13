import { expect, test } from "vitest";
import { instant } from "@/domain/time";
import type { GivenCms } from "./cms.test-kit";
import { at, nowhere, programmeIn } from "./programme.test-kit";

/** The journal, and who may write on in it. */
export function journalSuite(given: () => GivenCms): void {
  const programme = (title?: string) => programmeIn(given(), title);

  test("the journal keeps what was wanted, what was done, and how it ended", async () => {
    const { openOperation, writeOperation, findOperation, findOperationByKey, unfinishedOperations, recentOperations } =
      await import("./operations");
    const { admin, viewer } = given().people;
    const effects = { arriving: [], leaving: [] };
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
    const [began, done] = [
      { seq: 0, step: 0, what: "create-row", outcome: "wanted", at: instant(0) },
      { seq: 1, step: 0, what: "create-row", outcome: "done", at: instant(1), libretimeId: 4 },
    ] as const;
    await writeOperation(line, { effects }, [began]);
    const finished = { state: "done", answer: { success: true }, inverse: { takeOff: [], putBack: [] } } as const;
    await writeOperation(line, finished, [done]);
    const steps = [{ what: "create-row", outcome: "done", at: instant(0), libretimeId: 4 }];
    const { steps: _, nextSeq: _seq, ...opened } = line;
    const after = { ...opened, ...finished, effects, steps, nextSeq: 2 };
    expect(await findOperationByKey(admin.id, "k1")).toEqual({ ...opened, ...finished, effects });
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
      await line(3, { effects }),
    ];
    for (const patch of [
      { state: "refused" },
      { effects: null, state: "done" },
      { effects, state: "undone" },
      {},
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
    const { admin, viewer } = given().people;
    await open(admin.id, "once");
    await expect(open(admin.id, "once")).rejects.toThrow();
    await open(viewer.id, "once");
    await open(admin.id, null);
    await open(admin.id, null);
  });
}
