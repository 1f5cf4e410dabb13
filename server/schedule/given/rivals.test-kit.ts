import { expect } from "vitest";
import { recentOperations, unfinishedOperations } from "@/server/cms/operations";
import type { Given } from "./given.test-kit";

const tables = ["schedule", "show-instances"] as const;
type Table = (typeof tables)[number];
type Whole = Awaited<ReturnType<Given["station"]["snapshot"]>>[Table][number];

/** What others have in LibreTime, by id, with every field that it keeps: what they put there, what we let go of, and what of ours they had filled when we left it. */
export type Theirs = Readonly<Record<Table, Map<number, Whole>>>;

/** The ids of what they have made. */
type Made = Partial<Record<Table, readonly number[]>>;

export const nothingTheirs = (): Theirs => ({ schedule: new Map(), "show-instances": new Map() });

/** That nobody but they has touched what is theirs. */
export async function expectUntouched(theirs: Theirs, { station }: Given): Promise<void> {
  const world = await station.snapshot();
  for (const table of tables)
    expect(wholes(world[table].filter(({ id }) => theirs[table].has(Number(id))))).toEqual(
      wholes([...theirs[table].values()]),
    );
}

/** They do something: from then on what is theirs is as they left it. */
export async function theyDo(theirs: Theirs, given: Given, act: () => Promise<Made>): Promise<void> {
  await expectUntouched(theirs, given);
  const made = await act();
  const world = await given.station.snapshot();
  for (const table of tables) {
    const ids = new Set([...theirs[table].keys(), ...(made[table] ?? [])]);
    theirs[table].clear();
    for (const each of world[table]) if (ids.has(Number(each.id))) theirs[table].set(Number(each.id), each);
  }
}

/** After an act of ours: what is theirs is untouched, and more may be theirs by now. What is not settled yet may be taken back. */
export async function noteTheirs(theirs: Theirs, given: Given): Promise<void> {
  await expectUntouched(theirs, given);
  if ((await unfinishedOperations()).length > 0) return;
  const [world, records] = [await given.station.snapshot(), await given.slots()];
  const ours = {
    schedule: records.map(({ playoutId }) => playoutId),
    "show-instances": records.filter(({ ownsInstance }) => ownsInstance).map(({ instanceId }) => instanceId),
  };
  const filled = new Set([...theirs.schedule.values()].map(({ instance }) => Number(instance)));
  const letGo = await lettingGo();
  for (const table of tables) {
    const ids: ReadonlySet<number> =
      table === "schedule" ? letGo.schedule : new Set([...letGo["show-instances"], ...filled]);
    for (const each of world[table])
      if (ids.has(Number(each.id)) && !ours[table].includes(Number(each.id)) && !theirs[table].has(Number(each.id)))
        theirs[table].set(Number(each.id), each);
  }
}

/** What acts on our records alone have let go of: it is LibreTime's from then on. */
async function lettingGo(): Promise<Readonly<Record<Table, ReadonlySet<number>>>> {
  const done = (await recentOperations(1000)).filter(({ state }) => state === "done");
  const left = done.flatMap(({ effects }) =>
    effects?.records ? effects.leaving.filter(({ id }) => !effects.records!.some((each) => each.id === id)) : [],
  );
  return {
    schedule: new Set(left.flatMap(({ playoutId }) => playoutId ?? [])),
    "show-instances": new Set(left.filter(({ ownsInstance }) => ownsInstance).map(({ instanceId }) => instanceId)),
  };
}

function wholes(all: readonly Whole[]): readonly Whole[] {
  return all.toSorted((a, b) => Number(a.id) - Number(b.id));
}
