import { linkShow } from "@/server/cms/shows";
import type { ShowRecord } from "@/server/cms/records";
import type { LibreTimeShow } from "@/server/libretime/shows";
import { showFor } from "@/server/libretime/rows";
import { log } from "@/server/log";
import type { Act } from "./act";
import { deleteSurely, makeOnce } from "./write-once";

/** LibreTime's id of the show: the linked one while LibreTime has it, otherwise a new one. Never one of the same name: an admin links by picking. */
export async function ensureShow(act: Act, show: ShowRecord): Promise<number> {
  const linked = show.libretimeShowId;
  if (linked === null) return makeShow(act, show);
  if (act.deps.mirror.shows.has(linked) || (await act.libretime.shows.get(linked)) !== null) return linked;
  return replaceShow(act, show);
}

/** A new show, for one that LibreTime says it does not have any more. */
export function replaceShow(act: Act, show: ShowRecord): Promise<number> {
  const { id, title, libretimeShowId } = show;
  log.warn({ event: "show_gone", showId: id, libretimeShowId }, `[LT] show ${libretimeShowId} is gone from LibreTime: "${title}" gets a new one`);
  if (libretimeShowId !== null) act.deps.mirror.forget({ show: libretimeShowId });
  return makeShow(act, show);
}

async function makeShow(act: Act, show: ShowRecord): Promise<number> {
  const { libretime, afterwards, deps } = act;
  const draft = showFor({ name: show.title, description: show.description, colour: show.colour });
  const known = new Set(deps.mirror.shows.keys());
  const made = await makeOnce<LibreTimeShow>(act, {
    what: "create-show",
    note: draft.name,
    create: () => libretime.shows.create(draft),
    find: async () => {
      const found = (await afterwards.shows.list()).filter((each) => each.name === draft.name && !known.has(each.id));
      if (found.length > 1) throw new Error(`${found.length} new shows are called so`);
      return found[0];
    },
    discard: async ({ id }) => {
      // A show is deleted with all that is in it (R304): only one that a fresh list shows empty goes back.
      if ((await afterwards.instances.list()).some((each) => each.showId === id)) return;
      await deleteSurely(() => afterwards.shows.delete(id), async () => (await afterwards.shows.get(id)) !== null);
      await linkShow(show.id, show.libretimeShowId);
      deps.mirror.forget({ show: id });
    },
  });
  deps.mirror.remember({ show: made });
  await linkShow(show.id, made.id);
  return made.id;
}
