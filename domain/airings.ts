import type { Interval } from "./interval";
import { formatInstant, type Instant } from "./time";

/** Is that slot an episode's first, or one that comes again, and of which start? */
export type Airing = { readonly kind: "premiere" } | { readonly kind: "rerun"; readonly of: Instant };

/** The same as it travels: with an ISO instant. */
export type AiringView = { readonly kind: "premiere" } | { readonly kind: "rerun"; readonly of: string };

/**
 * When an episode has its premiere: at the start of its earliest slot, heard or not, since what went missing in
 * LibreTime was planned all the same. Null without a slot. Two slots of one episode never start together: the
 * second would be refused as a conflict of tracks.
 */
export function premiereOf(slots: readonly Pick<Interval, "startsAt">[]): Instant | null {
  return slots.reduce<Instant | null>(
    (first, { startsAt }) => (first === null || startsAt < first ? startsAt : first),
    null,
  );
}

/** What a slot that starts then is, when the episode's premiere is at that other time; the first one is its own. */
export function airingAt(startsAt: Instant, premiereAt: Instant | null): Airing {
  return premiereAt === null || startsAt <= premiereAt ? { kind: "premiere" } : { kind: "rerun", of: premiereAt };
}

/** Premiere or rerun as it travels. */
export function airingView(airing: Airing): AiringView {
  return airing.kind === "rerun" ? { kind: "rerun", of: formatInstant(airing.of) } : airing;
}
