import { Refusal } from "@/server/refusal";
import type { Act } from "./context";

/** How an act on many slots tells how far it is, and learns that it is to stop. */
export type Progress = {
  /** One more stands; of one that moves, its new place counts. */
  readonly stands: () => void;
  /** One more is off; one that moved has been counted. */
  readonly isOff: (slotId: string) => void;
  /** Fails as `STOPPED` once somebody has said so. */
  readonly demandGoing: () => void;
  readonly end: () => void;
};

/** Watches over an act that has a key; without one nobody can follow it. */
export function progressOf({ deps: { news }, journal }: Act): Progress {
  const { actorId, idempotencyKey } = journal.operation;
  const key = `${actorId} ${idempotencyKey}`;
  const { arriving, leaving } = journal.effects();
  const coming = new Set(arriving.map(({ slotId }) => slotId));
  const total = arriving.length + leaving.filter(({ id }) => !coming.has(id)).length;
  let [done, isStopped] = [0, false];
  const end = news.subscribe((event) => {
    if (event.kind === "stop" && event.key === key) isStopped = true;
  });
  const stands = () => {
    done += 1;
    if (idempotencyKey && total > 1) news.publish({ kind: "progress", key: idempotencyKey, done, total });
  };
  return {
    stands,
    isOff: (slotId) => {
      if (!coming.has(slotId)) stands();
    },
    demandGoing: () => {
      if (isStopped) throw new Refusal({ code: "STOPPED" });
    },
    end,
  };
}
