import { clamped, isOverbooked } from "../api/schedule-reading";
import type { Row } from "../model/field";
import type { Store } from "../store/store";
import { showDuration } from "../values/duration";
import { wholeSecondMs } from "../values/instant";

/** One row as playout takes it into its plan. Times in milliseconds since 1970, on whole seconds. */
export type Planned = {
  readonly row: Row;
  readonly kind: "file" | "stream";
  readonly mediaId: number;
  readonly startsAt: number;
  readonly endsAt: number;
  /** Seconds into the file; 0 for streams. */
  readonly cueIn: number;
  readonly cueOut: number;
  /** Why the fetch of the whole plan would die of this row. */
  readonly deadly?: string;
};

/**
 * A row by playout's rules, or undefined if it is not handed on. Overbooked rows are not, nor those without
 * media; a file wins over a stream; sub-seconds are cut; whether the file is hidden, gone, or the instance
 * `modified` is not looked at (all: playout-probes.json).
 */
export function plannedOf(store: Store, row: Row): Planned | undefined {
  if (isOverbooked(store, row) || (row.file === null && row.stream === null)) return undefined;
  const seen = clamped(store, row);
  const kind = row.file !== null ? "file" : "stream";
  const deadly = kind === "file" ? deadlyIn(seen) : undefined;
  return {
    row,
    kind,
    mediaId: Number(row.file ?? row.stream),
    startsAt: wholeSecondMs(String(seen.starts_at)),
    endsAt: wholeSecondMs(String(seen.ends_at)),
    cueIn: kind === "file" ? Number(seen.cue_in) / 1e6 : 0,
    cueOut: kind === "file" ? Number(seen.cue_out) / 1e6 : 0,
    ...(deadly === undefined ? {} : { deadly }),
  };
}

/** A file row's fades and cues are parsed as times of day: null and anything outside [0, 24 h) throw (probes). */
function deadlyIn(row: Row): string | undefined {
  for (const name of ["fade_in", "fade_out"]) {
    if (row[name] === null) return `schedule ${row.id}: ${name} is null (TypeError)`;
  }
  for (const name of ["cue_in", "cue_out"]) {
    const length = Number(row[name]);
    if (length < 0 || length >= 86_400e6)
      return `schedule ${row.id}: ${name} is "${showDuration(length)}" (ValueError)`;
  }
  return undefined;
}
