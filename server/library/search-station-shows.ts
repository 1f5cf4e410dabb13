import { fold } from "@/server/cms/folding";
import type { Actor } from "@/server/cms/records";
import { listShows } from "@/server/cms/shows";
import type { LibraryDeps } from "./deps";
import type { SearchStationShowsInput } from "./inputs";

/** A show of LibreTime's to link one of ours to. */
export type StationShow = { readonly id: number; readonly name: string; /** The show of ours that is linked to it already. */ readonly linkedTo?: string };

/** LibreTime's shows by words in their name, or those of the ids: an admin links by picking, never by typing a number. */
export async function searchStationShows({ mirror }: Pick<LibraryDeps, "mirror">, actor: Actor, { q, ids }: SearchStationShowsInput): Promise<{ readonly items: readonly StationShow[] }> {
  if (mirror.filesAsOf === null) await mirror.ready();
  const linked = new Map((await listShows(actor)).map((show) => [show.libretimeShowId, show.title]));
  const words = fold(q).split(" ").filter(Boolean);
  const found = [...mirror.shows.values()].filter(({ id, name }) => (!ids || ids.includes(id)) && words.every((word) => fold(name).includes(word)));
  const items = found.toSorted((a, b) => a.name.localeCompare(b.name) || a.id - b.id).slice(0, 100).map(({ id, name }): StationShow => {
    const linkedTo = linked.get(id);
    return linkedTo === undefined ? { id, name } : { id, name, linkedTo };
  });
  return { items };
}
