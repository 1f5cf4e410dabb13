import { isSameShow, type KnownShow } from "@/domain/identities/station-show";
import type { Instant } from "@/domain/time";
import { instancesOfShow } from "@/server/cms/instances-of-show";
import type { ShowRecord } from "@/server/cms/records";
import type { LibreTimeShow } from "@/server/libretime/shows";
import type { LibraryDeps } from "./deps";

/** What was made later than this may have been made in another show before anybody saw that it is one: the mirror looks every minute. */
const PROVEN_MS = 180_000;

type Looking = { readonly mirror: Pick<LibraryDeps["mirror"], "instances">; readonly now: () => Instant };

/** Is LibreTime's show the one that ours was linked to? Of a link from before such things were kept, nothing is held against it. */
export async function isLinkedOne(
  { mirror, now: clock }: Looking,
  { id, knownShow }: Pick<ShowRecord, "id" | "knownShow">,
  now: LibreTimeShow,
): Promise<boolean> {
  if (knownShow === null || isSameShow(knownShow, now, { holdsOurs: false })) return true;
  return isSameShow(knownShow, now, {
    holdsOurs: await holdsOurs(mirror, { showId: id, stationShowId: now.id, before: clock() - PROVEN_MS }),
  });
}

/** What a show of LibreTime's is known by. */
export function knownShowOf({ name, description, colour }: LibreTimeShow): KnownShow {
  return { name, description, colour };
}

/** Does it hold an instance with our mark? One from before marks were kept has the times that we gave it. */
async function holdsOurs(
  mirror: Looking["mirror"],
  {
    showId,
    stationShowId,
    before,
  }: { readonly showId: string; readonly stationShowId: number; readonly before: number },
): Promise<boolean> {
  return (await instancesOfShow(showId)).some(({ instanceId, mark, startsAt, endsAt }) => {
    const there = mirror.instances.get(instanceId);
    if (!there || there.showId !== stationShowId || Date.parse(there.createdAt) > before) return false;
    return mark === null ? there.startsAt === startsAt && there.endsAt === endsAt : there.createdAt === mark;
  });
}
