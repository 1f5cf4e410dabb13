import { z } from "zod";
import type { Recording } from "@/domain/identities/recording";
import { wholeSeconds } from "@/domain/time";
import type { TrackFile } from "@/domain/tracks";
import type { Ask } from "./call";
import { wireMark, type CreatedAt } from "./created-at";
import { verbsOf } from "./table";
import { wireDuration } from "./values";

/** A file of LibreTime's: what decides whether it can air, and what people know it by. */
export type LibreTimeFile = TrackFile & {
  /** Its tag, or else the name that LibreTime gave it. */
  readonly title: string;
  readonly artist: string | null;
  readonly album: string | null;
  readonly genre: string | null;
  readonly mood: string | null;
  /** Free text, as the tag has it: "2021", "2021-05-03". */
  readonly date: string | null;
  /** Of its bytes, in lower case; null until LibreTime has computed it. */
  readonly md5: string | null;
  /** When it was uploaded: no other file of that id has it. */
  readonly createdAt: CreatedAt | null;
};

const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null);
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? null);
const length = wireDuration.nullish().transform((value) => value ?? null);
const wireFile = z
  .object({
    id: z.int(),
    name: z.string(),
    import_status: z.int(),
    exists: flag,
    hidden: flag,
    length,
    cue_in: length,
    cue_out: length,
    track_title: text,
    artist_name: text,
    album_title: text,
    genre: text,
    mood: text,
    date: text,
    md5: text,
    created_at: wireMark,
  })
  .transform(
    ({
      id,
      name,
      import_status,
      exists,
      hidden,
      length,
      cue_in,
      cue_out,
      track_title,
      artist_name,
      album_title,
      genre,
      mood,
      date,
      md5,
      created_at,
    }): LibreTimeFile => ({
      id,
      title: track_title ?? name,
      artist: artist_name,
      album: album_title,
      genre,
      mood,
      date,
      importStatus: importStatusOf(import_status),
      exists,
      hidden,
      length,
      cueIn: cue_in,
      cueOut: cue_out,
      md5: md5?.toLowerCase() ?? null,
      createdAt: created_at,
    }),
  );

function importStatusOf(status: number): TrackFile["importStatus"] {
  return status === 0 ? "ready" : status === 1 ? "pending" : "failed";
}

/** What the file is known by, beside its id. */
export function recordingOf({ title, length, md5, createdAt }: LibreTimeFile): Recording {
  return { title, seconds: length === null ? null : wholeSeconds(length), md5, createdAt };
}

/** LibreTime's files. The list has hidden, missing and failed ones as well; no search, no paging (R188). */
export function filesOf(ask: Ask) {
  const { list, get } = verbsOf(ask, { path: "/files", noun: "file", row: wireFile });
  return { list, get };
}
