import { formatInstant } from "@/domain/time";
import type { EpisodeId, ShowId } from "@/domain/ids";
import type { EpisodeHit } from "@/server/cms/episodes";
import type { LibraryDeps } from "./deps";
import { lengthNow, readinessOf, type Readiness } from "./readiness";

/** An episode as a card of the library says it. Instants are ISO strings in UTC: they travel as JSON. */
export type LibraryEpisode = {
  readonly id: EpisodeId;
  readonly title: string;
  readonly showId: ShowId;
  readonly showName: string;
  /** `#rrggbb`. */
  readonly colour: string;
  readonly description: string;
  readonly genres: readonly string[];
  readonly tags: readonly string[];
  readonly status: EpisodeHit["status"];
  /** Whole seconds of its track: as LibreTime has it now, else as it was when it was picked. */
  readonly lengthSeconds: number | null;
  readonly ready: Readiness;
  readonly lastAiredAt: string | null;
  readonly nextAiringAt: string | null;
  /** When its earliest slot starts: what is planned after it is a rerun of it. */
  readonly premiereAt: string | null;
};

/** The card of an episode that was found. */
export function libraryEpisode(mirror: LibraryDeps["mirror"], hit: EpisodeHit): LibraryEpisode {
  const {
    id,
    title,
    showId,
    showTitle,
    colour,
    description,
    genres,
    tags,
    status,
    libretimeTrackId,
    recording,
    length,
    lastAiredAt,
    nextAt,
    firstAt,
  } = hit;
  const file = libretimeTrackId === null ? undefined : mirror.files.get(libretimeTrackId);
  const ready = readinessOf(mirror, { trackId: libretimeTrackId, recording });
  // How long another recording is, says nothing of the one that was picked.
  const isReplaced = ready !== true && ready.reason === "replaced";
  return {
    id,
    title,
    showId,
    showName: showTitle,
    colour,
    description,
    genres,
    tags,
    status,
    lengthSeconds: lengthNow(isReplaced ? undefined : file, length),
    ready,
    lastAiredAt: lastAiredAt === null ? null : formatInstant(lastAiredAt),
    nextAiringAt: nextAt === null ? null : formatInstant(nextAt),
    premiereAt: firstAt === null ? null : formatInstant(firstAt),
  };
}
