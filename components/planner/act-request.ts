import type { useTRPCClient } from "@/components/trpc/client";
import type { Hold } from "@/domain/content";
import type { SlotId } from "@/domain/ids";
import { onWire, type IntervalOnWire } from "@/domain/slots";
import { formatInstant } from "@/domain/time";
import type { WayKind } from "@/domain/ways-out/option";
import type { Attempt, Take } from "./attempts";

type Key = { readonly idempotencyKey: string };
type Times = Key & { readonly scheduledAt: string; readonly scheduledEnd: string };
type Thing = { readonly episodeId: string } | { readonly content: Hold };
type Place = IntervalOnWire | null;
type Option = {
  readonly kind: WayKind;
  readonly effects: {
    readonly slotId: SlotId | null;
    readonly episodeId?: string;
    readonly before: Place;
    readonly after: Place;
  }[];
};

/** What is asked of the server for an act. */
export type ActRequest =
  | { readonly act: "planOne"; readonly input: { readonly showId: string; readonly episodeId: string } & Times }
  | { readonly act: "planHold"; readonly input: { readonly showId: string; readonly content: Hold } & Times }
  | {
      readonly act: "takeWayOut";
      readonly input: { readonly showId: string } & Thing & Key & { readonly option: Option; readonly token: string };
    }
  | { readonly act: "moveOne"; readonly input: Times & { readonly slotId: SlotId; readonly version?: number } }
  | {
      readonly act: "unplanOne";
      readonly input: { readonly episodeId: string } & Pick<Times, "scheduledAt" | "idempotencyKey">;
    }
  | {
      readonly act: "planMany";
      readonly input: Key & { readonly changes: { readonly slotId: SlotId; readonly to: null }[] };
    }
  | { readonly act: "repairOne"; readonly input: Key & { readonly slotId: SlotId; readonly take: Take } }
  | { readonly act: "undoOne"; readonly input: Key & ({ readonly ofKey: string } | { readonly operationId: string }) };

/** The request of an attempt: always the same one, so that trying again is the same act under the same key. */
export function requestOf({ act, cargo, to, way, repair, key: idempotencyKey }: Attempt): ActRequest {
  const { showId, episodeId = "", hold, from } = cargo;
  const times = { scheduledAt: formatInstant(to.startsAt), scheduledEnd: formatInstant(to.endsAt), idempotencyKey };
  if (repair && from) return { act: "repairOne", input: { slotId: from.slotId, take: repair.take, idempotencyKey } };
  // A hold has no episode to be known by: it goes by its slot.
  if (act === "unplan" && hold && from)
    return { act: "planMany", input: { changes: [{ slotId: from.slotId, to: null }], idempotencyKey } };
  if (act === "unplan")
    return { act: "unplanOne", input: { episodeId, scheduledAt: times.scheduledAt, idempotencyKey } };
  if (way) {
    const effects = way.effects.map(({ before, after, ...rest }) => ({
      ...rest,
      before: before && onWire(before),
      after: after && onWire(after),
    }));
    return {
      act: "takeWayOut",
      input: {
        showId,
        ...(hold ? { content: hold } : { episodeId }),
        option: { kind: way.kind, effects },
        token: way.token,
        idempotencyKey,
      },
    };
  }
  if (from)
    return {
      act: "moveOne",
      input: { slotId: from.slotId, ...(from.version === undefined ? {} : { version: from.version }), ...times },
    };
  if (hold) return { act: "planHold", input: { showId, content: hold, ...times } };
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

type Answer = {
  readonly slotId?: string;
  readonly placed?: readonly { readonly slotId: string }[];
  readonly warnings?: readonly { readonly code: string }[];
  readonly noop?: true;
  readonly idempotent?: true;
};

/** Sends it, once. */
export async function write(client: ReturnType<typeof useTRPCClient>, request: ActRequest): Promise<Written> {
  const { slotId, placed, warnings, noop, idempotent } = await answerTo(client, request);
  // Of a way out the wish comes first.
  return {
    slotId: slotId ?? placed?.[0]?.slotId ?? null,
    isLate: warnings?.some(({ code }) => code === "LATE_CHANGE") ?? false,
    wasDone: Boolean(noop ?? idempotent),
  };
}

function answerTo(client: ReturnType<typeof useTRPCClient>, request: ActRequest): Promise<Answer> {
  switch (request.act) {
    case "planHold":
      return client.planHold.mutate(request.input);
    case "planMany":
      return client.planMany.mutate(request.input);
    case "planOne":
      return client.planOne.mutate(request.input);
    case "takeWayOut":
      return client.takeWayOut.mutate(request.input);
    case "moveOne":
      return client.moveOne.mutate(request.input);
    case "unplanOne":
      return client.unplanOne.mutate(request.input);
    case "repairOne":
      return client.repairOne.mutate(request.input);
    case "undoOne":
      return client.undoOne.mutate(request.input);
  }
}
