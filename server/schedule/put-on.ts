import type { Interval } from "@/domain/interval";
import { DAY, earlier, formatInstant, later } from "@/domain/time";
import { fitTrack, type Track } from "@/domain/tracks";
import type { Row } from "@/domain/picture";
import type { SlotId } from "@/domain/ids";
import { createSlot, deleteSlot } from "@/server/cms/slots";
import type { EpisodeRecord, ShowRecord, SlotRecord } from "@/server/cms/records";
import { instanceFor, rowFor } from "@/server/libretime/rows";
import { LibreTimeError } from "@/server/libretime/libretime-error";
import { Refusal } from "@/server/refusal";
import type { Act } from "./act";
import { ensureShow, replaceShow } from "./ensure-show";
import { readBack } from "./read-back";
import { step } from "./step";
import { deleteSurely, makeOnce } from "./write-once";

/** An episode for a stretch of time, with the track that LibreTime has ready for it. */
export type Wanted = { readonly episode: EpisodeRecord; readonly show: ShowRecord; readonly track: Track; readonly slot: Interval };

type Verdict = {
  /** An empty instance of the same show, to be used instead of a new one. */
  readonly reuse: number | null;
  /** Slots of ours that go in the same act, and so are in nobody's way. */
  readonly leaving: ReadonlySet<SlotId>;
};

/** What stands on LibreTime now, read back. */
export type Placed = { readonly slot: SlotRecord; readonly stationShowId: number };

/**
 * Puts an episode on LibreTime: show when it has none there, instance, row, and reads the window again. If
 * somebody was faster in the meantime, the act fails with their conflict and ours goes back.
 */
export async function putOn(act: Act, wanted: Wanted, { reuse, leaving }: Verdict): Promise<Placed> {
  const { instanceId, stationShowId } = await ensureInstance(act, wanted, reuse);
  const playoutId = await makeRow(act, wanted, instanceId);
  await readBack(act, { ...wanted, stationShowId, instanceId, playoutId }, leaving);
  const slot = await saveSlot(act, wanted, { instanceId, playoutId, ownsInstance: reuse === null });
  return { slot, stationShowId };
}

async function ensureInstance(act: Act, { show, slot }: Wanted, reuse: number | null): Promise<{ readonly instanceId: number; readonly stationShowId: number }> {
  if (reuse !== null) return { instanceId: reuse, stationShowId: show.libretimeShowId! };
  const stationShowId = await ensureShow(act, show);
  try {
    return { instanceId: await makeInstance(act, stationShowId, slot), stationShowId };
  } catch (cause) {
    // The mirror still had the show, LibreTime has not (R136).
    if (!(cause instanceof LibreTimeError) || !cause.refersToNothing("show")) throw cause;
    const another = await replaceShow(act, show);
    return { instanceId: await makeInstance(act, another, slot), stationShowId: another };
  }
}

/** An instance exactly as long as the slot. */
export async function makeInstance(act: Act, showId: number, slot: Interval): Promise<number> {
  const { libretime, afterwards, deps } = act;
  const draft = instanceFor({ showId, slot, now: deps.now() });
  const made = await makeOnce(act, {
    what: "create-instance",
    note: draft.created_at,
    create: () => libretime.instances.create(draft),
    find: async () => (await afterwards.instances.list()).find((each) => each.showId === showId && each.createdAt === draft.created_at),
    discard: async ({ id }) => {
      // An instance takes its rows along (R300): one that somebody has filled meanwhile is theirs by now.
      if ((await rowsAround(afterwards, slot)).some((row) => row.instanceId === id)) return;
      await deleteSurely(() => afterwards.instances.delete(id), async () => (await afterwards.instances.get(id)) !== null);
      deps.mirror.forget({ instance: id });
    },
  });
  deps.mirror.remember({ instance: made });
  return made.id;
}

/** The one row of a slot. */
export async function makeRow(act: Act, { track, slot }: Pick<Wanted, "track" | "slot">, instanceId: number): Promise<number> {
  const { libretime, afterwards } = act;
  const draft = rowFor({ fit: fitTrack(track, slot), instanceId, trackId: track.id });
  const made = await makeOnce(act, {
    what: "create-row",
    note: `instance ${instanceId}, track ${track.id}, ${formatInstant(slot.startsAt)}`,
    create: () => libretime.schedule.create(draft).catch((cause: unknown) => {
      // The mirror still had the file, LibreTime has not.
      if (!(cause instanceof LibreTimeError) || !cause.refersToNothing("file")) throw cause;
      throw new Refusal({ code: "TRACK_NOT_READY", reason: "unknown", trackId: track.id }, { cause });
    }),
    find: async () => (await afterwards.schedule.window(slot)).find((row) => row.instanceId === instanceId && row.trackId === track.id && row.startsAt === slot.startsAt),
    discard: ({ id }) => deleteSurely(() => afterwards.schedule.delete(id), async () => (await afterwards.schedule.get(id)) !== null),
  });
  return made.id;
}

function saveSlot(act: Act, { episode, show, track, slot }: Wanted, ids: Pick<SlotRecord, "instanceId" | "playoutId" | "ownsInstance">): Promise<SlotRecord> {
  return step(act, {
    what: "save-slot",
    make: () => createSlot({ episodeId: episode.id, showId: show.id, ...slot, trackId: track.id, trackSeconds: track.length, ...ids, plannedById: act.actor.id }),
    learned: ({ id }) => ({ slotId: id }),
    takeBack: ({ id }) => [`the slot ${id}`, () => deleteSlot(id)],
  });
}

/** The rows within a day around that time: where "is this instance empty?" is answered. */
export function rowsAround(libretime: Act["libretime"], slot: Interval): Promise<readonly Row[]> {
  return libretime.schedule.window({ startsAt: earlier(slot.startsAt, DAY), endsAt: later(slot.endsAt, DAY) });
}
