import type { Interval } from "@/domain/interval";
import type { SlotId } from "@/domain/ids";
import type { Slot } from "@/domain/slots";
import { formatInstant } from "@/domain/time";
import type { Cargo } from "./cargo";
import { placed, type PlacedSlot } from "./placed-slot";
import type { Refused } from "./refused";

/** Whose version of a slot that differs is to count. */
export type Take = "ours" | "libretime";

/** An act under way or refused: what is wanted, before LibreTime has it. */
export type Attempt = {
  /** One key per gesture: a second try of the same gesture is the same act. */
  readonly key: string;
  readonly act: "place" | "unplan" | "repair";
  readonly cargo: Cargo;
  readonly to: Interval;
  /** Slots of ours that go for it. */
  readonly replaces: readonly SlotId[];
  /** Of a repair: whose version counts, and the slot as it was seen to differ. */
  readonly repair?: { readonly take: Take; readonly slot: PlacedSlot };
  readonly problem: Refused | null;
  /** How it is drawn meanwhile. */
  readonly block: PlacedSlot;
};

/** A new attempt, drawn at once as being saved. */
export function attemptOf(act: Attempt["act"], cargo: Cargo, to: Interval, more: Partial<Pick<Attempt, "replaces" | "repair">> = {}): Attempt {
  const key = crypto.randomUUID();
  return { key, act, cargo, to, replaces: [], ...more, problem: null, block: blockOf(`attempt:${key}`, cargo, to) };
}

function blockOf(id: SlotId, cargo: Cargo, to: Interval): PlacedSlot {
  return placed({
    id, kind: "planned", state: "saving", startsAt: formatInstant(to.startsAt), endsAt: formatInstant(to.endsAt),
    title: cargo.title, showName: cargo.showName, colour: cargo.colour, episodeId: cargo.episodeId, showId: cargo.showId,
    playoutIds: [], trackIds: [], ...(cargo.trackSeconds === null ? {} : { trackSeconds: cargo.trackSeconds }),
    locked: true, live: false, warnings: [], version: 0,
  });
}

/** The act that takes it back; null for what takes back more than one thing, and for a repair: nobody wants a difference again. */
export function inverse({ act, cargo, to, replaces }: Attempt, slotId: SlotId | null): Attempt | null {
  if (replaces.length > 0 || act === "repair") return null;
  const { from, ...alone } = cargo;
  if (act === "unplan") return attemptOf("place", alone, to);
  if (slotId === null) return null;
  // Without a version: whatever became of it since, this act of it is taken back.
  const there = { ...cargo, from: { ...to, slotId } };
  return from ? attemptOf("place", there, { startsAt: from.startsAt, endsAt: from.endsAt }) : attemptOf("unplan", there, to);
}

/** Is it being done already, or something else with the same slot? The second click of a double click is no second act. */
export function isUnderWay(attempts: readonly Attempt[], { key, cargo, to }: Attempt): boolean {
  const isSame = ({ cargo: other, to: there }: Attempt) => (cargo.from || other.from
    ? cargo.from?.slotId === other.from?.slotId
    : cargo.episodeId === other.episodeId && to.startsAt === there.startsAt);
  return attempts.some((each) => each.problem === null && (each.key === key || isSame(each)));
}

/** Does it want the slot at a place? Then another place may do. */
export function isPlacing({ act, repair }: Attempt): boolean {
  return act === "place" || repair?.take === "ours";
}

/**
 * The week as it is shown: what LibreTime has, with what is being written laid over it. What moves is shown
 * at its new place only, what was refused stays where it was, and what has arrived meanwhile is shown once.
 */
export function withAttempts(slots: readonly Slot[], attempts: readonly Attempt[]): PlacedSlot[] {
  const saving = attempts.filter((each) => each.problem === null);
  const placing = saving.filter(({ act }) => act === "place");
  const leaving = new Set(placing.flatMap(({ cargo, replaces }) => [...(cargo.from ? [cargo.from.slotId] : []), ...replaces]));
  const going = new Set(saving.flatMap(({ act, cargo }) => (act !== "place" && cargo.from ? [cargo.from.slotId] : [])));
  const shown = withoutSecondPlaces(slots, new Set([...leaving, ...going])).filter((slot) => !leaving.has(slot.id)).map((slot) => (going.has(slot.id) ? asGoing(slot) : placed(slot)));
  const arrived = (attempt: Attempt) => shown.some(({ slot, startsAt, endsAt }) => slot.episodeId === attempt.cargo.episodeId && startsAt === attempt.to.startsAt && endsAt === attempt.to.endsAt);
  return [...shown, ...placing.filter((each) => !arrived(each)).map((each) => each.block)];
}

/**
 * The server shows what moves at both of its places, the other as `<id>/to` or `<id>/from`. That is one too many
 * where this page draws the move itself, and where both are the same place.
 */
function withoutSecondPlaces(slots: readonly Slot[], drawnHere: ReadonlySet<SlotId>): readonly Slot[] {
  if (!slots.some(({ id }) => ofSecondPlace.test(id))) return slots;
  const places = new Map(slots.map((each) => [each.id, each]));
  return slots.filter((each) => {
    const id = each.id.replace(ofSecondPlace, "");
    const first = id === each.id ? undefined : places.get(id);
    return id === each.id || (!drawnHere.has(id) && !(first?.startsAt === each.startsAt && first.endsAt === each.endsAt));
  });
}

const ofSecondPlace = /\/(to|from)$/;
const goings = new WeakMap<Slot, PlacedSlot>();

function asGoing(slot: Slot): PlacedSlot {
  const known = goings.get(slot) ?? placed({ ...slot, state: "saving" });
  goings.set(slot, known);
  return known;
}
