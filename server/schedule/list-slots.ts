import { episodeIn } from "@/domain/content";
import type { Interval } from "@/domain/interval";
import type { SlotList } from "@/domain/slots";
import type { Picture } from "@/domain/picture";
import type { Row } from "@/domain/station-rows";
import { formatInstant } from "@/domain/time";
import { unfinishedOperations } from "@/server/cms/operations";
import type { SlotRecord } from "@/server/cms/records";
import { firstStarts } from "@/server/cms/slots";
import { LibreTimeError } from "@/server/libretime/libretime-error";
import { audioIn, trackIn } from "@/server/library/audio";
import { Refusal } from "@/server/refusal";
import type { Deps } from "./deps";
import type { HeardOccupant } from "./heard-occupants";
import { inGroups } from "./in-groups";
import type { ListSlotsInput } from "./inputs";
import { learnMarks } from "./learn-marks";
import { mediaNotReady } from "./media-not-ready";
import { openSlots } from "./open-slots";
import { slotViews } from "./slot-views";
import type { WindowRead } from "./window-cache";
import { oursIn, pictureOf } from "./world";

/**
 * What LibreTime has in that window, joined with what we planned: one window request, shared by all who look
 * within seconds. When LibreTime does not answer, what was seen last, as stale; nothing seen yet: its problem.
 */
export async function listSlots(deps: Deps, { from, to }: ListSlotsInput): Promise<SlotList> {
  const window = { startsAt: from, endsAt: to };
  const { read, isStale } = await readWindow(deps, window);
  return (await joined(deps, window, read, isStale)).list;
}

/** A window's slots and gaps, with who is heard when, and the rows that it rests on. */
export type Joined = { readonly list: SlotList; readonly heard: readonly HeardOccupant[]; readonly picture: Picture };

/** The same with what people need to hear who is on air. */
export async function listHeard(deps: Deps, window: Interval): Promise<Joined> {
  const { read, isStale } = await readWindow(deps, window);
  return joined(deps, window, read, isStale);
}

/** What was read of LibreTime's window, joined with what we planned. Fails with LibreTimeError unless it is stale anyway. */
export async function joined(deps: Deps, window: Interval, read: WindowRead, isStale = false): Promise<Joined> {
  const [kept, operations] = await Promise.all([oursIn(deps, window), unfinishedOperations()]);
  const { rows, unread } = isStale
    ? { rows: read.rows, unread: new Set<number>() }
    : await withStrays(deps, read.rows, kept);
  const open = openSlots(deps, { operations, ours: kept, rows, window });
  const ours = [...kept, ...open.map(({ record }) => record).filter(({ id }) => !kept.some((each) => each.id === id))];
  const files = [
    ...rows.flatMap(({ trackId, startsAt }) => (trackId === null ? [] : [{ id: trackId, startsAt }])),
    ...ours.flatMap(({ content, startsAt }) => (content.kind === "track" ? [{ id: content.trackId, startsAt }] : [])),
  ];
  if (!isStale) await deps.mirror.watchFiles(files);
  const [picture, premieres] = await Promise.all([
    pictureOf(deps, rows, window, ours).catch(orStale(deps, rows, window, ours)),
    firstStarts(ours.flatMap(({ content }) => episodeIn(content) ?? [])),
  ]);
  if (!isStale) await learnMarks(kept, picture);
  const colourOf = (stationShowId: number): string | null => deps.mirror.shows.get(stationShowId)?.colour ?? null;
  const { heard, ...views } = slotViews({
    picture,
    ours,
    premieres,
    open: new Map(open.map(({ record, state }) => [record.id, state])),
    window,
    now: deps.now(),
    isStale,
    unread,
    notReadyOf: (record) => mediaNotReady(deps.mirror, record),
    colourOf,
    audioOf: audioIn(deps.mirror),
    trackOf: trackIn(deps.mirror),
  });
  return {
    list: {
      ...views,
      asOf: formatInstant(read.asOf),
      timeZone: deps.zone.name,
      ...(isStale ? { stale: true as const } : {}),
    },
    heard,
    picture,
  };
}

async function readWindow(deps: Deps, window: Interval): Promise<{ read: WindowRead; isStale: boolean }> {
  try {
    await deps.mirror.ready();
    // A week that is kept for seconds would look fresh while acts are refused already.
    await deps.libretime.demandSchedule();
    return { read: await deps.windows.read(window), isStale: false };
  } catch (cause) {
    if (!(cause instanceof LibreTimeError)) throw cause;
    const seen = deps.windows.lastSeen(window);
    if (!seen) throw new Refusal(cause.problem, { cause });
    return { read: seen, isStale: true };
  }
}

/** So many rows that have left the window are looked for singly: a full week of what is still to come, and some of what is over. */
const [STRAYS_COMING, STRAYS_OVER] = [200, 20];

/** LibreTime's rows, and the ids of ours that are not among them while nobody knows whether they are elsewhere. */
type Looked = { readonly rows: readonly Row[]; readonly unread: ReadonlySet<number> };

/** Our rows that somebody has moved out of the window are found by their ids; what LibreTime says is nowhere is missing. */
async function withStrays(
  { libretime, now }: Deps,
  rows: readonly Row[],
  ours: readonly SlotRecord[],
): Promise<Looked> {
  const known = new Set(rows.map(({ id }) => id));
  const isOver = ({ endsAt }: SlotRecord): boolean => endsAt <= now();
  const absent = ours.filter(({ playoutId }) => playoutId !== null && !known.has(playoutId));
  const unread = new Set(absent.map(({ playoutId }) => playoutId!));
  const looked = [
    ...absent.filter((each) => !isOver(each)).slice(0, STRAYS_COMING),
    ...absent.filter(isOver).slice(0, STRAYS_OVER),
  ];
  let isAnswering = true;
  const found = await inGroups(looked, async ({ playoutId }) => {
    // Whoever looks at the grid waits for one that gives no answer, not for two hundred.
    const row = isAnswering ? await libretime.schedule.get(playoutId!).catch(orUnread) : "unread";
    if (row === "unread") isAnswering = false;
    else unread.delete(playoutId!);
    return row;
  });
  return { rows: [...rows, ...found.filter((row) => row !== null && row !== "unread")], unread };
}

function orUnread(cause: unknown): "unread" {
  if (cause instanceof LibreTimeError) return "unread";
  throw cause;
}

/** An instance that could not be read singly is left out: its rows stand for it. */
function orStale(deps: Deps, read: readonly Row[], window: Interval, ours: Parameters<typeof pictureOf>[3]) {
  return (cause: unknown) => {
    if (!(cause instanceof LibreTimeError)) throw cause;
    const rows = read.filter((row) => deps.mirror.instances.has(row.instanceId));
    return pictureOf(deps, rows, window, ours);
  };
}
