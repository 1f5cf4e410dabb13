import { judge, type Verdict, type Wish } from "@/domain/conflicts";
import type { Interval } from "@/domain/interval";
import { occupantsOf, type Instance, type OurSlot, type Picture, type Row } from "@/domain/picture";
import type { SlotId } from "@/domain/ids";
import { DAY, earlier, later } from "@/domain/time";
import { slotsIn } from "@/server/cms/slots";
import type { SlotRecord } from "@/server/cms/records";
import type { LibreTime } from "@/server/libretime/client";
import type { Deps } from "./deps";

/** Our slots as the domain judges them. */
export function asOurSlot(record: SlotRecord): OurSlot {
  return { ...record, title: record.episodeTitle, showName: record.showTitle };
}

/** LibreTime's window, its instances and shows, and our slots there, as one picture. */
export async function pictureOf(deps: Deps, rows: readonly Row[], window: Interval, ours: readonly SlotRecord[]): Promise<Picture> {
  const instances = new Map<number, Instance>(deps.mirror.instancesIn(window).map((each) => [each.id, each]));
  for (const id of new Set([...rows.map((row) => row.instanceId), ...ours.map((slot) => slot.instanceId)])) {
    // An id that the mirror does not know was made since: it is read singly, and kept.
    const known = instances.get(id) ?? deps.mirror.instances.get(id) ?? (rows.some((row) => row.instanceId === id) ? await deps.mirror.learnInstance(id) : null);
    if (known) instances.set(id, known);
  }
  const trackTitles = new Map<number, string>();
  for (const { trackId } of rows) {
    const title = trackId === null ? undefined : deps.mirror.files.get(trackId)?.title;
    if (trackId !== null && title) trackTitles.set(trackId, title);
  }
  return { rows, instances: [...instances.values()], shows: deps.mirror.shows, trackTitles, ours: ours.map(asOurSlot) };
}

/**
 * Judges a wish against LibreTime as it is at this moment: one window request. Only when an instance of
 * somebody else stands there, the day around it is read too, because "empty" is a question about its rows
 * wherever they lie.
 */
export async function judgeNow(
  deps: Deps,
  libretime: LibreTime,
  wish: Wish,
  { leaving = () => new Set(), arriving }: { readonly leaving?: (rows: readonly Row[]) => ReadonlySet<SlotId>; readonly arriving?: OurSlot } = {},
): Promise<Verdict & { readonly rows: readonly Row[] }> {
  const narrow = await look(wish.slot);
  if (!narrow.occupants.some((each) => each.origin === "instance" && each.startsAt < wish.slot.endsAt && wish.slot.startsAt < each.endsAt)) {
    return { ...judge(wish, narrow.occupants, leaving(narrow.rows)), rows: narrow.rows };
  }
  const wide = await look({ startsAt: earlier(wish.slot.startsAt, DAY), endsAt: later(wish.slot.endsAt, DAY) });
  return { ...judge(wish, wide.occupants, leaving(wide.rows)), rows: wide.rows };

  async function look(window: Interval) {
    const [rows, ours] = await Promise.all([libretime.schedule.window(window), slotsIn(window)]);
    const picture = await pictureOf(deps, rows, window, ours);
    const occupants = occupantsOf(arriving ? { ...picture, ours: [...picture.ours, arriving] } : picture);
    return { rows, occupants: occupants.filter((each) => each.id !== arriving?.id) };
  }
}
