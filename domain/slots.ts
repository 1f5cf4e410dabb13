import type { AiringView } from "./airings";
import type { Difference } from "./differences";
import type { Content } from "./content";
import type { EpisodeId, ShowId, SlotId } from "./ids";
import type { Interval } from "./interval";
import { formatInstant, instant } from "./time";
import type { Former } from "./identities/former";
import type { NotReady } from "./tracks";

/** What LibreTime was seen to make of a slot. */
export type SlotState = "saving" | "on-libretime" | "checking" | "missing" | "changed" | "duplicate" | "unknown";

/** What is not wrong enough to refuse, but is said: seconds of silence, of a cut end, or of waiting. */
export type Warning =
  | { readonly code: "DEAD_AIR"; readonly seconds: number }
  | { readonly code: "TRACK_CUT"; readonly seconds: number }
  | { readonly code: "LATE_CHANGE"; readonly playoutPollsEvery: number };

/** A difference as it travels: with ISO instants. */
export type DifferenceView = Difference extends infer Each
  ? Each extends Interval
    ? Omit<Each, keyof Interval> & { readonly startsAt: string; readonly endsAt: string }
    : Each
  : never;

/** A slot as the grid gets it. Instants are ISO strings in UTC: they travel as JSON. */
export type Slot = {
  readonly id: SlotId;
  readonly kind: "planned" | "foreign";
  readonly state: SlotState;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly title: string;
  readonly showName: string;
  /** `#rrggbb`, or null for a foreign slot without one. */
  readonly colour: string | null;
  /** What it holds; absent for a foreign slot. */
  readonly content?: Content;
  readonly episodeId?: EpisodeId;
  readonly showId?: ShowId;
  readonly instanceId?: number;
  readonly playoutIds: readonly number[];
  /** LibreTime's file ids in it. */
  readonly trackIds: readonly number[];
  /** Whole seconds that its track plays as its file is now; as it was planned, where the file would not play now. */
  readonly trackSeconds?: number;
  /** When something is heard in it, in order; absent where that is the usual: from its start until its dead air begins. */
  readonly heard?: readonly IntervalOnWire[];
  /** May no act of ours touch it? Foreign, past and on-air slots are locked. */
  readonly locked: boolean;
  /** Kept for a live programme: a live hold of ours, or an instance of LibreTime's that takes a live source. */
  readonly live: boolean;
  readonly warnings: readonly Warning[];
  readonly version: number;
  /** In what LibreTime is not as planned; absent when it is. */
  readonly differences?: readonly DifferenceView[];
  /** Why its track would not play now, although it was fine when it was planned; absent when it would, and for what is over. */
  readonly notReady?: NotReady;
  /** What its track or its webstream was when it was planned, where LibreTime has another one under that id by now. */
  readonly was?: Former;
  /** Somebody else's row in it makes playout drop the whole plan of the station; absent when none does. Of a row of ours it is a difference. */
  readonly silencesStation?: true;
  /** Premiere, or rerun of which start; absent for foreign slots, and while an act on it is not finished. */
  readonly airing?: AiringView;
  /** Who planned it, for people; absent for foreign slots. */
  readonly plannedBy?: string;
};

/** A gap as the grid gets it. */
export type GapView = { readonly startsAt: string; readonly endsAt: string; readonly inside?: SlotId };

/** The answer of `listSlots`. */
export type SlotList = {
  readonly slots: readonly Slot[];
  readonly gaps: readonly GapView[];
  /** When LibreTime was read. */
  readonly asOf: string;
  readonly timeZone: string;
  /** LibreTime does not answer: this is what was seen last. */
  readonly stale?: true;
};

/** One of the slots of an episode. */
export type EpisodeAiring = {
  readonly slotId: SlotId;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly airing: AiringView;
};

/** Times off the wire. */
export function intervalOf({ startsAt, endsAt }: IntervalOnWire): Interval {
  return { startsAt: instant(Date.parse(startsAt)), endsAt: instant(Date.parse(endsAt)) };
}

/** Times as they travel: as ISO strings. */
export type IntervalOnWire = { readonly startsAt: string; readonly endsAt: string };

/** Times for the wire. */
export function onWire({ startsAt, endsAt }: Interval): IntervalOnWire {
  return { startsAt: formatInstant(startsAt), endsAt: formatInstant(endsAt) };
}

/** Nothing longer is listed at once. */
export const LIST_LIMIT_DAYS = 42;
