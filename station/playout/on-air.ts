import type { Store } from "../store/store";
import { wholeSecondMs } from "../values/instant";
import { plannedOf } from "./plan";
import type { Planned } from "./plan";

/** Something heard, from when until when. Overlapping entries are heard on top of each other. */
export type OnAirEntry = {
  readonly startsAt: string;
  /** When it falls silent: the row's end, or before it the end of the audio between its cues. */
  readonly endsAt: string;
  readonly rowId: number;
  readonly instanceId: number;
  readonly fileId: number | null;
  readonly streamId: number | null;
  readonly title: string;
  readonly showName: string;
  /** Seconds into the file. */
  readonly cueIn: number;
  readonly cueOut: number;
  /** The file is marked as gone or has no path: playout would wait for it instead of playing it. */
  readonly mediaMissing: boolean;
};

/** With `broken`, no change of the schedule reaches the air in this time, and nothing can be said. */
export type OnAir = { readonly broken?: string; readonly entries: readonly OnAirEntry[] };

const day = 86_400_000;
const iso = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/**
 * What would be heard in [from, to), if the schedule stayed as it is and playout fetched it without pause. At
 * every instant t playout asks for the rows whose stored end is in [t, t + 24 h]; one unreadable file row among
 * them, and the fetch is lost. A row longer than that comes into view when it should long be playing, and is
 * started late.
 */
export function onAir(store: Store, from: Date, to: Date): OnAir {
  const entries: OnAirEntry[] = [];
  for (const row of store.all("schedule")) {
    const storedEnd = wholeSecondMs(String(row.ends_at));
    const isFetched = storedEnd >= from.getTime() && storedEnd - day < to.getTime();
    const planned = isFetched ? plannedOf(store, row) : undefined;
    if (planned?.deadly !== undefined) return { broken: planned.deadly, entries: [] };
    const entry = planned && heard(store, planned, storedEnd - day);
    if (entry && Date.parse(entry.startsAt) < to.getTime() && Date.parse(entry.endsAt) > from.getTime())
      entries.push(entry);
  }
  entries.sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : a.rowId - b.rowId));
  return { entries };
}

function heard(store: Store, planned: Planned, visibleFrom: number): OnAirEntry | undefined {
  const { row, kind, mediaId } = planned;
  const lateness = Math.max(0, visibleFrom - planned.startsAt);
  const startsAt = planned.startsAt + lateness;
  const cueIn = kind === "file" ? planned.cueIn + lateness / 1000 : 0;
  const media = store.get(kind === "file" ? "files" : "webstreams", mediaId);
  const audioEnd = kind === "file" ? Math.min(planned.cueOut, Number(media?.length ?? Infinity) / 1e6) : Infinity;
  const endsAt = Math.min(planned.endsAt, startsAt + Math.round((audioEnd - cueIn) * 1000));
  if (endsAt <= startsAt) return undefined;
  const show = store.get("shows", Number(store.get("show-instances", Number(row.instance))?.show));
  return {
    startsAt: iso(startsAt),
    endsAt: iso(endsAt),
    rowId: row.id,
    instanceId: Number(row.instance),
    fileId: kind === "file" ? mediaId : null,
    streamId: kind === "stream" ? mediaId : null,
    title: String((kind === "file" ? media?.track_title : media?.name) ?? media?.name ?? ""),
    showName: String(show?.name ?? ""),
    cueIn,
    cueOut: planned.cueOut,
    mediaMissing: kind === "file" && (media?.exists === false || media?.filepath === null),
  };
}
