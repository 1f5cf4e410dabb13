import { airingAt, airingView } from "@/domain/airings";
import { differencesOf, stateOf, type Difference } from "@/domain/checks";
import { episodeIn, type Content } from "@/domain/content";
import { gapsIn, type Heard } from "@/domain/gaps";
import { intersection, overlap, without, type Interval } from "@/domain/interval";
import { airtimeOf, occupantsOf, silencesStation, type Occupant, type Picture } from "@/domain/picture";
import type { EpisodeId, SlotId } from "@/domain/ids";
import type { DifferenceView, GapView, Slot, SlotState } from "@/domain/slots";
import { formatInstant, type Instant } from "@/domain/time";
import type { NotReady } from "@/domain/tracks";
import { fitWarnings } from "@/domain/warnings";
import type { SlotRecord } from "@/server/cms/records";
import type { OpenState } from "./open-slots";

type Viewing = {
  readonly picture: Picture;
  readonly ours: readonly SlotRecord[];
  /** When each of their episodes has its premiere. */
  readonly premieres: ReadonlyMap<EpisodeId, Instant>;
  /** Of these nobody knows yet how they stand: their operation is not finished. */
  readonly open: ReadonlyMap<SlotId, OpenState>;
  readonly window: Interval;
  readonly now: Instant;
  /** LibreTime does not answer: what is shown was seen before. */
  readonly isStale: boolean;
  /** Our rows that could not be looked for, by their ids: nobody knows how their slots stand. */
  readonly unread: ReadonlySet<number>;
  /** Why that track would not play, by LibreTime's file id; null for one that would. */
  readonly notReadyOf: (trackId: number) => NotReady | null;
  /** `#rrggbb` by LibreTime's show id. */
  readonly colourOf: (stationShowId: number) => string | null;
};

/** The grid's slots and gaps: LibreTime's window joined with ours. */
export function slotViews(viewing: Viewing): { readonly slots: Slot[]; readonly gaps: GapView[] } {
  const { picture, ours, window } = viewing;
  const occupants = occupantsOf(picture).filter((each) => intersection(each, window) !== null);
  const records = new Map(ours.map((each) => [each.id, each]));
  const slots = occupants.flatMap((each) => {
    const record = records.get(each.id);
    return record ? [plannedView(viewing, each, record)] : foreignViews(viewing, each, occupants);
  });
  const gaps = gapsIn(window, occupants.map((each) => heardIn(viewing, each))).map(({ startsAt, endsAt, inside }) => ({
    startsAt: formatInstant(startsAt), endsAt: formatInstant(endsAt), ...(inside === undefined ? {} : { inside }),
  }));
  // What is left of a foreign slot after ours comes after ours.
  return { slots: slots.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt)), gaps };
}

/** What is live is heard from end to end, and of what is not known nobody says that it is silent. */
function heardIn({ unread }: Viewing, { id, startsAt, endsAt, live, rows, ours }: Occupant): Heard {
  return { id, startsAt, endsAt, heard: live || isUnread(unread, ours) ? [{ startsAt, endsAt }] : rows.map(airtimeOf) };
}

function isUnread(unread: Viewing["unread"], ours: Pick<SlotRecord, "playoutId"> | undefined): boolean {
  return typeof ours?.playoutId === "number" && unread.has(ours.playoutId);
}

function plannedView({ picture, premieres, now, isStale, unread, open, notReadyOf }: Viewing, occupant: Occupant, record: SlotRecord): Slot {
  const instance = picture.instances.find((each) => each.id === record.instanceId);
  const underway = open.get(record.id);
  const { content } = record;
  const episodeId = episodeIn(content);
  const isUnknown = isStale || isUnread(unread, record);
  const differences = underway || isUnknown ? [] : differencesOf(occupant.ours!, picture.rows, instance);
  const notReady = content.kind === "track" && record.endsAt > now ? notReadyOf(content.trackId) : null;
  return {
    id: record.id, kind: "planned", state: underway ?? (isUnknown ? "unknown" : stateOf(differences)),
    startsAt: formatInstant(record.startsAt), endsAt: formatInstant(record.endsAt),
    title: record.title, showName: record.showTitle, colour: record.colour, content,
    ...(episodeId === undefined ? {} : { episodeId }), showId: record.showId, ...(record.instanceId < 0 ? {} : { instanceId: record.instanceId }),
    playoutIds: record.playoutId === null || record.playoutId < 0 ? [] : [record.playoutId], ...tracksOf(content),
    locked: record.startsAt <= now || underway !== undefined, live: content.kind === "live", warnings: fitWarnings(record, content), version: record.version,
    // What moves is at two places: which of them counts is not known before it is there.
    ...(underway || episodeId === undefined ? {} : { airing: airingView(airingAt(record.startsAt, premieres.get(episodeId) ?? null)) }),
    ...(differences.length > 0 ? { differences: differences.map(differenceView) } : {}),
    ...(notReady ? { notReady } : {}),
    ...(record.plannedByName ? { plannedBy: record.plannedByName } : {}),
  };
}

function tracksOf(content: Content): Pick<Slot, "trackIds" | "trackSeconds"> {
  return content.kind === "track" ? { trackIds: [content.trackId], trackSeconds: content.trackSeconds } : { trackIds: [] };
}

/** A difference as it travels. */
function differenceView(difference: Difference): DifferenceView {
  return "startsAt" in difference ? { ...difference, startsAt: formatInstant(difference.startsAt), endsAt: formatInstant(difference.endsAt) } : difference;
}

/** A foreign slot as it is drawn: where one of ours stands inside somebody's instance, what is left of it. */
function foreignViews({ isStale, colourOf }: Viewing, occupant: Occupant, occupants: readonly Occupant[]): Slot[] {
  const guests = occupant.origin === "instance" ? occupants.filter((each) => each.origin === "ours" && each.instanceId === occupant.instanceId) : [];
  const state: SlotState = isStale ? "unknown" : "on-libretime";
  return without(occupant, guests).map((part, index) => ({
    id: index === 0 ? occupant.id : `${occupant.id}/${index}`, kind: "foreign", state,
    startsAt: formatInstant(part.startsAt), endsAt: formatInstant(part.endsAt),
    title: occupant.title, showName: occupant.showName, colour: occupant.stationShowId === null ? null : colourOf(occupant.stationShowId),
    instanceId: occupant.instanceId, playoutIds: occupant.rows.map((row) => row.id),
    trackIds: occupant.rows.flatMap((row) => (row.trackId === null ? [] : [row.trackId])),
    locked: true, live: occupant.live, warnings: [], version: 0,
    // Our own row, where somebody moved it, is told at its slot.
    ...(!occupant.strayOf && occupant.rows.some((row) => silencesStation(row) && overlap(airtimeOf(row), part)) ? { silencesStation: true as const } : {}),
  }));
}
