import { wordsInUse } from "@/server/cms/episodes";
import type { Actor, ShowRecord } from "@/server/cms/records";
import { listShows } from "@/server/cms/shows";

/** What the library can be narrowed by: the shows by title, the genres and tags in use by name. */
export type Facets = {
  readonly shows: readonly Pick<ShowRecord, "id" | "title" | "colour" | "defaultSlotMinutes">[];
  readonly genres: readonly string[];
  readonly tags: readonly string[];
};

/** What there is to narrow the library by. */
export async function libraryFacets(actor: Actor): Promise<Facets> {
  const [shows, words] = await Promise.all([listShows(actor), wordsInUse()]);
  return {
    shows: shows.map(({ id, title, colour, defaultSlotMinutes }) => ({ id, title, colour, defaultSlotMinutes })),
    ...words,
  };
}
