import { checkSlot } from "@/domain/checks";
import { conflictCode, type Wish } from "@/domain/conflicts";
import type { SlotId } from "@/domain/ids";
import type { Row } from "@/domain/picture";
import type { Warning } from "@/domain/slots";
import { noteAirings } from "@/server/cms/episodes";
import { slotAt } from "@/server/cms/slots";
import type { Actor, SlotRecord } from "@/server/cms/records";
import { Refusal } from "@/server/refusal";
import { inAct, type Act } from "./act";
import type { Deps } from "./deps";
import type { PlanAnswer } from "./plan-one";
import { putOn, type Wanted } from "./put-on";
import { warningsOf } from "./request";
import { takeOff } from "./take-off";
import { asOurSlot, judgeNow } from "./world";

type Placing = {
  readonly kind: "plan" | "move" | "replace";
  readonly input: { readonly idempotencyKey?: string | undefined; readonly dryRun?: boolean | undefined };
  readonly wanted: Wanted;
  /** Slots of ours that go in the same act: the one that moves, or those that are replaced. */
  readonly leaving: readonly SlotRecord[];
};

/**
 * Puts one slot on and takes others off, in this order: too much on air for a second is better than silence.
 * The one guard of every act that plans: plan, replace and move are this with other slots leaving.
 */
export async function place(deps: Deps, actor: Actor, { kind, input, wanted, leaving }: Placing): Promise<PlanAnswer> {
  const { idempotencyKey, dryRun, ...asked } = input;
  const warnings = warningsOf(deps, wanted.slot, wanted.track.length);
  const wish = { slot: wanted.slot, trackId: wanted.track.id, stationShowId: wanted.show.libretimeShowId };
  if (dryRun) {
    const problem = deps.mirror.problem(deps.now());
    if (problem) throw new Refusal(problem);
    const same = await sameAlready(wanted, leaving);
    await judged(deps, deps.libretime, wish, { same, leaving });
    return { success: true, dryRun: true, warnings };
  }
  return inAct(deps, actor, { kind, input: asked, ...(idempotencyKey ? { idempotencyKey } : {}) }, async (act): Promise<{ answer: PlanAnswer; inverse?: unknown }> => {
    const same = await sameAlready(wanted, leaving);
    const { verdict, there, going } = await judged(deps, act.libretime, wish, { same, leaving });
    if (there) return { answer: { ...answerOf(there, wanted.show.libretimeShowId ?? 0, warnings), idempotent: true } };
    const { slot, stationShowId } = await putOn(act, wanted, verdict, new Set(going.map((each) => each.id)));
    for (const each of going) await takeOff(act, each);
    await noteEpisodes(act, [slot, ...going]);
    return { answer: answerOf(slot, stationShowId, warnings), inverse: { takeOff: [slot.id], putBack: going } };
  });
}

/** Our record of exactly this wish: the same episode, start and end. */
async function sameAlready({ episode, slot }: Wanted, leaving: readonly SlotRecord[]): Promise<SlotRecord | null> {
  const there = leaving.find((each) => each.episodeId === episode.id && each.startsAt === slot.startsAt) ?? (await slotAt(episode.id, slot.startsAt));
  return there && there.endsAt === slot.endsAt ? there : null;
}

type Known = { readonly same: SlotRecord | null; readonly leaving: readonly SlotRecord[] };

/**
 * The verdict on LibreTime as it is now. What is planned exactly like this already and stands there is
 * `there`; what is planned like this by our records but gone from LibreTime goes, to be written anew.
 */
async function judged(deps: Deps, libretime: Act["libretime"], wish: Wish, { same, leaving }: Known) {
  const isLost = (rows: readonly Row[]): boolean => same !== null && checkSlot(asOurSlot(same), rows, undefined) === "missing";
  const idsOf = (records: readonly SlotRecord[]): ReadonlySet<SlotId> => new Set(records.map((each) => each.id));
  const goingBy = (rows: readonly Row[]): readonly SlotRecord[] => [...leaving, ...(same && isLost(rows) && !leaving.includes(same) ? [same] : [])];
  const verdict = await judgeNow(deps, libretime, wish, { leaving: (rows) => idsOf(goingBy(rows)) });
  const state = same && checkSlot(asOurSlot(same), verdict.rows, deps.mirror.instances.get(same.instanceId));
  const there = state === "on-libretime" || state === "duplicate" ? same : null;
  if (!there && verdict.conflicts.length > 0) throw new Refusal({ code: conflictCode(verdict.conflicts), conflicts: verdict.conflicts });
  return { verdict, there, going: goingBy(verdict.rows) };
}

function answerOf(slot: SlotRecord, stationShowId: number, warnings: readonly Warning[]): Extract<PlanAnswer, { slotId: string }> {
  const { instanceId, playoutId, id } = slot;
  return { success: true, showId: stationShowId, instanceId, playoutId, slotId: id, ...(warnings.length > 0 ? { warnings } : {}) };
}

/** Keeps each episode's next airing beside it, for other readers of the CMS. */
export async function noteEpisodes({ deps }: Act, slots: readonly SlotRecord[]): Promise<void> {
  for (const episodeId of new Set(slots.map((each) => each.episodeId))) await noteAirings(episodeId, deps.now());
}
