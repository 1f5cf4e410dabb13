import { agreement, textAgreement, type Agreement } from "./agreement";

/** What a file of LibreTime's is known by, beside its id. */
export type Recording = {
  /** Its tag, or else its name. */
  readonly title: string;
  /** Whole seconds of the audio, whatever its cues; null where LibreTime has not said. */
  readonly seconds: number | null;
  /** 32 hexadecimal digits, in lower case; null where LibreTime has not said. */
  readonly md5: string | null;
  /** When LibreTime's row was made, UTC with six digits of fraction; no edit changes it. Null where LibreTime has not said. */
  readonly createdAt: string | null;
};

/**
 * Is the file still the recording that was picked? The same bytes are the same recording, whatever else is said
 * of them. Other bytes in the same row are an edit as long as the title or the length is still that of the
 * picked one: a new tag, a recut, or a checksum computed anew. Nothing is concluded from one difference alone
 * where the rest is not known, such as the file's name before LibreTime has imported it. Another row must have
 * the title and the length of the picked one.
 */
export function isSameRecording(kept: Recording, now: Recording): boolean {
  // The usual case, told at once: this is asked of every episode at every search.
  if (kept.md5 !== null && kept.md5 === now.md5) return true;
  const { md5, seconds, title, row } = compared(kept, now);
  if (md5 === "agrees") return true;
  if (row === "differs") return title === "agrees" && seconds !== "differs";
  const told = [md5, seconds, title].filter((each) => each !== "unknown");
  return told.includes("agrees") || told.length < 2;
}

/**
 * What is kept of it from now on: the edited values of what is the same recording, and what was not known before.
 * Before LibreTime has imported a file nothing follows: its name may be that of another recording.
 */
export function recordingAfter(kept: Recording, now: Recording): Recording {
  return isSameRecording(kept, now) && isToldEnough(kept, now) ? merged(kept, now) : kept;
}

/**
 * What is kept of a file that was picked before such things were kept: the file as it is now, if it plays as
 * long as it did then, give or take a second. `pickedSeconds` is null where that is not known, which is no
 * evidence against it.
 */
export function recordingOnceRead(
  now: Recording,
  { pickedSeconds, playsSeconds }: { readonly pickedSeconds: number | null; readonly playsSeconds: number | null },
): Recording | null {
  if (playsSeconds === null) return null;
  return agreement(pickedSeconds, playsSeconds, isWithinASecond) === "differs" ? null : now;
}

function isToldEnough(kept: Recording, now: Recording): boolean {
  const { md5, seconds, title, row } = compared(kept, now);
  if (md5 === "agrees" || seconds === "agrees") return true;
  const wasImporting = kept.md5 === null && kept.seconds === null;
  return now.seconds !== null && row !== "differs" && (wasImporting || title === "agrees");
}

function merged(kept: Recording, now: Recording): Recording {
  return {
    title: now.title || kept.title,
    seconds: now.seconds ?? kept.seconds,
    md5: now.md5 ?? kept.md5,
    createdAt: now.createdAt ?? kept.createdAt,
  };
}

function compared(kept: Recording, now: Recording): Readonly<Record<"md5" | "seconds" | "title" | "row", Agreement>> {
  return {
    md5: textAgreement(kept.md5, now.md5),
    // Analysers round a length each in its own way.
    seconds: agreement(kept.seconds, now.seconds, isWithinASecond),
    title: textAgreement(kept.title, now.title),
    row: agreement(kept.createdAt, now.createdAt),
  };
}

function isWithinASecond(a: number, b: number): boolean {
  return Math.abs(Math.floor(a) - Math.floor(b)) <= 1;
}
