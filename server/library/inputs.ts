import { z } from "zod";
import { isSoundText } from "@/domain/texts";
import { listRangeProblem } from "@/domain/slot-rules";
import { parseInstant, type Instant } from "@/domain/time";

const text = z
  .string()
  .refine(isSoundText, { params: { problem: { code: "MALFORMED_REQUEST", why: "a text in it cannot be kept" } } });
const words = text.trim().max(200).optional();
const ids = z.array(text.min(1).max(64)).max(200).optional();
const texts = z.array(text.min(1).max(60)).max(100).optional();
const lengthSeconds = z.number().min(0).max(86_400).optional();
const instantText = z.string().transform((text, context): Instant => {
  const read = parseInstant(text);
  if (read.ok) return read.value;
  context.addIssue("must be a time such as 2026-11-24T20:00:00Z");
  return z.NEVER;
});
/** Where to go on: what the answer before said as `nextCursor`. */
const cursor = z.number().int().min(0).nullish();
const limit = z.number().int().min(1).max(100).default(50);

/** `library.search`: whatever is left out does not narrow. */
export const searchLibraryInput = z.object({
  q: words,
  showIds: ids,
  genres: texts,
  tags: texts,
  status: z
    .array(z.enum(["draft", "ready", "archived"]))
    .max(3)
    .optional(),
  minSeconds: lengthSeconds,
  maxSeconds: lengthSeconds,
  notAiredSince: instantText.optional(),
  neverAired: z.boolean().optional(),
  readyOnly: z.boolean().optional(),
  sort: z.enum(["longest-unaired", "title", "show", "newest", "shortest", "longest"]).default("longest-unaired"),
  cursor,
  limit,
});

/** `library.airings`: where an episode is planned. */
export const airingsInput = z.object({ episodeId: text.min(1).max(64) });

/** `library.fitting`: what fills the stretch from one instant to another. */
export const fittingInput = z
  .object({ from: instantText, to: instantText, limit: z.number().int().min(1).max(20).default(3) })
  .superRefine(({ from, to }, context) => {
    const problem = listRangeProblem({ startsAt: from, endsAt: to });
    if (problem) context.issues.push({ code: "custom", input: from, params: { problem } });
  });

/** `library.tracks`: LibreTime's files by words, or those of the ids. */
export const searchTracksInput = z.object({
  q: words,
  ids: z.array(z.number().int().positive()).max(100).optional(),
  onlyUnused: z.boolean().optional(),
  cursor,
  limit,
});

/** `library.streams`: LibreTime's webstreams by words. */
export const searchStreamsInput = z.object({ q: words });

/** `library.makeEpisode`: without a title the episode is called as the file is. */
export const makeEpisodeInput = z.object({
  trackId: z.number().int().positive(),
  showId: text.min(1).max(64),
  title: text.trim().min(1).max(200).optional(),
});

/** LibreTime's shows by words, or those of the ids. */
export const searchStationShowsInput = z.object({
  q: words,
  ids: z.array(z.number().int().positive()).max(100).optional(),
});

export type SearchLibraryInput = z.output<typeof searchLibraryInput>;
export type AiringsInput = z.output<typeof airingsInput>;
export type FittingInput = z.output<typeof fittingInput>;
export type SearchTracksInput = z.output<typeof searchTracksInput>;
export type SearchStreamsInput = z.output<typeof searchStreamsInput>;
export type MakeEpisodeInput = z.output<typeof makeEpisodeInput>;
export type SearchStationShowsInput = z.output<typeof searchStationShowsInput>;
