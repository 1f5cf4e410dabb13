import { wantedRow, type WantedRow } from "@/domain/content";
import { UNMARKED, type Home } from "@/domain/identity";
import type { SlotId } from "@/domain/ids";
import type { Arriving, InstanceSign, RowSign } from "@/server/cms/records";
import { LibreTimeError } from "@/server/libretime/libretime-error";
import { instanceFor, rowFor } from "@/server/libretime/rows";
import { Refusal } from "@/server/refusal";
import type { Act } from "./context";
import { ensureShow, replaceShow } from "./ensure-show";
import type { StepFacts } from "./journal-entry";
import { findInstance, findRow, lookingFrom, tablesOf } from "./signs";
import { makeOnce } from "./write-once";

/** What stands on LibreTime of a slot. */
export type Placed = Home & {
  readonly slotId: SlotId;
  readonly arriving: Arriving;
  readonly stationShowId: number;
  /** Null of a live hold, which is its instance. */
  readonly playoutId: number | null;
  readonly ownsInstance: boolean;
};

/** For which slot it is made, and whether it is put back. */
type For = Pick<StepFacts, "slotId" | "back">;

/** Puts a slot on LibreTime: show when it has none there, instance, and the row if it needs one. */
export async function putOn(act: Act, arriving: Arriving): Promise<Placed> {
  const { slotId, reuse } = arriving;
  const { stationShowId, ...home } = await ensureInstance(act, arriving);
  const wanted = wantedRow(arriving);
  const playoutId = wanted && (await makeRow(act, { slotId }, home, wanted));
  return { slotId, arriving, stationShowId, ...home, playoutId, ownsInstance: reuse === null };
}

async function ensureInstance(act: Act, arriving: Arriving): Promise<Home & Pick<Placed, "stationShowId">> {
  const { slotId, reuse, reuseMark = UNMARKED, stationShowId } = arriving;
  if (reuse !== null && stationShowId !== null) return { instanceId: reuse, mark: reuseMark, stationShowId };
  const showId = await ensureShow(act, arriving);
  try {
    return { ...(await makeInstance(act, { slotId }, showId, arriving)), stationShowId: showId };
  } catch (cause) {
    // The mirror still had the show, LibreTime has not (R136).
    if (!(cause instanceof LibreTimeError) || !cause.refersToNothing("show")) throw cause;
    const another = await replaceShow(act, arriving, showId);
    return { ...(await makeInstance(act, { slotId }, another, arriving)), stationShowId: another };
  }
}

/** An instance exactly as long as the slot. */
export async function makeInstance(
  act: Act,
  whose: For,
  stationShowId: number,
  slot: Pick<Arriving, "startsAt" | "endsAt">,
): Promise<Home> {
  const { libretime, afterwards, deps } = act;
  const draft = instanceFor({ showId: stationShowId, slot, now: deps.now() });
  const sign: InstanceSign = { stationShowId, createdAt: draft.created_at };
  const facts = { what: "create-instance", ...whose, sign } as const;
  const made = await makeOnce(act, {
    facts,
    create: () => libretime.instances.create(draft),
    find: () => findInstance(tablesOf(afterwards), sign),
  });
  deps.mirror.remember({ instance: made });
  return { instanceId: made.id, mark: sign };
}

/** The one row of a slot. */
export async function makeRow(
  act: Act,
  whose: For,
  { instanceId, mark }: Home,
  { trackId, streamId, ...fit }: WantedRow,
): Promise<number> {
  const { libretime } = act;
  const sign: RowSign = {
    instanceId,
    mark,
    trackId,
    ...(streamId === null ? {} : { streamId }),
    startsAt: fit.startsAt,
    endsAt: fit.endsAt,
    cueIn: fit.cueIn,
  };
  const draft = rowFor({ fit, instanceId, trackId, streamId });
  const made = await makeOnce(act, {
    facts: { what: "create-row", ...whose, sign },
    create: () =>
      libretime.schedule.create(draft).catch((cause: unknown) => {
        // The mirror still had the file or the webstream, LibreTime has not.
        if (cause instanceof LibreTimeError && cause.refersToNothing("file"))
          throw new Refusal({ code: "TRACK_NOT_READY", reason: "unknown", trackId }, { cause });
        if (cause instanceof LibreTimeError && cause.refersToNothing("stream"))
          throw new Refusal({ code: "STREAM_NOT_FOUND", streamId: streamId! }, { cause });
        throw cause;
      }),
    find: () => findRow(lookingFrom(act), sign),
  });
  return made.id;
}
