import { lengthOf, type Interval } from "./interval";
import { err, ok, type Result } from "./result";
import { DAY, later, seconds, timeBetween, wholeSeconds, type Duration, type Instant } from "./time";

/** Playable audio: LibreTime's file, as far as planning needs it. */
export type Track = {
  /** LibreTime's file id. */
  readonly id: number;
  /** Where in the file the audio starts. Kept as LibreTime has it, with its fraction. */
  readonly cueIn: Duration;
  /** How long it plays: whole seconds, more than none. */
  readonly length: Duration;
};

/** What LibreTime says of a file, as far as it decides whether the file can air. */
export type TrackFile = {
  readonly id: number;
  readonly importStatus: "ready" | "pending" | "failed";
  /** False when LibreTime says that the audio is gone; null when it never said. */
  readonly exists: boolean | null;
  readonly hidden: boolean | null;
  readonly length: Duration | null;
  readonly cueIn: Duration | null;
  readonly cueOut: Duration | null;
};

/** Why a track cannot be planned: `details.reason` of `TRACK_NOT_READY`. */
export type NotReady =
  | "no-track"
  | "unknown"
  | "hidden"
  | "gone"
  | "import-pending"
  | "import-failed"
  | "no-length"
  /** LibreTime's id is that of another recording by now. */
  | "replaced";

/**
 * The playable track of a file, or why there is none. It plays from cue_in to cue_out or to the end of the file,
 * whichever comes first. `undefined`: LibreTime does not know the file.
 */
export function trackOf(file: TrackFile | null | undefined): Result<Track, NotReady> {
  if (file === null) return err("no-track");
  if (file === undefined) return err("unknown");
  if (file.importStatus === "failed") return err("import-failed");
  if (file.importStatus === "pending") return err("import-pending");
  if (file.exists === false) return err("gone");
  if (file.hidden === true) return err("hidden");
  const plays = playedOf(file);
  // A cue point at 24 hours or later makes playout drop the whole plan of the station (R226).
  if (!plays || plays.cueIn + plays.length >= DAY) return err("no-length");
  return ok({ id: file.id, ...plays });
}

/**
 * What of a file plays, be it ready or not: from cue_in to cue_out or to its end, in whole seconds. Null when that is
 * less than a second, or when LibreTime knows no length: it sets one with every import.
 */
export function playedOf({
  cueIn,
  cueOut,
  length,
}: Pick<TrackFile, "cueIn" | "cueOut" | "length">): Pick<Track, "cueIn" | "length"> | null {
  if (length === null) return null;
  const start = cueIn !== null && cueIn > 0 ? cueIn : seconds(0);
  const plays = wholeSeconds(seconds(audioEndOf(cueOut, length) - start));
  return plays < 1 ? null : { cueIn: start, length: plays };
}

/**
 * Where in its file the audio ends, in seconds: at the cue_out, or at the end of the file when that comes first (law 13).
 * Infinity where neither is known.
 */
export function audioEndOf(cueOut: Duration | null, length: Duration | null): number {
  return Math.min(cueOut ?? Infinity, length ?? Infinity);
}

/** How a track lies in a slot: what the row will say, and what will be missing. */
export type Fit = {
  readonly startsAt: Instant;
  /** The track's end or the slot's, whichever is first. */
  readonly endsAt: Instant;
  readonly cueIn: Duration;
  readonly cueOut: Duration;
  /** How much of the track's end will not be heard. */
  readonly cut: Duration;
  /** How much silence follows the track inside the slot. */
  readonly deadAir: Duration;
};

/**
 * Fits a track into a slot. The row ends with the track or with the slot, whichever is first, and
 * `endsAt - startsAt = cueOut - cueIn` always: LibreTime forgets `cueIn` when it cuts (R214). The slot has
 * a length, in whole seconds.
 */
export function fitTrack(track: Pick<Track, "cueIn" | "length">, slot: Interval): Fit {
  const room = lengthOf(slot);
  const plays = seconds(Math.min(track.length, room));
  const endsAt = later(slot.startsAt, plays);
  return {
    startsAt: slot.startsAt,
    endsAt,
    cueIn: track.cueIn,
    cueOut: seconds(track.cueIn + plays),
    cut: seconds(track.length - plays),
    deadAir: timeBetween(endsAt, slot.endsAt),
  };
}
