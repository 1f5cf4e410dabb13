import { useMemo } from "react";
import { useTRPCClient } from "@/components/trpc/client";
import { useToasts } from "@/components/ui/toasts";
import type { Interval } from "@/domain/interval";
import type { SlotId } from "@/domain/ids";
import type { Zone } from "@/domain/zone";
import { requestOf, write } from "./act-request";
import { attemptOf, inverse, isUnderWay, type Attempt, type Take } from "./attempts";
import { cargoOfSlot, type Cargo } from "./cargo";
import type { PlacedSlot } from "./placed-slot";
import { refusedBy, type Refused } from "./refused";
import { repairsOf } from "./repair-words";
import type { Store } from "./store";
import { whenText } from "./time-words";

/** What people do to the week. Each is drawn at once, sent once, and shown as what LibreTime made of it. */
export type Acts = {
  readonly place: (cargo: Cargo, to: Interval, replaces?: readonly SlotId[]) => void;
  readonly unplan: (slot: PlacedSlot) => void;
  /** Ends a difference between LibreTime and what was planned, one way or the other. */
  readonly repair: (slot: PlacedSlot, take: Take) => void;
  /** Shows a refusal that needs no server: the preview knows who is there. */
  readonly refuse: (cargo: Cargo, to: Interval, problem: Refused) => void;
  /** The same gesture once more, with its key. */
  readonly again: (attempt: Attempt) => void;
  readonly forget: (attempt: Attempt) => void;
  /** Takes the last act back, by its inverse. */
  readonly undo: () => void;
};

type Needs = { readonly zone: Zone; readonly attempts: Store<readonly Attempt[]>; readonly look: () => Promise<void>; readonly lookAtLibrary: () => void };

/** The acts of this page. */
export function useActs({ zone, attempts, look, lookAtLibrary }: Needs): Acts {
  const client = useTRPCClient();
  const toasts = useToasts();
  return useMemo(() => {
    let last: Attempt | null = null;
    const put = (attempt: Attempt) => attempts.set((all) => [...all.filter((each) => each.key !== attempt.key), attempt]);
    const forget = (attempt: Attempt) => attempts.set((all) => all.filter((each) => each.key !== attempt.key));
    const send = async (wanted: Attempt, isUndo = false): Promise<void> => {
      if (isUnderWay(attempts.get(), wanted)) return;
      const attempt = { ...wanted, problem: null };
      put(attempt);
      try {
        const { slotId, isLate, wasDone } = await write(client, requestOf(attempt));
        await look();
        lookAtLibrary();
        forget(attempt);
        const undo = isUndo ? null : inverse(attempt, slotId);
        last = undo;
        const late = isLate ? " It starts soon, and LibreTime looks only every few minutes: it may come in late." : "";
        toasts.show({ text: `${wasDone ? `“${attempt.cargo.title}” is as it should be; nothing was changed.` : said(zone, attempt, isUndo)}${late}`, ...(undo && { action: { label: "Undo", act: () => void send(undo, true) } }) });
      } catch (error) {
        // Of one thing there is one open card: the newest.
        attempts.set((all) => all.filter((each) => each.problem === null || each.key === attempt.key));
        put({ ...attempt, problem: refusedBy(error) });
        void look();
      }
    };
    return {
      place: (cargo, to, replaces = []) => void send(attemptOf("place", cargo, to, { replaces })),
      unplan: (slot) => {
        const cargo = cargoOfSlot(slot);
        if (cargo) void send(attemptOf("unplan", cargo, slot));
      },
      repair: (slot, take) => {
        const cargo = cargoOfSlot(slot);
        if (cargo) void send(attemptOf("repair", cargo, slot, { repair: { take, slot } }));
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

function said(zone: Zone, { act, cargo, to, repair }: Attempt, isUndo: boolean): string {
  const repaired = repair && repairsOf(zone, repair.slot).find(({ take }) => take === repair.take);
  if (repaired) return repaired.done;
  const what = `“${cargo.title}”`;
  const when = whenText(zone, to.startsAt);
  if (act === "unplan") return isUndo ? `Undone: ${what} is off the grid again.` : `Took ${what} off ${when}. It is in the library.`;
  if (isUndo) return `Undone: ${what} is back on ${when}. On LibreTime.`;
  if (cargo.from?.startsAt === to.startsAt) return `${what} now ends ${whenText(zone, to.endsAt)}. On LibreTime.`;
  return `${cargo.from ? "Moved" : "Planned"} ${what} ${cargo.from ? "to" : "on"} ${when}. On LibreTime.`;
}
