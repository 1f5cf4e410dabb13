import { conflictCode, inTheWay, judge, type Conflict, type Verdict, type Wish } from "@/domain/conflicts";
import { markOf, type Mark } from "@/domain/identity";
import { overlap, type Interval } from "@/domain/interval";
import { airtimeOf, occupantsOf, type Occupant, type OurSlot, type Picture } from "@/domain/picture";
import type { Instance, Row } from "@/domain/station-rows";
import type { SlotId } from "@/domain/ids";
import { DAY, earlier, hours, later, type Instant } from "@/domain/time";
import { holdsStandingAs, slotsIn } from "@/server/cms/slots";
import type { SlotRecord } from "@/server/cms/records";
import type { LibreTime } from "@/server/libretime/client";
import { Refusal } from "@/server/refusal";
import type { Deps } from "./deps";

/** Our slots as the domain judges them. */
export function asOurSlot(record: SlotRecord): OurSlot {
  return { ...record, showName: record.showTitle };
}

/** Refuses what something is in the way of, as `TRACK_OVERLAP` or `SLOT_OVERLAP`. */
export function refuseConflicts(conflicts: readonly Conflict[]): void {
  if (conflicts.length > 0) throw new Refusal({ code: conflictCode(conflicts), conflicts });
}

/** Our slots of a window: those planned for it, and the live holds that somebody has moved into it from however far. */
export async function oursIn({ mirror }: Pick<Deps, "mirror">, window: Interval): Promise<readonly SlotRecord[]> {
  const planned = await slotsIn(window);
  const known = new Set(planned.map(({ instanceId }) => instanceId));
  return [
    ...planned,
    ...(await holdsStandingAs(mirror.instancesIn(window).flatMap(({ id }) => (known.has(id) ? [] : [id])))),
  ];
}

/** LibreTime's window, its instances and shows, and our slots there, as one picture. */
export async function pictureOf(
  deps: Deps,
  rows: readonly Row[],
  window: Interval,
  ours: readonly SlotRecord[],
): Promise<Picture> {
  const instances = new Map<number, Instance>(deps.mirror.instancesIn(window).map((each) => [each.id, each]));
  for (const id of new Set([...rows.map((row) => row.instanceId), ...ours.map((slot) => slot.instanceId)])) {
    // An id that the mirror does not know was made since: it is read singly, and kept.
    const known =
      instances.get(id) ??
      deps.mirror.instances.get(id) ??
      (rows.some((row) => row.instanceId === id) ? await deps.mirror.learnInstance(id) : null);
    if (known) instances.set(id, known);
  }
  const [trackTitles, streamTitles] = [new Map<number, string>(), new Map<number, string>()];
  for (const { trackId, streamId } of rows) {
    const title = trackId === null ? undefined : deps.mirror.files.get(trackId)?.title;
    if (trackId !== null && title) trackTitles.set(trackId, title);
    const name = streamId === null ? undefined : deps.mirror.streams.get(streamId)?.name;
    if (streamId !== null && name) streamTitles.set(streamId, name);
  }
  return {
    rows,
    instances: [...instances.values()],
    shows: deps.mirror.shows,
    trackTitles,
    streamTitles,
    ours: ours.map(asOurSlot),
  };
}

/** Who goes in the same act, what the act has just put on itself, and what may stand there of acts that are not settled. */
type Around = {
  readonly leaving: ReadonlySet<SlotId>;
  readonly arriving?: readonly OurSlot[];
  readonly unsettled: readonly OurSlot[];
};

/** A verdict, the rows that it rests on, and the mark of the instance that is used. */
export type Judgement = Verdict & { readonly rows: readonly Row[]; readonly reuseMark?: Mark };

/** Judges a wish against LibreTime as it is at this moment: one window request. */
export async function judgeNow(deps: Deps, libretime: LibreTime, wish: Wish, around: Around): Promise<Judgement> {
  return (await judgeAll(deps, libretime, [wish], around))[0]!;
}

/**
 * Judges wishes against LibreTime as it is at this moment: one window request for those that lie together. An
 * instance of somebody else that holds the time without a row that airs there is known from the mirror alone: it
 * is read again before it decides, and so is the day around it, because "empty" is a question about its rows
 * wherever they lie. The wishes are not judged against each other.
 */
export async function judgeAll(
  deps: Deps,
  libretime: LibreTime,
  wishes: readonly Wish[],
  { leaving, arriving = [], unsettled }: Around,
): Promise<readonly Judgement[]> {
  const going = new Set([...leaving, ...arriving.map(({ id }) => id)]);
  const judged = new Map<Wish, Judgement>();
  for (const group of together(wishes)) {
    const narrow = await look(hullOf(group));
    for (const wish of group) {
      const deciding = inTheWay(wish.slot, narrow.occupants).filter(
        (each) => each.origin === "instance" && !each.rows.some((row) => overlap(airtimeOf(row), wish.slot)),
      );
      judged.set(
        wish,
        deciding.length === 0
          ? { ...judge(wish, narrow.occupants, going), rows: narrow.rows }
          : await judgeWidely(wish, deciding),
      );
    }
  }
  return wishes.map((wish) => withMark(deps, judged.get(wish)!));

  async function judgeWidely(wish: Wish, deciding: readonly Occupant[]): Promise<Judgement> {
    await Promise.all(deciding.map(({ instanceId }) => readInstanceAgain(deps, instanceId)));
    const wide = await look({ startsAt: earlier(wish.slot.startsAt, DAY), endsAt: later(wish.slot.endsAt, DAY) });
    return { ...judge(wish, wide.occupants, going), rows: wide.rows };
  }

  async function look(window: Interval) {
    const [rows, ours] = await Promise.all([libretime.schedule.window(window), oursIn(deps, window)]);
    const picture = await pictureOf(deps, rows, window, ours);
    return { rows, occupants: occupantsOf({ ...picture, ours: [...picture.ours, ...arriving, ...unsettled] }) };
  }
}

/** Wishes further apart than this are asked for separately: LibreTime pays for every row that it answers. */
const APART = hours(6);

/** The wishes in order of time, those that lie together in one group. */
function together(wishes: readonly Wish[]): readonly (readonly Wish[])[] {
  const groups: Wish[][] = [];
  let until: Instant | null = null;
  for (const wish of wishes.toSorted((a, b) => a.slot.startsAt - b.slot.startsAt)) {
    if (until !== null && wish.slot.startsAt <= later(until, APART)) groups.at(-1)!.push(wish);
    else groups.push([wish]);
    until = until === null || wish.slot.endsAt > until ? wish.slot.endsAt : until;
  }
  return groups;
}

function hullOf(group: readonly Wish[]): Interval {
  return {
    startsAt: group[0]!.slot.startsAt,
    endsAt: group.reduce((last, { slot }) => (slot.endsAt > last ? slot.endsAt : last), group[0]!.slot.endsAt),
  };
}

function withMark({ mirror }: Deps, judgement: Judgement): Judgement {
  const used = judgement.reuse === null ? undefined : mirror.instances.get(judgement.reuse);
  return used ? { ...judgement, reuseMark: markOf(used) } : judgement;
}

async function readInstanceAgain({ mirror }: Deps, id: number): Promise<void> {
  if (!(await mirror.learnInstance(id))) mirror.forget({ instance: id });
}
