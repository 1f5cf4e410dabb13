import { isDrifted } from "@/domain/checks";
import type { Interval } from "@/domain/interval";
import type { SlotId } from "@/domain/ids";
import type { Slot } from "@/domain/slots";
import type { Cargo } from "./cargo";
import { placed, type PlacedSlot } from "./placed-slot";
import type { Refused } from "./refused";
import { changeOf, savingSlot, thingName, type SlotChange } from "./slot-change";
import type { WayOut } from "./ways-out";

/** Whose version of a slot that differs is to count. */
export type Take = "ours" | "libretime";

/** An act under way or refused: what is wanted, before LibreTime has it. */
export type Attempt = {
  /** One key per gesture: a second try of the same gesture is the same act. */
  readonly key: string;
  readonly act: "place" | "unplan" | "repair";
  readonly cargo: Cargo;
  /** Where it is wished; a way out may lead elsewhere. */
  readonly to: Interval;
  /** The way out that is taken. */
  readonly way?: WayOut;
  /** Of a repair: whose version counts, and the slot as it was seen to differ. */
  readonly repair?: { readonly take: Take; readonly slot: PlacedSlot };
  readonly problem: Refused | null;
  /** What becomes of which slot, the one that is carried first. */
  readonly changes: readonly SlotChange[];
  /** How the wish is drawn, and how all that comes is drawn meanwhile. */
  readonly block: PlacedSlot;
  readonly blocks: readonly PlacedSlot[];
};

/** A new attempt, drawn at once as being saved. */
export function attemptOf(
  act: Attempt["act"],
  cargo: Cargo,
  to: Interval,
  more: Pick<Attempt, "way" | "repair"> = {},
): Attempt {
  const key = crypto.randomUUID();
  const changes = more.way?.changes ?? [changeOf(cargo, act === "place" ? to : null)];
  return {
    key,
    act,
    cargo,
    to,
    ...more,
    problem: null,
    changes,
    block: savingSlot(`attempt:${key}`, cargo, to),
    blocks: blocksOf(key, changes),
  };
}

/** What comes, as being saved. */
export function blocksOf(key: string, changes: readonly SlotChange[]): readonly PlacedSlot[] {
  return changes.flatMap(({ face, after }, index) =>
    after ? [savingSlot(`attempt:${key}${index === 0 ? "" : `:${index}`}`, face, after)] : [],
  );
}

/** Is it being done already, or something else with the same slot? The second click of a double click is no second act. */
export function isUnderWay(attempts: readonly Attempt[], { key, cargo, to, changes }: Attempt): boolean {
  const touched = new Set(changes.flatMap(({ slotId }) => slotId ?? []));
  const isSame = (other: Attempt) =>
    cargo.from || other.cargo.from || touched.size > 0
      ? other.changes.some(({ slotId }) => slotId !== null && touched.has(slotId))
      : nameOf(cargo) === nameOf(other.cargo) &&
        cargo.showId === other.cargo.showId &&
        to.startsAt === other.to.startsAt;
  return attempts.some((each) => each.problem === null && (each.key === key || isSame(each)));
}

function nameOf({ episodeId, hold }: Cargo): string {
  return thingName({ episodeId, content: hold });
}

/**
 * Is there something to take back? What was put back as it was planned is not: nobody wants a difference again.
 * Nor is a live hold that somebody has filled: what they put there is in its way.
 */
export function canBeUndone({ repair }: Attempt): boolean {
  return (
    !repair ||
    (repair.take === "libretime" && !(repair.slot.slot.differences ?? []).some(({ what }) => what === "filled"))
  );
}

/** Does it want the slot at a place? Then another place may do. */
export function isPlacing({ act, repair }: Attempt): boolean {
  return act === "place" || repair?.take === "ours";
}

/** What is being written, as far as the grid goes. */
export type Drawn = Pick<Attempt, "problem" | "changes" | "blocks">;

/**
 * The week as it is shown: what LibreTime has, with what is being written laid over it. What moves is shown
 * at its new place only, what was refused stays where it was, and what has arrived meanwhile is shown once.
 */
export function withAttempts(slots: readonly Slot[], attempts: readonly Drawn[]): PlacedSlot[] {
  const saving = attempts.filter((each) => each.problem === null);
  const idsOf = (each: Drawn) => each.changes.flatMap(({ slotId }) => slotId ?? []);
  // Where something comes, who was there is not drawn any more; what only goes stands there until it has gone.
  const leaving = new Set(saving.filter(({ blocks }) => blocks.length > 0).flatMap(idsOf));
  const going = new Set(saving.filter(({ blocks }) => blocks.length === 0).flatMap(idsOf));
  const shown = withoutSecondPlaces(slots, new Set([...leaving, ...going]))
    .filter((slot) => !leaving.has(slot.id))
    .map((slot) => (going.has(slot.id) ? asGoing(slot) : placed(slot)));
  const nameOf = ({ slot, startsAt, endsAt }: PlacedSlot) => `${thingName(slot)} ${slot.showId} ${startsAt} ${endsAt}`;
  const arrived = new Set(saving.length > 0 ? shown.map(nameOf) : []);
  return [...shown, ...saving.flatMap(({ blocks }) => blocks).filter((block) => !arrived.has(nameOf(block)))];
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
    return (
      id === each.id || (!drawnHere.has(id) && !(first?.startsAt === each.startsAt && first.endsAt === each.endsAt))
    );
  });
}

const ofSecondPlace = /\/(to|from)$/;
const goings = new WeakMap<Slot, PlacedSlot>();

function asGoing(slot: Slot): PlacedSlot {
  const known = goings.get(slot) ?? placed({ ...withoutDrift(slot), state: "saving" });
  goings.set(slot, known);
  return known;
}

/** The silence of a slot that LibreTime has otherwise is LibreTime's: it says nothing of what is being written. */
function withoutDrift(slot: Slot): Slot {
  if (!isDrifted(slot)) return slot;
  const { heard: _, ...rest } = slot;
  return { ...rest, warnings: [] };
}
