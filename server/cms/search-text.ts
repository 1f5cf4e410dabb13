import type { CollectionBeforeChangeHook, PayloadRequest } from "payload";
import { apiRefusal } from "./api-refusal";
import { fold } from "./folding";

/** Keeps what a show is found by: its title and the names of its hosts, who must be there: SQLite would lose the ones before. */
export const foldShow: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const hosts: unknown[] = (data.hosts === undefined ? originalDoc?.hosts : data.hosts) ?? [];
  const ids = hosts.map((host) => (typeof host === "object" && host !== null && "id" in host ? host.id : host));
  const { docs } =
    ids.length === 0
      ? { docs: [] }
      : await req.payload.find({
          collection: "users",
          where: { id: { in: ids } },
          select: { name: true },
          depth: 0,
          pagination: false,
          overrideAccess: true,
          req,
        });
  if (data.hosts !== undefined && docs.length < new Set(ids).size)
    throw apiRefusal({ code: "MALFORMED_REQUEST", why: "hosts names somebody who does not exist" });
  return { ...data, searchText: fold(data.title ?? originalDoc?.title, ...docs.map(({ name }) => name)) };
};

/** Keeps what an episode is found by, apart from its show: its title, genres, mood and tags. */
export const foldEpisode: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const kept = { ...originalDoc, ...data };
  return { ...data, searchText: fold(kept.title, ...(kept.genres ?? []), kept.mood, ...(kept.tags ?? [])) };
};

/** After a host's name changed: their shows are found by the new one. */
export async function refoldShowsOf(hostId: string, req: PayloadRequest): Promise<void> {
  await req.payload.update({
    collection: "shows",
    where: { hosts: { contains: hostId } },
    data: {},
    depth: 0,
    overrideAccess: true,
    req,
  });
}
