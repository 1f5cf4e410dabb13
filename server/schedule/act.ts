import { isOpen } from "@/server/cms/is-open";
import { releaseKey } from "@/server/cms/operations";
import type { Actor, Effects, OperationRecord } from "@/server/cms/records";
import { logSchedule } from "@/server/log";
import { Refusal } from "@/server/refusal";
import { beforeShutdown, demandServing } from "@/server/shutdown";
import { answeredBefore, type Opening } from "./answered-before";
import { type ActAnswer } from "./answers";
import { carryOut } from "./carry-out";
import type { Act } from "./context";
import type { Deps } from "./deps";
import { endAfter } from "./end-after";
import { demandOurStation, keepMade } from "./fingerprint/keep-up";
import { refuseWhatWasRead } from "./fingerprint/look";
import { openEntry } from "./journal-entry";
import { heldByOpen, refuseUnderCheck } from "./open-slots";
import { asOurSlot } from "./world";
import { settleOpen } from "./settle-open";
import { startAct } from "./start-act";

/** What an act comes to once it is its turn: something to do, or an answer at once. */
export type Judged = { readonly effects: Effects } | { readonly answer: ActAnswer };

/**
 * The story of every act that writes: the station is locked, what earlier acts left open is settled, the act is
 * in the journal before its first request, and whatever fails is settled by reading LibreTime: done when all
 * that was wanted is there, taken back otherwise. While LibreTime cannot be read the answer is
 * `OUTCOME_UNKNOWN`, and the act stays open in the journal. `judge` is told what is still open of earlier acts.
 */
export async function inAct(
  deps: Deps,
  actor: Actor,
  opening: Opening,
  judge: (act: Act, open: readonly OperationRecord[]) => Promise<Judged>,
): Promise<ActAnswer> {
  const before = await answeredBefore(actor, opening);
  if (before && "answer" in before) return before.answer;
  await deps.mirror.ready();
  await deps.libretime.demandWay();
  return beforeShutdown(() =>
    deps.lock.withLock("station", async (lease) => {
      // Who stood in line when this process was told to end has begun nothing.
      demandServing();
      const kept = await demandOurStation(deps);
      const open = await settleOpen(deps, lease);
      const meanwhile = await answeredBefore(actor, opening);
      if (meanwhile && "answer" in meanwhile) return meanwhile.answer;
      if (meanwhile && isOpen(meanwhile.again))
        throw new Refusal({ code: "OUTCOME_UNKNOWN", what: "the same act is not settled yet" });
      const problem = deps.mirror.problem(deps.now());
      if (problem) throw new Refusal(problem);
      // What came before under that key keeps its line: what it had sent may still arrive, and is to be known then.
      if (meanwhile && !(await releaseKey(meanwhile.again)))
        throw new Refusal({ code: "OUTCOME_UNKNOWN", what: "the same act is being done elsewhere" });
      const journal = await openEntry(deps, lease, {
        kind: opening.kind,
        input: opening.input,
        actorId: actor.id,
        idempotencyKey: opening.idempotencyKey ?? null,
      }).catch(async (cause: unknown) => {
        // Who lost the station without knowing it yet may come second with a key that was free a moment ago.
        if (await answeredBefore(actor, opening))
          throw new Refusal({ code: "OUTCOME_UNKNOWN", what: "the same act is being done elsewhere" }, { cause });
        throw cause;
      });
      const act = startAct(
        deps,
        lease,
        { actorId: actor.id, journal, unsettled: heldByOpen(open).map(asOurSlot) },
        opening.slots,
      );
      try {
        const judged = await judge(act, open);
        if ("answer" in judged) {
          // There was nothing to do, which is true whether or not it can be written down.
          await journal.close("done", judged.answer).catch((cause: unknown) => logSchedule.failure(cause, []));
          return judged.answer;
        }
        refuseUnderCheck(judged.effects.leaving, open);
        await refuseWhatWasRead(deps, kept);
        journal.want(judged.effects);
        const answer = await carryOut(act);
        await keepMade(deps, kept, journal.steps()).catch((cause: unknown) => logSchedule.failure(cause, []));
        deps.inbox.settled([
          ...judged.effects.arriving.map(({ slotId }) => slotId),
          ...judged.effects.leaving.map(({ id }) => id),
        ]);
        return answer;
      } catch (cause) {
        return await endAfter(act, cause);
      } finally {
        // Who was refused looks again, at LibreTime as it is; the others only when something was written.
        deps.windows.drop();
        if (journal.isTouched()) deps.news.publish({ kind: "slots-changed" });
      }
    }),
  );
}
