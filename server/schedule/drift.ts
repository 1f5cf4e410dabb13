import { differencesOf, stateOf } from "@/domain/checks";
import type { SlotId } from "@/domain/ids";
import type { DriftList, DriftedSlot } from "@/domain/slots";
import { floorToSecond, formatInstant, hours, later, type Instant } from "@/domain/time";
import { unfinishedOperations } from "@/server/cms/operations";
import { findSlot, slotsEndingAfter } from "@/server/cms/slots";
import type { SlotRecord } from "@/server/cms/records";
import type { Deps } from "./deps";
import { idsUnderCheck } from "./open-slots";
import { differenceView } from "./slot-views";
import { asOurSlot, pictureOf } from "./world";

/** LibreTime clamps each row it answers, at the cost of a query each: a week of them is a fifth of a second. */
const STRETCH = hours(7 * 24);

/** How the coming slots of ours differ from LibreTime, as this process saw it last. */
export type Drift = {
  /** Compares all coming slots with LibreTime, now; tells the others when it is not as before. Fails with LibreTimeError. */
  readonly look: (deps: Deps) => Promise<void>;
  /** These were just written or read back: what was seen of them before is no news any more. */
  readonly settled: (ids: readonly SlotId[]) => void;
  /** What was seen; looked at first when that is long ago. */
  readonly seen: (deps: Deps) => Promise<DriftList>;
};

/** Several processes compare in turn: whoever is asked looks for itself when its own look is older than this. */
const FRESH_MS = 60_000;

/** Nothing is compared before it is asked. */
export function createDrift(): Drift {
  let last: { readonly at: Instant; readonly slots: readonly DriftedSlot[] } | null = null;
  let underway: Promise<void> | null = null;
  const compare = async (deps: Deps): Promise<void> => {
    const at = deps.now();
    const slots = await compareAhead(deps, at);
    const isNews = last !== null && JSON.stringify(last.slots) !== JSON.stringify(slots);
    last = { at, slots };
    if (isNews) {
      deps.windows.drop();
      deps.news.publish({ kind: "slots-changed" });
    }
  };
  const look = (deps: Deps): Promise<void> => (underway ??= compare(deps).finally(() => (underway = null)));
  return {
    look,
    settled: (ids) => {
      if (last) last = { ...last, slots: last.slots.filter(({ slotId }) => !ids.includes(slotId)) };
    },
    seen: async (deps) => {
      if (last === null || deps.now() - last.at > FRESH_MS) await look(deps).catch(() => undefined);
      return { asOf: last ? formatInstant(floorToSecond(last.at)) : null, slots: last?.slots ?? [] };
    },
  };
}

/** Every coming slot of ours that LibreTime has otherwise, the soonest first; what is being checked is not among them. */
async function compareAhead(deps: Deps, from: Instant): Promise<readonly DriftedSlot[]> {
  await deps.mirror.ready();
  const open = idsUnderCheck(await unfinishedOperations());
  const found: DriftedSlot[] = [];
  for (const slots of inStretches((await slotsEndingAfter(from)).filter(({ id }) => !open.has(id)))) found.push(...(await compareTogether(deps, slots)));
  return found;
}

async function compareTogether(deps: Deps, slots: readonly SlotRecord[]): Promise<readonly DriftedSlot[]> {
  const window = { startsAt: slots[0]!.startsAt, endsAt: slots.reduce((last, { endsAt }) => (endsAt > last ? endsAt : last), slots[0]!.endsAt) };
  const inWindow = await deps.libretime.schedule.window(window);
  const known = new Set(inWindow.map(({ id }) => id));
  const rows = [...inWindow];
  for (const playoutId of slots.flatMap((each) => (each.playoutId === null || known.has(each.playoutId) ? [] : [each.playoutId]))) {
    const stray = await deps.libretime.schedule.get(playoutId);
    if (stray) rows.push(stray);
  }
  const picture = await pictureOf(deps, rows, window, slots);
  const instances = new Map(picture.instances.map((each) => [each.id, each]));
  const differing = slots.map((slot) => ({ slot, differences: differencesOf(asOurSlot(slot), rows, instances.get(slot.instanceId)) })).filter((each) => each.differences.length > 0);
  // What an act of ours has changed since is compared next time.
  const now = await Promise.all(differing.map(({ slot }) => findSlot(slot.id)));
  return differing.filter(({ slot }, index) => now[index]?.version === slot.version).map(({ slot, differences }) => {
    const { id: slotId, title, showTitle: showName } = slot;
    return { slotId, title, showName, startsAt: formatInstant(slot.startsAt), endsAt: formatInstant(slot.endsAt), state: stateOf(differences), differences: differences.map(differenceView) };
  });
}

/** The slots, in order, by weeks that have any. */
function inStretches(slots: readonly SlotRecord[]): readonly (readonly SlotRecord[])[] {
  const stretches: SlotRecord[][] = [];
  for (const slot of slots) {
    const current = stretches.at(-1);
    if (current && slot.startsAt < later(current[0]!.startsAt, STRETCH)) current.push(slot);
    else stretches.push([slot]);
  }
  return stretches;
}
