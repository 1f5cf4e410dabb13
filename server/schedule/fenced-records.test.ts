import { at, givenStation, refused, type Given } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import { unfinishedOperations } from "@/server/cms/operations";
import { findShowById } from "@/server/cms/shows";
import { sql } from "@/server/cms/sql";
import { rowsOf } from "@/server/cms/rows-of";
import { on } from "./given/foreign.test-kit";
import { arrangeMany } from "./plan-many";
import { repairOne } from "./repair-one";
import { settleAll } from "./settle-open";
import { undoOne } from "./undo-one";

/** Somebody else goes on with an act as soon as it has said in the journal that it does such a step, of a record unless told: between that and the record itself. */
async function takenOver(act: () => Promise<unknown>, what = "%-slot"): Promise<void> {
  await rowsOf(sql`CREATE TRIGGER taken AFTER INSERT ON operation_steps WHEN new.outcome = 'wanted' AND ${sql.raw(`new.what LIKE '${what}'`)}
    BEGIN UPDATE operations SET holder = 'somebody else' WHERE id = new.operation_id; END`);
  try {
    expect((await refused(act())).code).toBe("OUTCOME_UNKNOWN");
  } finally {
    await rowsOf(sql`DROP TRIGGER taken`);
  }
}

const aMove = (given: Given, slotId: string) => given.move(slotId, "22:00", "23:00", { idempotencyKey: "moved" });
const stretch = (startsAt: string, endsAt: string) => ({ startsAt: at(startsAt), endsAt: at(endsAt) });

/** Somebody in LibreTime moves the whole slot. */
async function drifted({ station }: Given): Promise<void> {
  const { schedule, "show-instances": instances } = await station.snapshot();
  for (const [table, [each]] of [
    ["schedule", schedule],
    ["show-instances", instances],
  ] as const)
    await station.put(table, { ...each, starts_at: on("16:00"), ends_at: on("17:00") } as never);
}

const acts: Readonly<
  Record<
    string,
    {
      readonly before?: (given: Given, slotId: string) => Promise<unknown>;
      readonly act: (given: Given, slotId: string) => Promise<unknown>;
    }
  >
> = {
  "a plan": { act: (given) => given.plan("night2", "22:00", "23:00") },
  "a move": { act: aMove },
  "an unplan": { act: (given) => given.unplan("night1", "20:00") },
  "a replacement": { act: (given, slotId) => given.replace([slotId], "night2", "20:00", "21:00") },
  "an act on many": {
    act: ({ deps, people, shows, episodes }, slotId) =>
      arrangeMany(deps, people.programmer, {
        mode: "all",
        changes: [
          { slotId, to: stretch("21:00", "22:00") },
          { showId: shows.night, episodeId: episodes.night2, to: stretch("22:00", "23:00") },
        ],
      }),
  },
  "a repair that takes LibreTime's": {
    before: drifted,
    act: ({ deps, people }, slotId) => repairOne(deps, people.programmer, { slotId, take: "libretime" }),
  },
  "an undo": { before: aMove, act: ({ deps, people }) => undoOne(deps, people.programmer, { ofKey: "moved" }) },
};

describe("an act that somebody else goes on with writes no record of its own any more", () => {
  test.each(Object.keys(acts))("%s", async (name) => {
    await using given = await givenStation();
    const { slotId } = await given.plan("night1", "20:00", "21:00");
    await acts[name]!.before?.(given, slotId);
    const before = await given.slots();
    await takenOver(() => acts[name]!.act(given, slotId));
    expect(await given.slots()).toEqual(before);
    await given.setClock(at("12:01"));
    await settleAll(given.deps);
    expect(await unfinishedOperations()).toEqual([]);
    expect((await given.list()).slots.map(({ state }) => state)).toEqual(
      (await given.slots()).map(() => "on-libretime"),
    );
  });
});

test("who settles an act, and loses it, puts back no record", async () => {
  await using given = await givenStation({ timeoutMs: 600 });
  const { slotId } = await given.plan("night1", "20:00", "21:00");
  await given.station.fault({ route: "DELETE /schedule/*", kind: "hang", times: "always" });
  expect((await refused(given.move(slotId, "22:00", "23:00"))).code).toBe("OUTCOME_UNKNOWN");
  await given.station.clearFaults();
  await given.setClock(at("12:01"));
  const before = await given.slots();
  await takenOver(async () => {
    await settleAll(given.deps);
    return given.move(slotId, "16:00", "17:00");
  });
  expect(await given.slots()).toEqual(before);
});

test("an act that somebody else goes on with links no show that it made", async () => {
  await using given = await givenStation();
  const linked = async () => (await findShowById(given.shows.tapes))!.libretimeShowId;
  expect(await linked()).toBeNull();
  await takenOver(() => given.plan("tapes", "20:00", "21:00"), "create-show");
  expect(await linked()).toBeNull();
  await given.setClock(at("12:01"));
  await settleAll(given.deps);
  expect([
    await linked(),
    (await given.station.snapshot()).shows.filter(({ name }) => name === "Tapes"),
    await unfinishedOperations(),
  ]).toEqual([null, [], []]);
});
