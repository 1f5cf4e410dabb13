import { episodeIn } from "@/domain/content";
import type { ShowId } from "@/domain/ids";
import type { StockEpisode } from "@/domain/patterns/fill-of";
import { formatInstant, hours, earlier } from "@/domain/time";
import { episodesInOrder } from "@/server/cms/episode-order";
import { listRules } from "@/server/cms/patterns";
import type { Actor } from "@/server/cms/records";
import { slotsOfShows } from "@/server/cms/slots";
import { lengthNow, readinessOf } from "@/server/library/readiness";
import type { Deps } from "../deps";
import type { StockInput } from "./inputs";

/** A rerun follows a premiere of the last six weeks: one of every four weeks, and what came in between. */
const REACH = hours(42 * 24);

/** What there is to fill holes with, as it travels. */
export type Stock = {
  /** Each show's episodes, in the order in which it airs them: those never planned, and those planned since the reach. */
  readonly shows: readonly { readonly showId: ShowId; readonly episodes: readonly StockEpisode[] }[];
  /** The slots of these shows in the window and before it. */
  readonly aired: readonly {
    readonly showId: ShowId;
    readonly episodeId: string;
    readonly startsAt: string;
    readonly endsAt: string;
  }[];
  /** How far back premieres were looked for, in seconds. */
  readonly reachSeconds: number;
};

/** The episodes of every show that has a regular slot, whether they are ready, and what reruns of that window can follow. */
export async function stockFor(
  { mirror }: Pick<Deps, "mirror">,
  actor: Actor,
  { from, to }: StockInput,
): Promise<Stock> {
  const showIds = [...new Set((await listRules(actor)).map(({ showId }) => showId))];
  // What is live, or a stream, is no premiere that could be repeated.
  const aired = (await slotsOfShows(showIds, { startsAt: earlier(from, REACH), endsAt: to })).flatMap(
    ({ showId, startsAt, endsAt, content }) => {
      const episodeId = episodeIn(content);
      return episodeId === undefined
        ? []
        : [{ showId, episodeId, startsAt: formatInstant(startsAt), endsAt: formatInstant(endsAt) }];
    },
  );
  const episodes = await episodesInOrder(showIds, [...new Set(aired.map(({ episodeId }) => episodeId))]);
  const stockOf = (showId: ShowId) =>
    episodes
      .filter((each) => each.showId === showId)
      .map(({ id, title, libretimeTrackId, recording, length, isPlanned }): StockEpisode => {
        const file = libretimeTrackId === null ? undefined : mirror.files.get(libretimeTrackId);
        const ready = readinessOf(mirror, { trackId: libretimeTrackId, recording });
        return {
          id,
          title,
          trackSeconds: lengthNow(ready !== true && ready.reason === "replaced" ? undefined : file, length),
          notReady: ready === true ? null : ready.reason,
          isPlanned,
        };
      });
  return {
    shows: showIds.map((showId) => ({ showId, episodes: stockOf(showId) })),
    aired,
    reachSeconds: REACH,
  };
}
