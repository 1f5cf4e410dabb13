import { checkSlot } from "@/domain/checks";
import { conflictCode } from "@/domain/conflicts";
import type { SlotId } from "@/domain/ids";
import type { Warning } from "@/domain/slots";
import { slotAt } from "@/server/cms/slots";
import type { Actor, SlotRecord } from "@/server/cms/records";
import type { LibreTime } from "@/server/libretime/client";
import { Refusal } from "@/server/refusal";
import { inAct } from "./act";
import type { Deps } from "./deps";
import { noteEpisodes } from "./note-episodes";
import type { PlanAnswer } from "./plan-one";
import { putOn, type Wanted } from "./put-on";
import { takeOff } from "./take-off";
import { fitWarnings, lateWarnings } from "@/domain/warnings";
import { asOurSlot, judgeNow } from "./world";

/** What is to stand, and the slots of ours that go in the same act: the one that moves, or those that are replaced. */
export type Wish = { readonly wanted: Wanted; readonly leaving: readonly SlotRecord[] };

type Placing = {
  readonly kind: "plan" | "move" | "replace";
  readonly input: { readonly idempotencyKey?: string | undefined; readonly dryRun?: boolean | undefined };
  /** Judges the wish up to LibreTime, by what our records say at that moment. */
  readonly check: () => Promise<Wish>;
};

/**
 * Puts one slot on and takes others off, in this order: too much on air for a second is better than silence.
 * The one guard of every act that plans: plan, replace and move are this with other slots leaving.
 */
export async function place(deps: Deps, actor: Actor, { kind, input, check }: Placing): Promise<PlanAnswer> {
  const { idempotencyKey, dryRun, ...asked } = input;
  if (dryRun) return rehearse(deps, await check());
  // What cannot be, need not wait for its turn. Under a key it may have been done already, so that its turn decides.
  if (!idempotencyKey) await check();
  return inAct<Wish, PlanAnswer>(deps, actor, { kind, input: asked, idempotencyKey }, {
    check,
    tell: async (act, wish) => {
      const { there, going, reuse } = await judged(deps, act.libretime, wish);
      const { slot, stationShowId } = there ?? (await putOn(act, wish.wanted, { reuse, leaving: idsOf(going) }));
      await takeOff(act, going);
      await noteEpisodes(deps, [slot, ...going]);
      const answer = answerOf(slot, stationShowId, warningsOf(deps, wish.wanted));
      if (there && going.length === 0) return { answer: { ...answer, idempotent: true } };
      return { answer, inverse: { takeOff: there ? [] : [slot.id], putBack: going } };
    },
  });
}

/** Judges exactly as the act would, and writes nothing. */
async function rehearse(deps: Deps, wish: Wish): Promise<PlanAnswer> {
  await deps.mirror.ready();
  const problem = deps.mirror.problem(deps.now());
  if (problem) throw new Refusal(problem);
  await judged(deps, deps.libretime, wish);
  return { success: true, dryRun: true, warnings: warningsOf(deps, wish.wanted) };
}

/**
 * The verdict on LibreTime as it is now. What is planned exactly like this already and stands there is
 * `there`; what is planned like this by our records but gone from LibreTime goes, to be written anew.
 */
async function judged(deps: Deps, libretime: LibreTime, { wanted, leaving }: Wish) {
  await libretime.probeWritableSchedule();
  const same = await sameAlready(wanted);
  const state = same && (await stateOf(deps, libretime, same));
  if (same && state === "on-libretime") {
    const instance = deps.mirror.instances.get(same.instanceId);
    const there = { slot: same, stationShowId: instance?.showId ?? wanted.show.libretimeShowId ?? 0 };
    return { there, going: leaving.filter((each) => each.id !== same.id), reuse: null };
  }
  const going = same && state === "missing" && !leaving.some((each) => each.id === same.id) ? [...leaving, same] : leaving;
  const wish = { slot: wanted.slot, trackId: wanted.track.id, stationShowId: wanted.show.libretimeShowId };
  const { conflicts, reuse } = await judgeNow(deps, libretime, wish, { leaving: idsOf(going) });
  if (conflicts.length > 0) throw new Refusal({ code: conflictCode(conflicts), conflicts });
  return { there: null, going, reuse };
}

/** Our record of exactly this wish: the same episode with the same track, start and end. */
async function sameAlready({ episode, slot, track }: Wanted): Promise<SlotRecord | null> {
  const there = await slotAt(episode.id, slot.startsAt);
  return there && there.endsAt === slot.endsAt && there.trackId === track.id ? there : null;
}

/** What LibreTime has made of that slot, wherever its row stands by now. */
async function stateOf(deps: Deps, libretime: LibreTime, slot: SlotRecord) {
  const row = await libretime.schedule.get(slot.playoutId);
  if (!row) return "missing";
  return checkSlot(asOurSlot(slot), [row], deps.mirror.instances.get(slot.instanceId) ?? (await deps.mirror.learnInstance(slot.instanceId)) ?? undefined);
}

function idsOf(slots: readonly SlotRecord[]): ReadonlySet<SlotId> {
  return new Set(slots.map(({ id }) => id));
}

function answerOf({ instanceId, playoutId, id }: SlotRecord, stationShowId: number, warnings: readonly Warning[]) {
  return { success: true as const, showId: stationShowId, instanceId, playoutId, slotId: id, ...(warnings.length > 0 ? { warnings } : {}) };
}

/** What is not wrong enough to refuse, but is said. */
function warningsOf({ now, leadTimeSeconds }: Deps, { slot, track }: Wanted): Warning[] {
  return [...fitWarnings(slot, track.length), ...lateWarnings(slot.startsAt, now(), leadTimeSeconds)];
}
