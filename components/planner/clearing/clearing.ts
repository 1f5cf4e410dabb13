import type { Words } from "@/components/language/words";
import { overlap, type Interval } from "@/domain/interval";
import type { Instant } from "@/domain/time";
import { cargoOfSlot, type Cargo } from "../cargo";
import { listed } from "../listed";
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

/** What is on air comes first: its text begins the sentence. */
const order: readonly Staying[] = ["on-air", "past", "foreign", "begins-before", "unsettled"];

function stayingOf(each: PlacedSlot, range: Interval, now: Instant): Staying | null {
  if (each.slot.kind === "foreign") return "foreign";
  if (each.endsAt <= now) return "past";
  if (each.startsAt <= now) return "on-air";
  if (each.startsAt < range.startsAt) return "begins-before";
  return cargoOfSlot(each) ? null : "unsettled";
}

const keys = {
  "on-air": "clearing.stays.onAir",
  past: "clearing.stays.past",
  foreign: "clearing.stays.foreign",
  "begins-before": "clearing.stays.beginsBefore",
  unsettled: "clearing.stays.unsettled",
} as const satisfies Record<Staying, string>;

/** What stays, in a sentence: "What is on air now and 2 made in LibreTime stay." */
export function staysText(words: Words, stays: Clearing["stays"]): string | null {
  const { t } = words;
  if (stays.length === 0) return null;
  const parts = stays.map(({ why, count }) => t(keys[why], { count }));
  const [list, last] = [listed(words, parts.slice(0, -1)), parts.at(-1)!];
  const what = parts.length > 1 ? t("clearing.stays.and", { list, last }) : last;
  return stays.length > 1 || stays[0]!.count > 1
    ? t("clearing.stays.many", { what })
    : t("clearing.stays.one", { what });
}
