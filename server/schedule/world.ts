import { inTheWay, judge, type Verdict, type Wish } from "@/domain/conflicts";
import { overlap, type Interval } from "@/domain/interval";
import { airtimeOf, occupantsOf, type Instance, type OurSlot, type Picture, type Row } from "@/domain/picture";
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
 * Judges a wish against LibreTime as it is at this moment: one window request. An instance of somebody else
 * that holds the time without a row that airs there is known from the mirror alone: it is read again before it
 * decides, and so is the day around it, because "empty" is a question about its rows wherever they lie.
 * `arriving` was just put on by the act itself; `unsettled` may stand there, and holds its time until that is known.
 */
export async function judgeNow(
  deps: Deps,
  libretime: LibreTime,
  wish: Wish,
  { leaving, arriving = [], unsettled }: { readonly leaving: ReadonlySet<SlotId>; readonly arriving?: readonly OurSlot[]; readonly unsettled: readonly OurSlot[] },
): Promise<Verdict & { readonly rows: readonly Row[] }> {
  const going = new Set([...leaving, ...arriving.map(({ id }) => id)]);
  const narrow = await look(wish.slot);
  const deciding = inTheWay(wish.slot, narrow.occupants).filter((each) => each.origin === "instance" && !each.rows.some((row) => overlap(airtimeOf(row), wish.slot)));
  if (deciding.length === 0) return { ...judge(wish, narrow.occupants, going), rows: narrow.rows };
  await Promise.all(deciding.map(({ instanceId }) => readInstanceAgain(deps, instanceId)));
  const wide = await look({ startsAt: earlier(wish.slot.startsAt, DAY), endsAt: later(wish.slot.endsAt, DAY) });
  return { ...judge(wish, wide.occupants, going), rows: wide.rows };

  async function look(window: Interval) {
    const [rows, ours] = await Promise.all([libretime.schedule.window(window), slotsIn(window)]);
    const picture = await pictureOf(deps, rows, window, ours);
    return { rows, occupants: occupantsOf({ ...picture, ours: [...picture.ours, ...arriving, ...unsettled] }) };
  }
}

async function readInstanceAgain({ mirror }: Deps, id: number): Promise<void> {
  if (!(await mirror.learnInstance(id))) mirror.forget({ instance: id });
}
