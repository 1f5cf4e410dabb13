import type { Interval } from "@/domain/interval";
import type { SlotId } from "@/domain/ids";
import type { Slot } from "@/domain/slots";
import { formatInstant } from "@/domain/time";
import type { Cargo } from "./cargo";
import { placed, type PlacedSlot } from "./placed-slot";
import type { Refused } from "./refused";

/** An act under way or refused: what is wanted, before LibreTime has it. */
export type Attempt = {
  /** One key per gesture: a second try of the same gesture is the same act. */
  readonly key: string;
  readonly act: "place" | "unplan";
  readonly cargo: Cargo;
  readonly to: Interval;
  /** Slots of ours that go for it. */
  readonly replaces: readonly SlotId[];
  readonly problem: Refused | null;
  /** How it is drawn meanwhile. */
  readonly block: PlacedSlot;
};

/** A new attempt, drawn at once as being saved. */
export function attemptOf(act: Attempt["act"], cargo: Cargo, to: Interval, replaces: readonly SlotId[] = []): Attempt {
  const key = crypto.randomUUID();
  return { key, act, cargo, to, replaces, problem: null, block: blockOf(`attempt:${key}`, cargo, to) };
}

function blockOf(id: SlotId, cargo: Cargo, to: Interval): PlacedSlot {
  return placed({
    id, kind: "planned", state: "saving", startsAt: formatInstant(to.startsAt), endsAt: formatInstant(to.endsAt),
    title: cargo.title, showName: cargo.showName, colour: cargo.colour, episodeId: cargo.episodeId, showId: cargo.showId,
    playoutIds: [], trackIds: [], ...(cargo.trackSeconds === null ? {} : { trackSeconds: cargo.trackSeconds }),
    locked: true, live: false, warnings: [], version: 0,
  });
}

/**
 * The week as it is shown: what LibreTime has, with what is being written laid over it. What moves is shown
 * at its new place only, what was refused stays where it was, and what has arrived meanwhile is shown once.
 */
export function withAttempts(slots: readonly Slot[], attempts: readonly Attempt[]): PlacedSlot[] {
  const saving = attempts.filter((each) => each.problem === null);
  const leaving = new Set(saving.flatMap(({ act, cargo, replaces }) => (act === "place" && cargo.from ? [cargo.from.slotId, ...replaces] : replaces)));
  const going = new Set(saving.flatMap(({ act, cargo }) => (act === "unplan" && cargo.from ? [cargo.from.slotId] : [])));
  const shown = slots.filter((slot) => !leaving.has(slot.id)).map((slot) => (going.has(slot.id) ? asGoing(slot) : placed(slot)));
  const arrived = (attempt: Attempt) => shown.some(({ slot, startsAt, endsAt }) => slot.episodeId === attempt.cargo.episodeId && startsAt === attempt.to.startsAt && endsAt === attempt.to.endsAt);
  return [...shown, ...saving.filter((each) => each.act === "place" && !arrived(each)).map((each) => each.block)];
}

const goings = new WeakMap<Slot, PlacedSlot>();

function asGoing(slot: Slot): PlacedSlot {
  const known = goings.get(slot) ?? placed({ ...slot, state: "saving" });
  goings.set(slot, known);
  return known;
}
