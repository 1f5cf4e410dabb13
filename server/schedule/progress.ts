import { Refusal } from "@/server/refusal";
import type { Act } from "./act";

/** How an act on many slots tells how far it is, and learns that it is to stop. */
export type Progress = {
  /** One more thing stands. */
  readonly one: () => void;
  /** Fails as `STOPPED` once somebody has said so. */
  readonly demandGoing: () => void;
  readonly end: () => void;
};

/** Watches over an act that has a key; without one nobody can follow it. */
export function progressOf({ deps: { news }, journal }: Act): Progress {
  const { actorId, idempotencyKey } = journal.operation;
  const key = `${actorId} ${idempotencyKey}`;
  const { arriving, leaving } = journal.effects();
  const total = arriving.length + leaving.filter(({ id }) => !arriving.some(({ slotId }) => slotId === id)).length;
  let [done, isStopped] = [0, false];
  const end = news.subscribe((event) => {
    if (event.kind === "stop" && event.key === key) isStopped = true;
  });
  return {
    one: () => {
      done += 1;
      if (idempotencyKey && total > 1) news.publish({ kind: "progress", key: idempotencyKey, done: Math.min(done, total), total });
    },
    demandGoing: () => {
      if (isStopped) throw new Refusal({ code: "STOPPED" });
    },
    end,
  };
}
