import type { useTRPCClient } from "@/components/trpc/client";
import type { SlotId } from "@/domain/ids";
import { formatInstant } from "@/domain/time";
import type { Attempt, Take } from "./attempts";

type Times = { readonly scheduledAt: string; readonly scheduledEnd: string; readonly idempotencyKey: string };
type What = { readonly showId: string; readonly episodeId: string };

/** What is asked of the server for an act. */
export type ActRequest =
  | { readonly act: "planOne"; readonly input: What & Times }
  | { readonly act: "replaceOne"; readonly input: What & Times & { readonly replaces: SlotId[] } }
  | { readonly act: "moveOne"; readonly input: Times & { readonly slotId: SlotId; readonly version?: number } }
  | { readonly act: "unplanOne"; readonly input: Pick<What, "episodeId"> & Pick<Times, "scheduledAt" | "idempotencyKey"> }
  | { readonly act: "repairOne"; readonly input: Pick<Times, "idempotencyKey"> & { readonly slotId: SlotId; readonly take: Take } };

/** The request of an attempt: always the same one, so that trying again is the same act under the same key. */
export function requestOf({ act, cargo, to, replaces, repair, key: idempotencyKey }: Attempt): ActRequest {
  const { showId, episodeId, from } = cargo;
  const times = { scheduledAt: formatInstant(to.startsAt), scheduledEnd: formatInstant(to.endsAt), idempotencyKey };
  if (repair && from) return { act: "repairOne", input: { slotId: from.slotId, take: repair.take, idempotencyKey } };
  if (act === "unplan") return { act: "unplanOne", input: { episodeId, scheduledAt: times.scheduledAt, idempotencyKey } };
  // The slot that moves comes first: what is put on keeps the id of the first that goes with the same episode.
  if (replaces.length > 0) return { act: "replaceOne", input: { showId, episodeId, ...times, replaces: [...(from ? [from.slotId] : []), ...replaces] } };
  if (from) return { act: "moveOne", input: { slotId: from.slotId, ...(from.version === undefined ? {} : { version: from.version }), ...times } };
  return { act: "planOne", input: { showId, episodeId, ...times } };
}

/** What came of it. */
export type Written = {
  /** The slot that is there now; null where none is. */
  readonly slotId: SlotId | null;
  readonly isLate: boolean;
  /** There was nothing left to do: somebody was faster. */
  readonly wasDone: boolean;
};

type Answer = { readonly slotId?: string; readonly warnings?: readonly { readonly code: string }[]; readonly noop?: true; readonly idempotent?: true };

/** Sends it, once. */
export async function write(client: ReturnType<typeof useTRPCClient>, request: ActRequest): Promise<Written> {
  const answer = await answerTo(client, request);
  const isLate = answer.warnings?.some(({ code }) => code === "LATE_CHANGE") ?? false;
  return { slotId: answer.slotId ?? null, isLate, wasDone: request.act === "repairOne" && Boolean(answer.noop ?? answer.idempotent) };
}

function answerTo(client: ReturnType<typeof useTRPCClient>, request: ActRequest): Promise<Answer> {
  switch (request.act) {
    case "planOne": return client.planOne.mutate(request.input);
    case "replaceOne": return client.replaceOne.mutate(request.input);
    case "moveOne": return client.moveOne.mutate(request.input);
    case "unplanOne": return client.unplanOne.mutate(request.input);
    case "repairOne": return client.repairOne.mutate(request.input);
  }
}
