import { instant } from "@/domain/time";
import { fold } from "@/server/cms/folding";
import type { Actor } from "@/server/cms/records";
import { listShows } from "@/server/cms/shows";
import type { LibraryDeps } from "./deps";
import type { SearchStationShowsInput } from "./inputs";
import { isLinkedOne } from "./linked-one";

/** A show of LibreTime's to link one of ours to. */
export type StationShow = {
  readonly id: number;
  readonly name: string;
  /** The show of ours that is linked to it already. */
  readonly linkedTo?: string;
  /** What it was called when it was linked, where it is another show by now. */
  readonly wasNamed?: string;
};

/** LibreTime's shows by words in their name, or those of the ids: an admin links by picking, never by typing a number. */
export async function searchStationShows(
  { mirror }: Pick<LibraryDeps, "mirror">,
  actor: Actor,
  { q, ids }: SearchStationShowsInput,
): Promise<{ readonly items: readonly StationShow[] }> {
  if (mirror.filesAsOf === null) await mirror.ready();
  const linked = new Map((await listShows(actor)).map((show) => [show.libretimeShowId, show]));
  const words = fold(q).split(" ").filter(Boolean);
  const found = [...mirror.shows.values()].filter(
    ({ id, name }) => (!ids || ids.includes(id)) && words.every((word) => fold(name).includes(word)),
  );
  const listed = found.toSorted((a, b) => a.name.localeCompare(b.name) || a.id - b.id).slice(0, 100);
  const items = await Promise.all(
    listed.map(async (each): Promise<StationShow> => {
      const [{ id, name }, show] = [each, linked.get(each.id)];
      if (!show) return { id, name };
      const wasNamed = (await isLinkedOne({ mirror, now: () => instant(Date.now()) }, show, each))
        ? undefined
        : show.knownShow?.name;
      return { id, name, linkedTo: show.title, ...(wasNamed === undefined ? {} : { wasNamed }) };
    }),
  );
  return { items };
}
