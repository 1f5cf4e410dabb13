import type { Recording } from "./recording";
import type { Webstream } from "./webstream";

/** What an id of LibreTime's stood for when it was picked, where it stands for something else by now. Travels as JSON. */
export type Former = {
  readonly kind: "file" | "stream";
  /** LibreTime's id. */
  readonly id: number;
  readonly title: string;
  /** Whole seconds; null where it was not known, and of a webstream. */
  readonly lengthSeconds: number | null;
};

/** A file as it was picked. */
export function formerFile(id: number, { title, seconds }: Recording): Former {
  return { kind: "file", id, title, lengthSeconds: seconds };
}

/** A webstream as it was planned. */
export function formerStream(id: number, { name }: Webstream): Former {
  return { kind: "stream", id, title: name, lengthSeconds: null };
}

/** What is another one by now, and what to do about it. */
export function formerSentence({ kind, id, ...was }: Former): string {
  const name = formerName({ kind, ...was });
  return kind === "file"
    ? `This is another recording now: LibreTime's file ${id} was ${name}; pick the track again.`
    : `This is another webstream now: LibreTime's webstream ${id} was ${name}; pick it again.`;
}

/** "“Night Flight #1”, 58:00". */
export function formerName({ title, lengthSeconds }: Omit<Former, "id">): string {
  return lengthSeconds === null ? `“${title}”` : `“${title}”, ${clockLength(lengthSeconds)}`;
}

/** 3763 seconds are `1:02:43`. */
function clockLength(whole: number): string {
  const two = (count: number): string => String(count).padStart(2, "0");
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, Math.floor(whole) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
