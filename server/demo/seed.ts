import { createEpisode, searchEpisodes } from "@/server/cms/episodes";
import { isMarked, mark } from "@/server/cms/marks";
import { findActor } from "@/server/cms/people";
import type { Actor, ShowRecord } from "@/server/cms/records";
import { createShow, listShows } from "@/server/cms/shows";
import { demoPlanners, seedPeople } from "./demo-people";
import { isFreeForDemo } from "./own-database";
import { demoShows, unrecorded } from "./demo-shows";
import { demoDeeds } from "./published.mjs";

/** A file of LibreTime's, as far as an episode is made of it. */
export type DemoFile = {
  readonly id: number;
  readonly title: string;
  /** The programme. */
  readonly artist: string | null;
  readonly album: string | null;
  readonly genre: string | null;
  readonly mood: string | null;
  readonly lengthSeconds: number | null;
};

const SEEDED = demoDeeds.seeded;

/**
 * Fills an empty database with the demo's people, shows and episodes; answers whether it had to. A seeding that
 * was cut off is taken up again; a database in which somebody else works is left alone.
 */
export async function seedCms({
  files,
  password,
}: {
  readonly files: readonly DemoFile[];
  readonly password: string;
}): Promise<boolean> {
  if (await isMarked(SEEDED)) return false;
  if (!(await isFreeForDemo())) return false;
  const { admin, hosts } = await seedPeople(password);
  const shows = await seedShows(admin, hosts);
  await seedEpisodes(admin, shows, files);
  await mark(SEEDED);
  return true;
}

/** Who plans the demo's week: its admin and its programmer. */
export async function demoActors(): Promise<readonly Actor[]> {
  const actors = await Promise.all(demoPlanners.map(({ email }) => findActor(email)));
  return actors.filter((actor) => actor !== null);
}

/** What the demo's week can be planned from: the episodes with a track, those that wait longest first. */
export async function demoEpisodes(
  actor: Actor,
): Promise<readonly { readonly id: string; readonly showId: string; readonly seconds: number }[]> {
  const pages = await Promise.all(
    [1, 2].map((page) => searchEpisodes(actor, { status: ["ready"], sort: "longest-unaired", limit: 200, page })),
  );
  return pages
    .flatMap(({ items }) => items)
    .flatMap(({ id, showId, length }) => (length ? [{ id, showId, seconds: length }] : []));
}

async function seedShows(admin: Actor, hosts: ReadonlyMap<string, Actor>): Promise<ReadonlyMap<string, ShowRecord>> {
  const shows = new Map((await listShows(admin)).map((show) => [show.title, show]));
  for (const { title, host, description, colour, minutes } of demoShows) {
    if (shows.has(title)) continue;
    shows.set(
      title,
      await createShow(admin, {
        title,
        description,
        colour,
        defaultSlotMinutes: minutes,
        hostIds: [hosts.get(host)!.id],
      }),
    );
  }
  return shows;
}

async function seedEpisodes(
  admin: Actor,
  shows: ReadonlyMap<string, ShowRecord>,
  files: readonly DemoFile[],
): Promise<void> {
  const known = await titlesIn(admin);
  const isNew = (show: ShowRecord, title: string) => !known.has(`${show.id} ${title}`);
  for (const file of files) {
    const show = shows.get(file.artist ?? "");
    if (!show || !isNew(show, file.title)) continue;
    const series = /series \d+/.exec(file.album ?? "")?.[0];
    await createEpisode(admin, {
      title: file.title,
      showId: show.id,
      status: "ready",
      libretimeTrackId: file.id,
      length: file.lengthSeconds === null ? null : Math.floor(file.lengthSeconds),
      genres: file.genre ? [file.genre] : [],
      mood: file.mood,
      tags: series ? [series] : [],
    });
  }
  for (const { show: name, title } of unrecorded) {
    const show = shows.get(name);
    if (show && isNew(show, title)) await createEpisode(admin, { title, showId: show.id, status: "draft" });
  }
}

async function titlesIn(admin: Actor): Promise<ReadonlySet<string>> {
  const pages = await Promise.all([1, 2, 3].map((page) => searchEpisodes(admin, { limit: 200, page, sort: "title" })));
  return new Set(pages.flatMap(({ items }) => items).map(({ showId, title }) => `${showId} ${title}`));
}
