import { fold } from "@/server/cms/folding";
import type { LibreTimeFile } from "@/server/libretime/files";
import { lengthOfFile } from "./readiness";

/** A file with what it is found by, folded. */
export type IndexedTrack = {
  readonly file: LibreTimeFile;
  readonly title: string;
  readonly rest: string;
  readonly lengthSeconds: number | null;
  readonly clock: string;
};

const indexes = new WeakMap<ReadonlyMap<number, LibreTimeFile>, readonly IndexedTrack[]>();

/** The mirror's files as they are searched; made once for each state of the mirror. */
export function indexOf(files: ReadonlyMap<number, LibreTimeFile>): readonly IndexedTrack[] {
  const known = indexes.get(files);
  if (known) return known;
  const made = [...files.values()].map((file): IndexedTrack => {
    const lengthSeconds = lengthOfFile(file);
    return {
      file,
      title: fold(file.title),
      rest: fold(file.artist, file.album),
      lengthSeconds,
      clock: lengthSeconds === null ? "" : clockOf(lengthSeconds),
    };
  });
  indexes.set(files, made);
  return made;
}

/** What somebody looks for: words, and lengths as people write them. */
export type TrackQuestion = {
  readonly words: readonly string[];
  readonly clocks: readonly string[];
  readonly minutes: readonly number[];
};

/** Reads a question: in "jazz 58:4" there is a word and the beginning of a length, in "58 min" a length alone. */
export function questionOf(q: string): TrackQuestion {
  const minutes: number[] = [];
  const rest = fold(q).replace(
    /\b(?:(\d+) ?h(?:ours?)? ?)?(\d+) ?m(?:in(?:utes?|s)?)?(?=\s|$)/g,
    (_, hours: string | undefined, count: string) => {
      minutes.push(Number(hours ?? 0) * 60 + Number(count));
      return " ";
    },
  );
  const tokens = rest.split(" ").filter(Boolean);
  const isClock = (token: string): boolean => /^\d+:[\d:]*$/.test(token);
  return {
    words: tokens.filter((token) => !isClock(token)),
    clocks: tokens.filter(isClock).map((token) => token.replace(/^0+(?=\d)/, "")),
    minutes,
  };
}

/**
 * How well a track answers, 0 best; null when it does not. Every word must be in its title, artist or album.
 * The title as a whole is better than its beginning, than the beginning of one of its words, than anywhere in
 * it, than in the artist or album.
 */
export function rankOf(track: IndexedTrack, { words, clocks, minutes }: TrackQuestion): number | null {
  const plays = track.lengthSeconds;
  if (!clocks.every((clock) => track.clock.startsWith(clock))) return null;
  if (
    !minutes.every((count) => plays !== null && (Math.floor(plays / 60) === count || Math.round(plays / 60) === count))
  )
    return null;
  if (!words.every((word) => track.title.includes(word) || track.rest.includes(word))) return null;
  const phrase = words.join(" ");
  if (track.title === phrase || phrase === "") return 0;
  if (track.title.startsWith(phrase)) return 1;
  if (words.every((word) => ` ${track.title}`.includes(` ${word}`))) return 2;
  return words.every((word) => track.title.includes(word)) ? 3 : 4;
}

/** `58:43`, `1:02:43`: a length as people write it. */
function clockOf(seconds: number): string {
  const two = (count: number): string => String(count).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
