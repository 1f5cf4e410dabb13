import type { Interval } from "@/domain/interval";
import type { SlotList } from "@/domain/slots";
import { formatInstant } from "@/domain/time";
import { slotsIn } from "@/server/cms/slots";
import { LibreTimeError } from "@/server/libretime/libretime-error";
import { Refusal } from "@/server/refusal";
import type { Deps } from "./deps";
import type { ListSlotsInput } from "./inputs";
import { slotViews } from "./slot-views";
import type { WindowRead } from "./window-cache";
import { pictureOf } from "./world";

/**
 * What LibreTime has in that window, joined with what we planned: one window request, shared by all who look
 * within seconds. When LibreTime does not answer, what was seen last, as stale; nothing seen yet: its problem.
 */
export async function listSlots(deps: Deps, { from, to }: ListSlotsInput): Promise<SlotList> {
  const window = { startsAt: from, endsAt: to };
  const { read, isStale } = await readWindow(deps, window);
  const ours = await slotsIn(window);
  const picture = await pictureOf(deps, read.rows, window, ours).catch(orStale(deps, read, window, ours));
  const colourOf = (stationShowId: number): string | null => deps.mirror.shows.get(stationShowId)?.colour ?? null;
  const views = slotViews({ picture, ours, window, now: deps.now(), isStale, colourOf });
  return { ...views, asOf: formatInstant(read.asOf), timeZone: deps.zone.name, ...(isStale ? { stale: true as const } : {}) };
}

async function readWindow(deps: Deps, window: Interval): Promise<{ read: WindowRead; isStale: boolean }> {
  try {
    await deps.mirror.ready();
    return { read: await deps.windows.read(window), isStale: false };
  } catch (cause) {
    if (!(cause instanceof LibreTimeError)) throw cause;
    const seen = deps.windows.lastSeen(window);
    if (!seen) throw new Refusal(cause.problem, { cause });
    return { read: seen, isStale: true };
  }
}

/** An instance that could not be read singly is left out: its rows stand for it. */
function orStale(deps: Deps, read: WindowRead, window: Interval, ours: Parameters<typeof pictureOf>[3]) {
  return (cause: unknown) => {
    if (!(cause instanceof LibreTimeError)) throw cause;
    const rows = read.rows.filter((row) => deps.mirror.instances.has(row.instanceId));
    return pictureOf(deps, rows, window, ours);
  };
}
