import { conflictCode } from "@/domain/conflicts";
import { problemOnWire } from "@/domain/problems";
import { unfinishedOperations } from "@/server/cms/operations";
import type { Actor, Effects, SlotRecord } from "@/server/cms/records";
import { Refusal } from "@/server/refusal";
import { inAct } from "./act";
import { warningsOf, type ArrangeAnswer } from "./answers";
import type { Deps } from "./deps";
import { ourStation, refuseWhatWasRead } from "./fingerprint/look";
import { heldByOpen, refuseDoomed, refuseUnderCheck } from "./open-slots";
import { problemIn } from "./problem-in";
import { asOurSlot, type Judgement } from "./world";
import { type Arranging, type Part, type Refused, type World, slotsNamed } from "./change";
import { partsOf } from "./parts";
import { judgeParts, untouchedOf } from "./judge-parts";
import { arrivingOf } from "./arriving";

/**
 * Changes several slots in one act, with one undo: all are judged first as one picture, then written a few at a
 * time, what arrives before what leaves. Slots that move keep their ids.
 */
export async function arrange(deps: Deps, actor: Actor, arranging: Arranging): Promise<ArrangeAnswer> {
  const { kind, input, idempotencyKey, dryRun } = arranging;
  await ourStation(deps);
  // What cannot be, need not wait for its turn. Under a key it may have been done already, so that its turn decides.
  if (!idempotencyKey) await partsOf(deps, actor, arranging).catch(unlessStale);
  if (dryRun) return rehearse(deps, actor, arranging);
  const answer = await inAct(
    deps,
    actor,
    { kind, input, idempotencyKey, slots: arranging.changes.length },
    async ({ libretime }, open) => {
      const { effects, refused } = await judgedParts(deps, actor, { libretime, open }, arranging);
      if (effects.arriving.length + effects.leaving.length === 0)
        return { answer: { success: true, placed: effects.untouched ?? [], refused } };
      return { effects: { ...effects, refused } };
    },
  );
  return answer as ArrangeAnswer;
}

/** What is stale may be so by an act that is not settled yet: its turn decides. */
function unlessStale(cause: unknown): void {
  if (problemIn(cause)?.code !== "STALE_PLAN") throw cause;
}

async function rehearse(deps: Deps, actor: Actor, arranging: Arranging): Promise<ArrangeAnswer> {
  await deps.mirror.ready();
  const problem = deps.mirror.problem(deps.now());
  if (problem) throw new Refusal(problem);
  const { kept } = await ourStation(deps);
  const { effects, refused } = await judgedParts(
    deps,
    actor,
    { libretime: deps.libretime, open: await unfinishedOperations() },
    arranging,
  );
  // What only goes is judged by our records alone, and yet the act itself would have to reach LibreTime.
  if (effects.arriving.length === 0 && effects.leaving.length > 0)
    await deps.libretime.schedule.window(effects.leaving[0]!);
  await refuseWhatWasRead(deps, kept);
  return {
    success: true,
    dryRun: true,
    placed: [],
    refused,
    warnings: effects.arriving.flatMap((each) => warningsOf(deps, each)),
  };
}

async function judgedParts(
  deps: Deps,
  actor: Actor,
  { libretime, open }: World,
  arranging: Arranging,
): Promise<{ readonly effects: Effects; readonly refused: readonly Refused[] }> {
  // Before anything else is demanded: of what is being checked nobody knows whether it is stale.
  if (arranging.mode === "all") refuseUnderCheck(arranging.changes.flatMap(slotsNamed), open);
  await arranging.demand?.();
  await libretime.probeWritableSchedule();
  const { parts, refused } = await partsOf(deps, actor, arranging, open);
  const world = { libretime, unsettled: heldByOpen(open).map(asOurSlot) };
  const untouched = await untouchedOf(deps, libretime, parts);
  // Who is refused stays where it is, and may be in another's way: judged until nobody more is refused.
  for (let left = parts.filter(({ leaving }) => !leaving || !untouched.includes(leaving)), out = refused; ;) {
    const judgements = await judgeParts(deps, world, left);
    const more = left.flatMap(({ index }, at) =>
      judgements[at]!.conflicts.length > 0 ? [{ index, conflicts: judgements[at]!.conflicts }] : [],
    );
    if (more.length === 0) {
      await refuseDoomed(judgements.map(({ reuse }) => reuse));
      return { effects: effectsOf(left, judgements, untouched), refused: out };
    }
    if (arranging.mode === "all") {
      const conflicts = more.flatMap((each) => each.conflicts);
      throw new Refusal({ code: conflictCode(conflicts), conflicts });
    }
    const gone = new Set(more.map(({ index }) => index));
    out = [
      ...out,
      ...more.map(({ index, conflicts }) => ({
        index,
        problem: problemOnWire({ code: conflictCode(conflicts), conflicts }),
      })),
    ];
    left = left.filter(({ index }) => !gone.has(index));
  }
}

function effectsOf(
  parts: readonly Part[],
  judgements: readonly Judgement[],
  untouched: readonly SlotRecord[],
): Effects {
  return {
    arriving: parts.flatMap(({ wanted, slotId }, index) =>
      wanted ? [arrivingOf(wanted, slotId, judgements[index]!)] : [],
    ),
    leaving: parts.flatMap((each) => each.leaving ?? []),
    untouched: untouched.map(({ id: slotId, instanceId, playoutId }) => ({ slotId, instanceId, playoutId })),
    askedAt: Object.fromEntries(parts.map(({ slotId, index }) => [slotId, index])),
  };
}
