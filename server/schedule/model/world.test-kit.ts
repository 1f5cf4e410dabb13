import { at, type Given } from "../given/given.test-kit";
import type { Interval } from "@/domain/interval";
import { later, minutes } from "@/domain/time";
import type { SlotRecord } from "@/server/cms/records";
import type { Deps } from "../deps";
import type { Theirs } from "../given/rivals.test-kit";
import { tally } from "../given/tally.test-kit";

/** What is known of LibreTime beside our records. */
export type Model = { readonly theirs: Theirs; isDrifting: boolean };

export type Real = { readonly given: Given; deps: Deps };

export type Step = (model: Model, real: Real) => Promise<void>;

/** What came of it: null when there was nothing to act on. */
export type Act = { readonly kind: string; readonly by: (real: Real, deps: Deps) => Promise<unknown> };

/** What came about in all sequences of the run. */
export const came = tally();

export function stretch(from: number, quarters: number): Interval {
  const startsAt = later(at("14:00"), minutes(15 * from));
  return { startsAt, endsAt: later(startsAt, minutes(15 * quarters)) };
}

/** One of our slots; null when there is none. */
export async function pick({ given }: Real, index: number): Promise<SlotRecord | null> {
  const slots = await given.slots();
  return slots[index % Math.max(1, slots.length)] ?? null;
}
