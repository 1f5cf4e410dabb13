import { isDeepStrictEqual } from "node:util";
import type { SlotId } from "@/domain/ids";
import { overlap, type Interval } from "@/domain/interval";
import { floorToSecond, formatInstant, type Instant } from "@/domain/time";
import { inOrder, troublesOf, type KnownTrouble, type Trouble } from "@/domain/troubles";
import { dayAt, mondayOf, weekInterval, type CalendarDay } from "@/domain/zone";
import { firstSeen, keepFirstSeen } from "@/server/cms/first-seen";
import type { SlotRecord } from "@/server/cms/records";
import { slotsEndingAfter, slotsIn } from "@/server/cms/slots";
import type { Deps } from "./deps";
import type { InboxWatch } from "./inbox-watch";
import { joined } from "./list-slots";

/** Several processes compare in turn: whoever is asked looks for itself when its own look is older than this. */
const FRESH_MS = 60_000;

/** Nothing is compared before it is asked. */
export function createInboxWatch(ofStation: () => Deps): InboxWatch {
  let last: { readonly at: Instant; readonly troubles: readonly KnownTrouble[] } | null = null;
  let underway: Promise<void> | null = null;
  const compare = async (): Promise<void> => {
    const deps = ofStation();
    const at = deps.now();
    const troubles = await dated(await troublesAhead(deps, at), at);
    const isNews = last !== null && JSON.stringify(last.troubles) !== JSON.stringify(troubles);
    last = { at, troubles };
    if (isNews) {
      deps.windows.drop();
      deps.news.publish({ kind: "slots-changed" });
    }
  };
  const look = (): Promise<void> => (underway ??= compare().finally(() => (underway = null)));
  return {
    look,
    settled: (ids) => {
      if (last) last = { ...last, troubles: last.troubles.filter(({ blockId }) => !ids.includes(blockId)) };
    },
    seen: async () => {
      const isOld = last === null || ofStation().now() - last.at > FRESH_MS;
      const looking = isOld ? look().catch(() => undefined) : null;
      if (last === null) await looking;
      return { asOf: last ? formatInstant(floorToSecond(last.at)) : null, troubles: last?.troubles ?? [] };
    },
  };
}

/**
 * Everything that is wrong from then on, in every week that has slots of ours: LibreTime clamps each row that it
 * answers, at the cost of a query each, so that it is asked week by week, as the grid asks.
 */
async function troublesAhead(deps: Deps, from: Instant): Promise<readonly Trouble[]> {
  await deps.mirror.ready();
  const coming = await slotsEndingAfter(from);
  const found = new Map<string, Trouble>();
  for (const monday of mondaysOf(
    deps,
    coming.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]),
    from,
  )) {
    const window = weekInterval(deps.zone, monday);
    const { list } = await joined(deps, window, { rows: await deps.libretime.schedule.window(window), asOf: from });
    const troubles = troublesOf(list, { zone: deps.zone, within: window, now: from });
    // What an act of ours has changed since is compared next time.
    for (const trouble of troubles.length === 0 ? [] : troubles.filter(await unchangedSince(coming, window, from)))
      found.set(trouble.id, trouble);
  }
  return [...found.values()];
}

/** The weeks that have one of these moments in them, from this one on, in order. */
function mondaysOf({ zone }: Deps, moments: readonly Instant[], from: Instant): readonly CalendarDay[] {
  const mondays = moments.filter((at) => at >= from).map((at) => mondayOf(dayAt(zone, at)));
  return [...new Set(mondays)].toSorted();
}

/** Is the slot that it is about as it was before LibreTime was asked? What is about no slot of ours counts while nothing there has changed. */
async function unchangedSince(
  coming: readonly SlotRecord[],
  window: Interval,
  from: Instant,
): Promise<(trouble: Trouble) => boolean> {
  const before = new Map(coming.filter((each) => overlap(each, window)).map(({ id, version }) => [id, version]));
  const now = new Map(
    (await slotsIn(window)).filter(({ endsAt }) => endsAt > from).map(({ id, version }) => [id, version]),
  );
  const isSame = (id: SlotId): boolean => before.get(id) === now.get(id);
  const isQuiet = [...before.keys(), ...now.keys()].every(isSame);
  return ({ blockId }) => (before.has(blockId) || now.has(blockId) ? isSame(blockId) : isQuiet);
}

/** The troubles with when each was first seen, the newest first; kept in the database, so that it outlives this process. */
async function dated(troubles: readonly Trouble[], at: Instant): Promise<readonly KnownTrouble[]> {
  const before = await firstSeen();
  const known = troubles.map((trouble): KnownTrouble => ({
    ...trouble,
    since: before[trouble.id] ?? formatInstant(at),
  }));
  const after = Object.fromEntries(known.map(({ id, since }) => [id, since]));
  if (!isDeepStrictEqual(after, before)) await keepFirstSeen(after);
  return inOrder(known, "newest");
}
