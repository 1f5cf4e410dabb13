import { z } from "zod";
import type { Interval } from "@/domain/interval";
import type { Row } from "@/domain/station-rows";
import { formatInstant } from "@/domain/time";
import type { Ask } from "./call";
import type { RowBody } from "./rows";
import { verbsOf } from "./table";
import { wireDuration, wireInstant } from "./values";

/** A row that somebody else made may have anything there: it is read all the same. */
const wireLength = wireDuration.nullable().catch(null);

const wireRow = z
  .object({
    id: z.int(),
    instance: z.int(),
    starts_at: wireInstant,
    ends_at: wireInstant,
    length: wireLength,
    file: z.int().nullable(),
    stream: z.int().nullable(),
    cue_in: wireLength,
    cue_out: wireLength,
    fade_in: wireLength,
    fade_out: wireLength,
  })
  .transform(({ id, instance, starts_at, ends_at, length, file, stream, cue_in, cue_out, fade_in, fade_out }): Row => ({
    id,
    instanceId: instance,
    startsAt: starts_at,
    endsAt: ends_at,
    length,
    trackId: file,
    streamId: stream,
    cues: { cueIn: cue_in, cueOut: cue_out, fadeIn: fade_in, fadeOut: fade_out },
  }));

/**
 * LibreTime's schedule. There is no update: a PATCH or PUT with `starts_at` saves and answers 500 (R259), and
 * an end cannot be changed at all (R260). There is no list either: it would be every row ever scheduled.
 */
export function scheduleOf(ask: Ask) {
  const [path, noun] = ["/schedule", "row"] as const;
  const { get, create, delete: remove } = verbsOf(ask, { path, noun, row: wireRow });
  return {
    /**
     * The rows that touch the window, in order of time. LibreTime filters by what it stored, inclusively on
     * both sides (R237–R240), and shows ends cut to the instance (R214): rows that only touch the window, or
     * read as ending before it, are among them.
     */
    window: async (window: Interval): Promise<Row[]> => {
      // In `Z` form: the `+` of an offset would have to be %2B (R254, R255).
      const query = `ends_after=${formatInstant(window.startsAt)}&starts_before=${formatInstant(window.endsAt)}`;
      const rows = await ask({
        what: "read schedule",
        method: "GET",
        route: path,
        path: `${path}?${query}`,
        writes: false,
        answer: z.array(wireRow),
      });
      return rows.toSorted((a, b) => a.startsAt - b.startsAt || a.id - b.id);
    },
    get,
    /** Answers the row as stored; `get` and `window` show its end cut to its instance's (R213, R214). */
    create: (body: RowBody) =>
      create(
        body,
        (row) =>
          row.instanceId === body.instance &&
          row.trackId === body.file &&
          row.streamId === (body.stream ?? null) &&
          formatInstant(row.startsAt) === body.starts_at,
      ),
    delete: remove,
  };
}
