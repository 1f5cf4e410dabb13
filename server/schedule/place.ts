import { randomUUID } from "node:crypto";
import { isSameContent, isSameThing, mediaOf, wantedRow } from "@/domain/content";
import type { SlotId } from "@/domain/ids";
import { slotsStartingAt } from "@/server/cms/slots";
import { unfinishedOperations } from "@/server/cms/operations";
import type { Actor, Arriving, OperationRecord, SlotRecord } from "@/server/cms/records";
import type { LibreTime } from "@/server/libretime/client";
import { Refusal } from "@/server/refusal";
import { inAct, type Judged } from "./act";
import { warningsOf, type PlanAnswer } from "./answers";
import { arrivingOf } from "./arriving";
import type { Deps } from "./deps";
import { ourStation, refuseWhatWasRead } from "./fingerprint/look";
import { heldByOpen, refuseDoomed, refuseUnderCheck } from "./open-slots";
import type { Wanted } from "./request";
import { stateNow } from "./state-now";
import { asOurSlot, judgeNow, refuseConflicts } from "./world";

/** What is to stand, and the slots of ours that go in the same act: the one that moves, or those that are replaced. */
export type Wish = {
  readonly wanted: Wanted;
  readonly leaving: readonly SlotRecord[];
  /** Write it anew although it may stand as wanted: a repair. */
  readonly anew?: true;
};

type Placing = {
  readonly kind: OperationRecord["kind"];
  readonly input: { readonly idempotencyKey?: string | undefined; readonly dryRun?: boolean | undefined };
  /** Judges the wish up to LibreTime, by what our records say at that moment. */
  readonly check: () => Promise<Wish>;
};

/**
 * Puts one slot on and takes others off. The one guard of every act that plans: plan, replace, move and repair
 * are this with other slots leaving.
 */
export async function place(deps: Deps, actor: Actor, { kind, input, check }: Placing): Promise<PlanAnswer> {
  const { idempotencyKey, dryRun, ...asked } = input;
  await ourStation(deps);
  if (dryRun) return rehearse(deps, await check());
  // What cannot be, need not wait for its turn. Under a key it may have been done already, so that its turn decides.
  if (!idempotencyKey) await check();
  const answer = await inAct(deps, actor, { kind, input: asked, idempotencyKey }, async ({ libretime }, open) =>
    judged(deps, { libretime, open }, await check()),
  );
  return answer as PlanAnswer;
}

/** Judges exactly as the act would, and writes nothing. */
async function rehearse(deps: Deps, wish: Wish): Promise<PlanAnswer> {
  await deps.mirror.ready();
  const problem = deps.mirror.problem(deps.now());
  if (problem) throw new Refusal(problem);
  const { kept } = await ourStation(deps);
  await judged(deps, { libretime: deps.libretime, open: await unfinishedOperations() }, wish);
  await refuseWhatWasRead(deps, kept);
  return { success: true, dryRun: true, warnings: warningsOf(deps, standing(wish)) };
}

type World = {
  readonly libretime: LibreTime;
  /** What is not settled of earlier acts. */
  readonly open: readonly OperationRecord[];
};

/**
 * The verdict on LibreTime as it is now. What is planned exactly like this already and stands there is an answer;
 * what is planned like this by our records but gone from LibreTime goes, to be written anew.
 */
async function judged(deps: Deps, { libretime, open }: World, wish: Wish): Promise<Judged> {
  const { wanted, leaving, anew } = wish;
  await libretime.probeWritableSchedule();
  const same = anew ? null : await sameAlready(wanted);
  refuseUnderCheck(same ? [...leaving, same] : leaving, open);
  const state = same && (await stateNow(deps, libretime, same));
  if (same && state === "on-libretime" && isAsLong(same, wanted) && leaving.every(({ id }) => id === same.id)) {
    const { instanceId, playoutId, id: slotId } = same;
    const showId = same.mark.stationShowId ?? wanted.show.libretimeShowId ?? 0;
    const warnings = warningsOf(deps, standing(wish));
    return {
      answer: {
        success: true,
        showId,
        instanceId,
        playoutId,
        slotId,
        ...(warnings.length > 0 ? { warnings } : {}),
        idempotent: true,
      },
    };
  }
  const going =
    same && !leaving.some(({ id }) => id === same.id) && (state === "missing" || state === "on-libretime")
      ? [...leaving, same]
      : leaving;
  const { conflicts, reuse, reuseMark } = await judgeNow(
    deps,
    libretime,
    { slot: wanted.slot, ...mediaOf(wanted.content), stationShowId: wanted.show.libretimeShowId },
    { leaving: idsOf(going), unsettled: heldByOpen(open).map(asOurSlot) },
  );
  refuseConflicts(conflicts);
  await refuseDoomed([reuse]);
  return { effects: { arriving: [standing({ wanted, leaving: going }, { reuse, reuseMark })], leaving: going } };
}

/** What is to stand, under the id of the slot of the same that goes for it: a slot that moves stays the same slot. */
function standing({ wanted, leaving }: Wish, used: Pick<Arriving, "reuse" | "reuseMark"> = { reuse: null }): Arriving {
  const same = leaving.find(({ content, showId }) => showId === wanted.show.id && isSameThing(content, wanted.content));
  return arrivingOf(wanted, same?.id ?? randomUUID(), used);
}

/** Does its row play as long as it would by now? The file may have become another since it was planned. */
function isAsLong(same: SlotRecord, { content, slot }: Wanted): boolean {
  return wantedRow(same)?.endsAt === wantedRow({ content, ...slot })?.endsAt;
}

/** Our record of exactly this wish: the same episode with the same track, start and end; or the same hold by the same name. */
async function sameAlready({ content, title, show, slot }: Wanted): Promise<SlotRecord | null> {
  const isSame = (each: SlotRecord) =>
    each.endsAt === slot.endsAt &&
    each.showId === show.id &&
    isSameContent(each.content, content) &&
    (content.kind !== "live" || each.title === title);
  return (await slotsStartingAt(slot.startsAt)).find(isSame) ?? null;
}

function idsOf(slots: readonly SlotRecord[]): ReadonlySet<SlotId> {
  return new Set(slots.map(({ id }) => id));
}
