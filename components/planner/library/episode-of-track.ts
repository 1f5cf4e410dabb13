import type { Facets, LibraryTrack } from "./library-answers";

/** What the episode of a file would be called: the file's title, without an ending, underscores, or the show's name in front. */
export function titleOf(track: Pick<LibraryTrack, "title">, showName?: string): string {
  const title = track.title
    .replace(/\.(mp3|ogg|opus|flac|wav|m4a|aac)$/i, "")
    .replaceAll("_", " ")
    .trim();
  const withoutShow =
    showName && title.toLowerCase().startsWith(showName.toLowerCase())
      ? title.slice(showName.length).replace(/^[\s\-–—:·#]+/, "")
      : title;
  return withoutShow || title || track.title;
}

/** The show that a file names in its album, artist or title; the longest name wins: "Deep Rooms Late" over "Deep Rooms". */
export function showOf(
  track: Pick<LibraryTrack, "title" | "artist" | "album">,
  shows: Facets["shows"],
): Facets["shows"][number] | null {
  const said = [track.album, track.artist, track.title].map((text) => text?.toLowerCase() ?? "");
  const named = shows.filter(({ title }) => title && said.some((text) => text.includes(title.toLowerCase())));
  return named.toSorted((a, b) => b.title.length - a.title.length)[0] ?? null;
}
