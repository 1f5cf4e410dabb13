import { useMemo } from "react";
import { useTRPCClient } from "@/components/trpc/client";
import { useToasts } from "@/components/ui/toasts";
import type { Interval } from "@/domain/interval";
import type { SlotId } from "@/domain/ids";
import { formatInstant } from "@/domain/time";
import type { Zone } from "@/domain/zone";
import { attemptOf, type Attempt } from "./attempts";
import { cargoOfSlot, type Cargo } from "./cargo";
import type { PlacedSlot } from "./placed-slot";
import { refusedBy, type Refused } from "./refused";
import type { Store } from "./store";
import { whenText } from "./time-words";

/** What people do to the week. Each is drawn at once, sent once, and shown as what LibreTime made of it. */
export type Acts = {
  readonly place: (cargo: Cargo, to: Interval, replaces?: readonly SlotId[]) => void;
  readonly unplan: (slot: PlacedSlot) => void;
  /** Shows a refusal that needs no server: the preview knows who is there. */
  readonly refuse: (cargo: Cargo, to: Interval, problem: Refused) => void;
  /** The same gesture once more, with its key. */
  readonly again: (attempt: Attempt) => void;
  readonly forget: (attempt: Attempt) => void;
  /** Takes the last act back, by its inverse. */
  readonly undo: () => void;
};

/** Follows a slot through its moves: each makes a new one, and an older Undo still means the thing, not the id. */
function idChain() {
  const next = new Map<SlotId, SlotId>();
  return {
    became: (before: SlotId, after: SlotId | null) => { if (after !== null && after !== before) next.set(before, after); },
    now: (id: SlotId): SlotId => { let at = id; for (let hops = 0; next.has(at) && hops < 100; hops += 1) at = next.get(at)!; return at; },
  };
}

type Needs = { readonly zone: Zone; readonly attempts: Store<readonly Attempt[]>; readonly look: () => Promise<void>; readonly lookAtLibrary: () => void };
type Client = ReturnType<typeof useTRPCClient>;

/** The acts of this page. */
export function useActs({ zone, attempts, look, lookAtLibrary }: Needs): Acts {
  const client = useTRPCClient();
  const toasts = useToasts();
  return useMemo(() => {
    const ids = idChain();
    let last: Attempt | null = null;
    const put = (attempt: Attempt) => attempts.set((all) => [...all.filter((each) => each.key !== attempt.key), attempt]);
    const forget = (attempt: Attempt) => attempts.set((all) => all.filter((each) => each.key !== attempt.key));
    const send = async (wanted: Attempt, isUndo = false): Promise<void> => {
      const { from } = wanted.cargo;
      const attempt = { ...wanted, problem: null, ...(from && { cargo: { ...wanted.cargo, from: { ...from, slotId: ids.now(from.slotId) } } }) };
      put(attempt);
      try {
        const { slotId, isLate } = await written(client, attempt);
        if (attempt.cargo.from) ids.became(attempt.cargo.from.slotId, slotId);
        await look();
        lookAtLibrary();
        forget(attempt);
        const undo = isUndo ? null : inverse(attempt, slotId);
        last = undo;
        const late = isLate ? " It starts soon, and LibreTime looks only every few minutes: it may come in late." : "";
        toasts.show({ text: `${said(zone, attempt, isUndo)}${late}`, ...(undo && { action: { label: "Undo", act: () => void send(undo, true) } }) });
      } catch (error) {
        // Of one thing there is one open card: the newest.
        attempts.set((all) => all.filter((each) => each.problem === null || each.key === attempt.key));
        put({ ...attempt, problem: refusedBy(error) });
        void look();
      }
    };
    return {
      place: (cargo, to, replaces) => void send(attemptOf("place", cargo, to, replaces)),
      unplan: (slot) => {
        const cargo = cargoOfSlot(slot);
        if (cargo) void send(attemptOf("unplan", cargo, slot));
      },
      refuse: (cargo, to, problem) => {
        attempts.set((all) => all.filter((each) => each.problem === null));
        put({ ...attemptOf("place", cargo, to), problem });
        void look();
      },
      again: (attempt) => void send(attempt),
      forget,
      undo: () => {
        if (!last) { toasts.show({ text: "There is nothing to undo." }); return; }
        const undo = last;
        last = null;
        void send(undo, true);
      },
    };
  }, [client, toasts, attempts, look, lookAtLibrary, zone]);
}

type Written = { readonly slotId: SlotId | null; readonly isLate: boolean };

/** Sends the act; answers the id of the slot that is there now, null after an unplan. */
async function written(client: Client, { act, cargo, to, replaces, key }: Attempt): Promise<Written> {
  const times = { scheduledAt: formatInstant(to.startsAt), scheduledEnd: formatInstant(to.endsAt), idempotencyKey: key };
  const what = { showId: cargo.showId, episodeId: cargo.episodeId };
  if (act === "unplan") {
    await client.unplanOne.mutate({ episodeId: cargo.episodeId, scheduledAt: times.scheduledAt, idempotencyKey: key });
    return { slotId: null, isLate: false };
  }
  if (replaces.length > 0) return readAnswer(await client.replaceOne.mutate({ ...what, ...times, replaces: [...replaces, ...(cargo.from ? [cargo.from.slotId] : [])] }));
  if (cargo.from) return readAnswer(await client.moveOne.mutate({ slotId: cargo.from.slotId, ...times }));
  return readAnswer(await client.planOne.mutate({ ...what, ...times }));
}

function readAnswer(answer: { readonly slotId?: string; readonly warnings?: readonly { readonly code: string }[] }): Written {
  return { slotId: answer.slotId ?? null, isLate: answer.warnings?.some(({ code }) => code === "LATE_CHANGE") ?? false };
}

/** The act that takes it back; null for a replacement, which takes back more than one thing. */
function inverse({ act, cargo, to, replaces }: Attempt, slotId: SlotId | null): Attempt | null {
  if (replaces.length > 0) return null;
  const { from, ...alone } = cargo;
  if (act === "unplan") return attemptOf("place", alone, to);
  if (slotId === null) return null;
  const there = { ...cargo, from: { ...to, slotId } };
  return from ? attemptOf("place", there, { startsAt: from.startsAt, endsAt: from.endsAt }) : attemptOf("unplan", there, to);
}

function said(zone: Zone, { act, cargo, to }: Attempt, isUndo: boolean): string {
  const what = `“${cargo.title}”`;
  const when = whenText(zone, to.startsAt);
  if (act === "unplan") return isUndo ? `Undone: ${what} is off the grid again.` : `Took ${what} off ${when}. It is in the library.`;
  if (isUndo) return `Undone: ${what} is back on ${when}. On LibreTime.`;
  if (cargo.from?.startsAt === to.startsAt) return `${what} now ends ${whenText(zone, to.endsAt)}. On LibreTime.`;
  return `${cargo.from ? "Moved" : "Planned"} ${what} ${cargo.from ? "to" : "on"} ${when}. On LibreTime.`;
}
