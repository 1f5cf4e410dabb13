import type { Refused } from "../refused";
import type { SlotChange } from "../slot-change";
import type { Batch } from "./batch";

/** One of many that could not be, and why. */
export type RefusedPart = { readonly change: SlotChange; readonly problem: Refused };

/** How an act on many slots ended, where something is left to be looked at. */
export type BatchEnd = {
  readonly batch: Batch;
  /** Why all of it was refused; null when some of it stands. */
  readonly problem: Refused | null;
  readonly parts: readonly RefusedPart[];
  /** So many would be done, or were done, without those. */
  readonly rest: number;
};

const aboutParts = new Set<Refused["code"]>([
  "TRACK_OVERLAP",
  "SLOT_OVERLAP",
  "STALE_PLAN",
  "IN_THE_PAST",
  "ON_AIR",
  "TRACK_NOT_READY",
  "SLOT_NOT_FOUND",
  "EPISODE_NOT_FOUND",
  "SHOW_NOT_FOUND",
  "SHOW_MISMATCH",
  "INVALID_TIME",
  "INVALID_TIME_RANGE",
]);

/** Is it one or another of them that cannot be, while the others may? */
export function isAboutParts({ code }: Refused): boolean {
  return aboutParts.has(code);
}
