import type { EpisodeId, ShowId } from "../ids";
import { overlap, type Interval } from "../interval";
import { seconds, type Duration, type Instant } from "../time";
import { fitTrack, type NotReady } from "../tracks";
import type { Zone } from "../zone";
import type { Hole } from "./holes-of";
import { occurrencesOf, type Rule } from "./rule";

/** An episode of a show's stock, in the order in which the show airs them. */
export type StockEpisode = {
  readonly id: EpisodeId;
  readonly title: string;
  /** Whole seconds of its track; null while nobody knows. */
  readonly trackSeconds: number | null;
  /** Why it cannot be planned; null when it can. */
  readonly notReady: NotReady | null;
  /** Does it have a slot anywhere, past ones included? Then it has, or will have, had its premiere. */
  readonly isPlanned: boolean;
};

/** A slot of a show, whatever week it is in: what reruns follow. */
export type Aired = Interval & { readonly showId: ShowId; readonly episodeId: EpisodeId };

/** Why a hole stays empty. */
export type StaysEmpty =
  /** Somebody else is there. */
  | { readonly why: "blocked" }
  /** Every episode of the show is planned. */
  | { readonly why: "none-left" }
  /** There are some, but none of them is ready; the first of them. */
  | { readonly why: "not-ready"; readonly episode: StockEpisode }
  /** There is no premiere before it that it could repeat. */
  | { readonly why: "no-premiere" };

/** A hole with what goes into it, or the reason why nothing does. */
export type Filling<H extends Hole = Hole> =
  | {
      readonly hole: H;
      readonly episode: StockEpisode;
      /** Does it go in? What is not taken is only what could. */
      readonly isTaken: boolean;
      /** How much of it is not heard, or how much silence follows. */
      readonly cut: Duration;
      readonly deadAir: Duration;
      /** Those before it that are not ready, and wait. */
      readonly passedOver: readonly StockEpisode[];
    }
  | { readonly hole: H; readonly empty: StaysEmpty };

type Stocks = {
  readonly zone: Zone;
  readonly rules: readonly Rule[];
  /** Each show's episodes, in order. */
  readonly stock: ReadonlyMap<ShowId, readonly StockEpisode[]>;
  /** Slots of these shows, those before the window included. */
  readonly aired: readonly Aired[];
  /** How far back a premiere may lie for a rerun to follow it. */
  readonly reach: Duration;
};

/** Of which more is cut than one part in so many, nobody fills a hole without being asked to. */
const CUT_AT_MOST = 10;

/**
 * What goes into the holes: into a premiere's the show's next episode that was never planned and is ready, into
 * a rerun's the episode of the premiere before it, of the rule that it follows. No episode has two premieres,
 * and the same holes and stock give the same filling. An episode that would lose more than a tenth of its track, as
 * an hour in a hole of fifteen minutes, is not taken, and is there for the next hole. `chosen` are the holes of which
 * somebody has said otherwise, by id: filled all the same, or left empty.
 */
export function fillOf<H extends Hole>(
  holes: readonly H[],
  { zone, rules, stock, aired, reach }: Stocks,
  chosen: ReadonlyMap<string, boolean> = new Map(),
): Filling<H>[] {
  const used = new Set<EpisodeId>();
  const premieres: Aired[] = [];
  const seated: Interval[] = [];
  return holes
    .toSorted((a, b) => a.startsAt - b.startsAt || kindOrder(a) - kindOrder(b) || (a.id < b.id ? -1 : 1))
    .map((hole): Filling<H> => {
      const { showId, kind } = hole.rule;
      if (hole.blockers.length > 0 || seated.some((each) => overlap(each, hole)))
        return { hole, empty: { why: "blocked" } };
      const episodes = stock.get(showId) ?? [];
      const found =
        kind === "premiere"
          ? nextOf(episodes, used)
          : rerunOf(hole, { zone, rules, reach, episodes, slots: [...aired, ...premieres] });
      if ("why" in found) return { hole, empty: found };
      const lack = lackIn(hole, found.episode);
      const isTaken = chosen.get(hole.id) ?? lack.cut * CUT_AT_MOST <= (found.episode.trackSeconds ?? 0);
      if (!isTaken) return { hole, ...found, isTaken, ...lack };
      used.add(found.episode.id);
      seated.push(hole);
      if (kind === "premiere")
        premieres.push({ showId, episodeId: found.episode.id, startsAt: hole.startsAt, endsAt: hole.endsAt });
      return { hole, ...found, isTaken, ...lack };
    });
}

const kindOrder = ({ rule }: Hole): number => (rule.kind === "premiere" ? 0 : 1);

type Found = { readonly episode: StockEpisode; readonly passedOver: readonly StockEpisode[] } | StaysEmpty;

function nextOf(episodes: readonly StockEpisode[], used: ReadonlySet<EpisodeId>): Found {
  const open = episodes.filter(({ id, isPlanned }) => !isPlanned && !used.has(id));
  const at = open.findIndex(({ notReady }) => notReady === null);
  if (at >= 0) return { episode: open[at]!, passedOver: open.slice(0, at) };
  return open[0] ? { why: "not-ready", episode: open[0] } : { why: "none-left" };
}

type Before = Pick<Stocks, "zone" | "rules" | "reach"> & {
  readonly episodes: readonly StockEpisode[];
  readonly slots: readonly Aired[];
};

/** The episode of the last premiere before the hole: what stands at the last time of the rule that it follows, or of any of the show's. */
function rerunOf(hole: Hole, { zone, rules, reach, episodes, slots }: Before): Found {
  const window = { startsAt: (hole.startsAt - reach * 1000) as Instant, endsAt: hole.startsAt };
  const followed = rules.filter(
    ({ id, showId, kind }) =>
      showId === hole.rule.showId && kind === "premiere" && (hole.rule.follows === null || id === hole.rule.follows),
  );
  const last = followed
    .flatMap((rule) => occurrencesOf(rule, window, zone))
    .toSorted((a, b) => b.startsAt - a.startsAt)[0];
  const slot = last && slots.find((each) => each.showId === hole.rule.showId && overlap(each, last));
  const episode = slot && episodes.find(({ id }) => id === slot.episodeId);
  if (!episode) return { why: "no-premiere" };
  return episode.notReady === null ? { episode, passedOver: [] } : { why: "not-ready", episode };
}

function lackIn(
  hole: Interval,
  { trackSeconds }: StockEpisode,
): { readonly cut: Duration; readonly deadAir: Duration } {
  if (trackSeconds === null) return { cut: seconds(0), deadAir: seconds(0) };
  const { cut, deadAir } = fitTrack({ cueIn: seconds(0), length: seconds(trackSeconds) }, hole);
  return { cut, deadAir };
}
