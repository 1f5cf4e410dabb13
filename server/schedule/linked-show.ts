import type { ShowRecord } from "@/server/cms/records";
import { isLinkedOne } from "@/server/library/linked-one";
import { log } from "@/server/log";
import type { Deps } from "./deps";

/** So long what the mirror has read is believed: it looks every minute. */
const BELIEVED_MS = 90_000;

/**
 * The show with its link to LibreTime as it counts: a show that is another one by now, under the number of the
 * linked one, is nobody's to plan into, and is treated like one that is gone. What the mirror holds against it,
 * and what it has not looked at for long, is asked of LibreTime itself.
 */
export async function withLinkThatCounts(
  deps: Pick<Deps, "mirror" | "libretime" | "now">,
  show: ShowRecord,
): Promise<ShowRecord> {
  const { mirror, libretime, now: clock } = deps;
  const { libretimeShowId: id } = show;
  const seen = id === null ? undefined : mirror.shows.get(id);
  const isOld = clock() - (mirror.showsAsOf ?? 0) > BELIEVED_MS;
  if (id === null || !seen || (!isOld && (await isLinkedOne(deps, show, seen)))) return show;
  const now = await libretime.shows.get(id);
  if (now) mirror.remember({ show: now });
  else mirror.forget({ show: id });
  if (!now || (await isLinkedOne(deps, show, now))) return show;
  log.warn(
    { event: "show_replaced", showId: show.id, libretimeShowId: id },
    `[LT] show ${id} is another one by now: "${show.title}" was linked to "${show.knownShow?.name}", and gets a new one`,
  );
  return { ...show, libretimeShowId: null };
}
