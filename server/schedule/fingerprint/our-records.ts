import { mediaOf } from "@/domain/content";
import { isHome } from "@/domain/identity";
import { isSameRecording, type Recording } from "@/domain/identities/recording";
import { isSameStream } from "@/domain/identities/webstream";
import { formatInstant } from "@/domain/time";
import type { Actor, ShowRecord, SlotRecord } from "@/server/cms/records";
import { listShows } from "@/server/cms/shows";
import { slotsEndingAfter } from "@/server/cms/slots";
import { isLinkedOne } from "@/server/library/linked-one";
import { trackUses } from "@/server/library/track-uses";
import { recordingOf, type LibreTimeFile } from "@/server/libretime/files";
import type { LibreTimeShow } from "@/server/libretime/shows";
import type { LibreTimeStream } from "@/server/libretime/streams";
import type { Deps } from "../deps";

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
  /** Of an instance: when that is. An ISO instant. */
  readonly thereAt?: string;
};

/** How many of a kind stand, and some of those that do not. */
export type RecordsOfKind = {
  readonly counts: Readonly<Record<RecordState, number>>;
  readonly gone: readonly RecordGone[];
};

/** The slots to come, the shows, the tracks of episodes, and the webstreams of slots to come. */
export type OurRecords = {
  readonly slots: RecordsOfKind;
  readonly shows: RecordsOfKind;
  readonly tracks: RecordsOfKind;
  readonly streams: RecordsOfKind;
};

const NAMED = 50;

/** All that our records name in LibreTime, looked up in the mirror. */
export async function ourRecords({ mirror, now }: Deps, actor: Actor): Promise<OurRecords> {
  const [slots, shows, uses] = [await slotsEndingAfter(now()), await listShows(actor), await trackUses()];
  const streams = new Map(
    slots.flatMap((slot) => {
      const { streamId } = mediaOf(slot.content);
      return streamId === null ? [] : [[streamId, slot] as const];
    }),
  );
  const linked = shows.flatMap((show) => (show.libretimeShowId === null ? [] : [{ show, id: show.libretimeShowId }]));
  return {
    slots: ofKind(
      slots.map((slot) => ({
        title: `${slot.showTitle}: ${slot.title}`,
        startsAt: formatInstant(slot.startsAt),
        libretimeId: slot.instanceId,
        ...stateOfSlot(slot, mirror),
      })),
    ),
    shows: ofKind(
      await Promise.all(
        linked.map(async ({ show, id }) => ({
          title: show.title,
          libretimeId: id,
          ...(await stateOfShow({ mirror, now }, show, mirror.shows.get(id))),
        })),
      ),
    ),
    tracks: ofKind(
      uses.map(({ title, trackId, recording }) => ({
        title,
        libretimeId: trackId,
        ...stateOfTrack(mirror.files.get(trackId), recording),
      })),
    ),
    streams: ofKind(
      [...streams].map(([id, { title, known }]) => ({
        title,
        libretimeId: id,
        ...stateOfStream(mirror.streams.get(id), known),
      })),
    ),
  };
}

type Looked = Omit<RecordGone, "state"> & { readonly state: RecordState };

function ofKind(all: readonly Looked[]): RecordsOfKind {
  const count = (state: RecordState): number => all.filter((each) => each.state === state).length;
  const gone = all.filter((each): each is RecordGone => each.state !== "there");
  return {
    counts: { there: count("there"), missing: count("missing"), another: count("another") },
    gone: gone.slice(0, NAMED),
  };
}

function stateOfSlot(slot: SlotRecord, { instances, shows }: Deps["mirror"]): State {
  const instance = instances.get(slot.instanceId);
  if (!instance) return { state: "missing" };
  // A slot from before marks were kept is known by its times alone.
  const isOurs =
    slot.mark.createdAt === null
      ? instance.startsAt === slot.startsAt && instance.endsAt === slot.endsAt
      : isHome(instance, slot);
  return isOurs
    ? { state: "there" }
    : {
        state: "another",
        thereNow: shows.get(instance.showId)?.name ?? "a show",
        thereAt: formatInstant(instance.startsAt),
      };
}

type State = Pick<Looked, "state" | "thereNow" | "thereAt">;

async function stateOfShow(
  deps: Pick<Deps, "mirror" | "now">,
  show: ShowRecord,
  there: LibreTimeShow | undefined,
): Promise<State> {
  if (!there) return { state: "missing" };
  return (await isLinkedOne(deps, show, there)) ? { state: "there" } : { state: "another", thereNow: there.name };
}

function stateOfTrack(file: LibreTimeFile | undefined, recording: Recording | null): State {
  if (!file) return { state: "missing" };
  return recording === null || isSameRecording(recording, recordingOf(file))
    ? { state: "there" }
    : { state: "another", thereNow: file.title };
}

function stateOfStream(stream: LibreTimeStream | undefined, known: SlotRecord["known"]): State {
  if (!stream) return { state: "missing" };
  return known === undefined || !("addressDigest" in known) || isSameStream(known, stream)
    ? { state: "there" }
    : { state: "another", thereNow: stream.name };
}
