import { mediaOf } from "@/domain/content";
import { formatInstant } from "@/domain/time";
import type { Actor, SlotRecord } from "@/server/cms/records";
import { listShows } from "@/server/cms/shows";
import { slotsEndingAfter } from "@/server/cms/slots";
import { trackUses } from "@/server/library/track-uses";
import type { Deps } from "../deps";
import type { StationLook } from "./look";

/** What our records name in LibreTime: it is there, nobody has that id, or somebody else's has it. */
export type RecordState = "there" | "missing" | "another";

/** One of our records that does not stand there as we know it. */
export type RecordGone = {
  readonly title: string;
  readonly state: Exclude<RecordState, "there">;
  readonly libretimeId: number;
  /** Of a slot: when it is. An ISO instant. */
  readonly startsAt?: string;
  /** What has that id now, as far as it has a name. */
  readonly thereNow?: string;
};

/** How many of a kind stand, and some of those that do not. */
export type RecordsOfKind = { readonly counts: Readonly<Record<RecordState, number>>; readonly gone: readonly RecordGone[] };

/** The slots to come, the shows, the tracks of episodes, and the webstreams of slots to come. */
export type OurRecords = { readonly slots: RecordsOfKind; readonly shows: RecordsOfKind; readonly tracks: RecordsOfKind; readonly streams: RecordsOfKind };

const NAMED = 50;

/** All that our records name in LibreTime, looked up in the mirror. */
export async function ourRecords({ mirror, now }: Deps, actor: Actor, { kept }: StationLook): Promise<OurRecords> {
  const [slots, shows, uses] = [await slotsEndingAfter(now()), await listShows(actor), await trackUses()];
  const known = new Map((kept?.fingerprint.instances ?? []).map(({ id, mark }) => [id, mark]));
  const streams = new Map(slots.flatMap((slot) => { const { streamId } = mediaOf(slot.content); return streamId === null ? [] : [[streamId, slot.title] as const]; }));
  return {
    slots: ofKind(slots.map((slot) => ({ title: `${slot.showTitle}: ${slot.title}`, startsAt: formatInstant(slot.startsAt), libretimeId: slot.instanceId, ...stateOfSlot(slot, mirror, known) }))),
    shows: ofKind(shows.flatMap(({ title, libretimeShowId: id }) => (id === null ? [] : [{ title, libretimeId: id, ...stateOfShow(title, mirror.shows.get(id)) }]))),
    tracks: ofKind(uses.map(({ title, trackId }) => ({ title, libretimeId: trackId, state: mirror.files.has(trackId) ? "there" as const : "missing" as const }))),
    streams: ofKind([...streams].map(([id, title]) => ({ title, libretimeId: id, state: mirror.streams.has(id) ? "there" as const : "missing" as const }))),
  };
}

type Looked = Omit<RecordGone, "state"> & { readonly state: RecordState };

function ofKind(all: readonly Looked[]): RecordsOfKind {
  const count = (state: RecordState): number => all.filter((each) => each.state === state).length;
  const gone = all.filter((each): each is RecordGone => each.state !== "there");
  return { counts: { there: count("there"), missing: count("missing"), another: count("another") }, gone: gone.slice(0, NAMED) };
}

function stateOfSlot(slot: SlotRecord, { instances, shows }: Deps["mirror"], known: ReadonlyMap<number, string | null>): Pick<Looked, "state" | "thereNow"> {
  const instance = instances.get(slot.instanceId);
  if (!instance) return { state: "missing" };
  const mark = known.get(slot.instanceId);
  const isOurs = mark ? mark === instance.createdAt : instance.startsAt === slot.startsAt && instance.endsAt === slot.endsAt;
  return isOurs ? { state: "there" } : { state: "another", thereNow: `${shows.get(instance.showId)?.name ?? "a show"}, ${formatInstant(instance.startsAt)}` };
}

function stateOfShow(title: string, show: { readonly name: string } | undefined): Pick<Looked, "state" | "thereNow"> {
  if (!show) return { state: "missing" };
  return show.name.trim() === title.trim() ? { state: "there" } : { state: "another", thereNow: show.name };
}
