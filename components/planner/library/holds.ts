import type { Facets } from "./library-answers";
import type { LibraryHold } from "./library-hold";

type Show = Facets["shows"][number];
/** A webstream of LibreTime's as the library lists it. */
type Stream = { readonly id: number; readonly name: string; readonly lengthSeconds: number };

const HOUR = 3600;
/** What the server calls it when nobody has given it a name. */
export const LIVE = "Live";
/** No slot is as long as a day, and a webstream may be said to last for ever. */
const LONGEST = 23 * HOUR;

/** An hour kept for each show, as long as its slots usually are, under that name if it has one. */
export function liveHolds(shows: readonly Show[], name: string): readonly LibraryHold[] {
  const title = name.trim();
  return shows.map(({ id, title: showName, colour, defaultSlotMinutes }) => ({
    id: `live:${id}`,
    hold: { kind: "live", ...(title ? { title } : {}) },
    showId: id,
    showName,
    title: title || LIVE,
    colour,
    seconds: (defaultSlotMinutes ?? 60) * 60,
  }));
}

/** Each webstream as part of that show, as long as LibreTime says it lasts. */
export function relays(
  streams: readonly Stream[],
  { id: showId, title: showName, colour }: Show,
): readonly LibraryHold[] {
  return streams.map(({ id, name, lengthSeconds }) => ({
    id: `stream:${id}`,
    hold: { kind: "stream", streamId: id },
    showId,
    showName,
    title: name,
    colour,
    seconds: lengthSeconds < 60 ? HOUR : Math.min(Math.ceil(lengthSeconds / 60) * 60, LONGEST),
  }));
}

/** Are all the words in that name, whatever the case and the accents? */
export function wordsFind(words: string, name: string): boolean {
  const plain = (text: string) =>
    text
      .normalize("NFD")
      .replace(/\p{Diacritic}/gu, "")
      .toLowerCase();
  return plain(words)
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => plain(name).includes(word));
}
