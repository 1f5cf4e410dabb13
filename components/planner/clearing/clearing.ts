import { overlap, type Interval } from "@/domain/interval";
import type { Instant } from "@/domain/time";
import { cargoOfSlot, type Cargo } from "../cargo";
import type { PlacedSlot } from "../placed-slot";

/** What a range would lose, and what stays in it and why, counted. */
export type Clearing = {
  readonly goes: readonly Cargo[];
  readonly stays: readonly { readonly why: Staying; readonly count: number }[];
};

type Staying = "past" | "on-air" | "foreign" | "begins-before" | "unsettled";

/** Of ours goes what begins in the range and has not begun to air; the rest that is there stays. */
export function clearingOf(slots: readonly PlacedSlot[], range: Interval, now: Instant): Clearing {
  const here = slots.filter((each) => overlap(each, range));
  const kept = here.flatMap((each) => stayingOf(each, range, now) ?? []);
  const counted = order.flatMap((why) => {
    const count = kept.filter((each) => each === why).length;
    return count > 0 ? [{ why, count }] : [];
  });
  return {
    goes: here
      .filter((each) => stayingOf(each, range, now) === null)
      .toSorted((a, b) => a.startsAt - b.startsAt)
      .map((each) => cargoOfSlot(each)!),
    stays: counted,
  };
}

const order: readonly Staying[] = ["on-air", "past", "foreign", "begins-before", "unsettled"];

function stayingOf(each: PlacedSlot, range: Interval, now: Instant): Staying | null {
  if (each.slot.kind === "foreign") return "foreign";
  if (each.endsAt <= now) return "past";
  if (each.startsAt <= now) return "on-air";
  if (each.startsAt < range.startsAt) return "begins-before";
  return cargoOfSlot(each) ? null : "unsettled";
}

const words: Record<Staying, (count: number) => string> = {
  "on-air": () => "what is on air now",
  past: (count) => `${count} that ${count === 1 ? "has" : "have"} been on air`,
  foreign: (count) => `${count} made in LibreTime`,
  "begins-before": (count) => `${count} that ${count === 1 ? "begins" : "begin"} before`,
  unsettled: (count) => `${count} being saved or checked`,
};

/** What stays, in a sentence: "2 made in LibreTime and what is on air now stay." */
export function staysText(stays: Clearing["stays"]): string | null {
  if (stays.length === 0) return null;
  const parts = stays.map(({ why, count }) => words[why](count));
  const many = stays.length > 1 || stays[0]!.count > 1;
  return `${parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : parts[0]} ${many ? "stay" : "stays"}.`.replace(
    /^w/,
    "W",
  );
}
