import { includes, merge, type Interval } from "./interval";
import { airs, airtimeOf, silencesStation, storedEndOf } from "./picture";
import type { Instance, Row } from "./station-rows";
import { intervalOf, type Slot } from "./slots";
import { ceilToSecond, DAY, instant, later, seconds, timeBetween, type Instant } from "./time";
import { audioEndOf, type TrackFile } from "./tracks";

/**
 * A file as far as it decides what is heard of a row. `undefined`: LibreTime has no such file. "unread": nobody could
 * ask LibreTime, so that the row's own cue points are believed.
 */
export type Audio = Pick<TrackFile, "exists" | "length"> | "unread" | undefined;

/** The audio of a file, by LibreTime's file id. */
export type AudioOf = (trackId: number) => Audio;

/**
 * When a row is heard: from its start until the row, its cue_out or its file ends, whichever comes first; null when
 * never (law 13). A hidden file is heard, since playout does not look at that; one whose audio is gone is not: playout
 * waits for it (libretime/README 6.2, 6.3). A file of unknown length plays to its cue_out. A webstream is heard as long
 * as its row. Playout sees a row only when its stored end is within 24 hours: a longer one begins late, or never. A second that has begun
 * counts as heard.
 */
export function heardOf(row: Row, audioOf: AudioOf): Interval | null {
  if (!airs(row) || silencesStation(row)) return null;
  const { startsAt, endsAt } = airtimeOf(row);
  const late = seconds(Math.max(0, timeBetween(startsAt, storedEndOf(row)) - DAY));
  const from = later(startsAt, late);
  if (row.trackId === null) return from < endsAt ? { startsAt: from, endsAt } : null;
  const left = audioLeft(row, audioOf(row.trackId)) - late;
  const until = instant(Math.min(endsAt, left === Infinity ? endsAt : ceilToSecond(later(from, seconds(left)))));
  return from < until ? { startsAt: from, endsAt: until } : null;
}

/** How much audio a row of a file has, in seconds, however long the row is. */
function audioLeft({ cues }: Row, audio: Audio): number {
  if (audio === undefined || (audio !== "unread" && audio.exists === false)) return 0;
  return audioEndOf(cues.cueOut, audio === "unread" ? null : audio.length) - (cues.cueIn ?? 0);
}

/**
 * The row because of which playout cannot read the schedule at that moment; null when it can. Playout asks for the
 * rows whose stored end is within the next 24 hours, and one row that it cannot read makes it drop all of them (R210, R226,
 * R227). Overbooked rows it does not get (probes).
 */
export function unreadableAt(rows: readonly Row[], instances: readonly Instance[], at: Instant): Row | null {
  const homes = new Map(instances.map((each) => [each.id, each]));
  const isAsked = (end: Instant): boolean => at <= end && end <= later(at, DAY);
  const isHandedOn = (row: Row): boolean =>
    airs(row) || row.startsAt < (homes.get(row.instanceId)?.endsAt ?? -Infinity);
  return rows.find((row) => silencesStation(row) && isHandedOn(row) && isAsked(storedEndOf(row))) ?? null;
}

/** A listed slot, as far as it says when it is heard. */
type Listed = Pick<Slot, "startsAt" | "endsAt" | "heard" | "warnings">;

/** When something is heard in a listed slot, in order and disjoint. What the list leaves out is the usual: from its start until its dead air begins. */
export function heardIn({ startsAt, endsAt, heard, warnings }: Listed): readonly Interval[] {
  if (heard) return heard.map(intervalOf);
  const whole = intervalOf({ startsAt, endsAt });
  const deadAir = warnings.reduce((sum, each) => (each.code === "DEAD_AIR" ? sum + each.seconds : sum), 0);
  return merge([{ ...whole, endsAt: instant(whole.endsAt - deadAir * 1000) }]);
}

/** Is something heard in a listed slot at that moment? */
export function isHeardAt(slot: Listed, at: Instant): boolean {
  return heardIn(slot).some((each) => includes(each, at));
}
