import type { ShowId } from "@/domain/ids";
import { asUser } from "./actors";
import { getCms } from "./cms";
import type { KnownShow } from "@/domain/identities/station-show";
import { readShow, showText } from "./known-columns";
import { writeHeld, type HeldLine } from "./held";
import { fallbackColour } from "./palette";
import type { Show } from "./payload-types";
import type { Actor, ShowRecord } from "./records";
import { isId, sql } from "./sql";

/** The show, as far as the actor may see it; null when there is none. */
export async function findShow(actor: Actor, id: ShowId): Promise<ShowRecord | null> {
  if (!isId(id)) return null;
  const cms = await getCms();
  const show = await cms.findByID({
    collection: "shows",
    id,
    depth: 0,
    showHiddenFields: true,
    disableErrors: true,
    overrideAccess: false,
    user: asUser(actor),
  });
  return show ? recordOf(show) : null;
}

/** The show, for Airweek itself: settling and repairing go on without a person. */
export async function findShowById(id: ShowId): Promise<ShowRecord | null> {
  if (!isId(id)) return null;
  const show = await (
    await getCms()
  ).findByID({ collection: "shows", id, depth: 0, showHiddenFields: true, disableErrors: true, overrideAccess: true });
  return show ? recordOf(show) : null;
}

/** Is a show of ours linked to that show of LibreTime's? */
export async function isLinked(libretimeShowId: number): Promise<boolean> {
  const { totalDocs } = await (
    await getCms()
  ).db.count({ collection: "shows", where: { libretimeShowId: { equals: libretimeShowId } } });
  return totalDocs > 0;
}

/** Every show that the actor may see, by title. */
export async function listShows(actor: Actor): Promise<readonly ShowRecord[]> {
  const cms = await getCms();
  const { docs } = await cms.find({
    collection: "shows",
    depth: 0,
    showHiddenFields: true,
    pagination: false,
    sort: "title",
    overrideAccess: false,
    user: asUser(actor),
  });
  return docs.map(recordOf);
}

/** What a new show is made of; all but its title may be left out. */
export type ShowDraft = { readonly title: string; readonly hostIds?: readonly string[] } & Partial<
  Pick<ShowRecord, "description" | "colour" | "defaultSlotMinutes">
>;

/** Makes a show, as far as the actor may. */
export async function createShow(actor: Actor, { hostIds, ...draft }: ShowDraft): Promise<ShowRecord> {
  const cms = await getCms();
  return recordOf(
    await cms.create({
      collection: "shows",
      data: { ...draft, hosts: [...(hostIds ?? [])] },
      depth: 0,
      showHiddenFields: true,
      overrideAccess: false,
      user: asUser(actor),
    }),
  );
}

/** A show of LibreTime's, and what it is known by; null of one that was linked before that was kept. */
export type ShowLink = { readonly id: number; readonly known: KnownShow | null };

/** Says which show of LibreTime's this is, once Airweek has made it there; null when LibreTime has lost it. Fails with `Fenced` when the line is not its holder's any more. */
export async function linkShow(line: HeldLine, showId: ShowId, link: ShowLink | null): Promise<void> {
  const known = link?.known ? showText(link.known) : null;
  const sets = sql`libretime_show_id = ${link?.id ?? null}, known_show = ${known}, updated_at = ${new Date().toISOString()}`;
  await writeHeld(
    line,
    sql`UPDATE shows SET ${sets} WHERE id = ${showId} AND EXISTS (SELECT 1 FROM held) RETURNING id`,
  );
}

function recordOf(show: Show): ShowRecord {
  return {
    id: show.id,
    title: show.title,
    description: show.description ?? "",
    colour: show.colour || fallbackColour,
    defaultSlotMinutes: show.defaultSlotMinutes ?? null,
    libretimeShowId: show.libretimeShowId ?? null,
    knownShow: readShow(show.knownShow),
  };
}
