import { airingAt, airingView } from "@/domain/airings";
import { differencesOf, stateOf } from "@/domain/checks";
import type { Difference } from "@/domain/differences";
import { episodeIn, type Content } from "@/domain/content";
import { gapsIn } from "@/domain/gaps";
import { heardIn } from "@/domain/heard";
import { intersection, overlap, without, type Interval } from "@/domain/interval";
import { airtimeOf, occupantsOf, silencesStation, type Occupant } from "@/domain/picture";
import { onWire, type DifferenceView, type GapView, type Slot, type SlotState } from "@/domain/slots";
import { formatInstant } from "@/domain/time";
import { fitWarnings, heardWarnings } from "@/domain/warnings";
import type { SlotRecord } from "@/server/cms/records";
import { heardOccupants, isUnread, type HeardOccupant } from "./heard-occupants";
import type { Viewing } from "./viewing";

/** The grid's slots and gaps: LibreTime's window joined with ours; and who is heard when. */
export function slotViews(viewing: Viewing): {
  readonly slots: Slot[];
  readonly gaps: GapView[];
  readonly heard: readonly HeardOccupant[];
} {
  const { picture, ours, window } = viewing;
  const occupants = occupantsOf(picture).filter((each) => intersection(each, window) !== null);
  const heard = heardOccupants(viewing, occupants);
  const records = new Map(ours.map((each) => [each.id, each]));
  const slots = heard.flatMap((each) => {
    const record = records.get(each.id);
    return record ? [plannedView(viewing, each, record)] : foreignViews(viewing, each, occupants);
  });
  const gaps = gapsIn(window, heard).map(({ startsAt, endsAt, inside }) => ({
    startsAt: formatInstant(startsAt),
    endsAt: formatInstant(endsAt),
    ...(inside === undefined ? {} : { inside }),
  }));
  // What is left of a foreign slot after ours comes after ours.
  return { slots: slots.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt)), gaps, heard };
}

function plannedView(viewing: Viewing, { occupant, heard }: HeardOccupant, record: SlotRecord): Slot {
  const { picture, premieres, now, isStale, unread, open, notReadyOf } = viewing;
  const instance = picture.instances.find((each) => each.id === record.instanceId);
  const underway = open.get(record.id);
  const { content } = record;
  const episodeId = episodeIn(content);
  const isUnknown = isStale || isUnread(unread, record);
  const differences = underway || isUnknown ? [] : differencesOf(occupant.ours!, picture.rows, instance);
  const notReady = record.endsAt > now ? notReadyOf(record) : null;
  const track = content.kind === "track" ? viewing.trackOf(content.trackId) : null;
  const trackSeconds = track?.length ?? (content.kind === "track" ? content.trackSeconds : undefined);
  const isSettled = underway === undefined && !isUnread(unread, record);
  const warnings =
    content.kind === "live"
      ? []
      : isSettled
        ? heardWarnings(record, { heard, row: occupant.rows[0], track: track ?? undefined, audioOf: viewing.audioOf })
        : fitWarnings(record, content.kind === "track" ? { ...content, trackSeconds: trackSeconds! } : content);
  return withHeard(
    {
      id: record.id,
      kind: "planned",
      state: underway ?? (isUnknown ? "unknown" : stateOf(differences)),
      startsAt: formatInstant(record.startsAt),
      endsAt: formatInstant(record.endsAt),
      title: record.title,
      showName: record.showTitle,
      colour: record.colour,
      content,
      ...(episodeId === undefined ? {} : { episodeId }),
      showId: record.showId,
      ...(record.instanceId < 0 ? {} : { instanceId: record.instanceId }),
      playoutIds: record.playoutId === null || record.playoutId < 0 ? [] : [record.playoutId],
      ...tracksOf(content, trackSeconds),
      locked: record.startsAt <= now || underway !== undefined,
      live: content.kind === "live",
      warnings,
      version: record.version,
      // What moves is at two places: which of them counts is not known before it is there.
      ...(underway || episodeId === undefined
        ? {}
        : { airing: airingView(airingAt(record.startsAt, premieres.get(episodeId) ?? null)) }),
      ...(differences.length > 0 ? { differences: differences.map(differenceView) } : {}),
      ...(notReady ? { notReady: notReady.reason, ...(notReady.was && { was: notReady.was }) } : {}),
      ...(record.plannedByName ? { plannedBy: record.plannedByName } : {}),
    },
    heard,
  );
}

function tracksOf(content: Content, trackSeconds: number | undefined): Pick<Slot, "trackIds" | "trackSeconds"> {
  return content.kind === "track" && trackSeconds !== undefined
    ? { trackIds: [content.trackId], trackSeconds }
    : { trackIds: [] };
}

/** The slot with when it is heard, where that is not what its times and its dead air say already. */
function withHeard(slot: Slot, heard: readonly Interval[]): Slot {
  const usual = heardIn(slot);
  const isUsual =
    usual.length === heard.length &&
    usual.every((each, index) => each.startsAt === heard[index]!.startsAt && each.endsAt === heard[index]!.endsAt);
  return isUsual ? slot : { ...slot, heard: heard.map(onWire) };
}

/** A difference as it travels. */
function differenceView(difference: Difference): DifferenceView {
  return "startsAt" in difference
    ? { ...difference, startsAt: formatInstant(difference.startsAt), endsAt: formatInstant(difference.endsAt) }
    : difference;
}

/** A foreign slot as it is drawn: where one of ours stands inside somebody's instance, what is left of it. */
function foreignViews(
  { isStale, colourOf }: Viewing,
  { occupant, heard }: HeardOccupant,
  occupants: readonly Occupant[],
): Slot[] {
  const guests =
    occupant.origin === "instance"
      ? occupants.filter((each) => each.origin === "ours" && each.instanceId === occupant.instanceId)
      : [];
  const state: SlotState = isStale ? "unknown" : "on-libretime";
  return without(occupant, guests).map((part, index) =>
    withHeard(
      {
        id: index === 0 ? occupant.id : `${occupant.id}/${index}`,
        kind: "foreign",
        state,
        startsAt: formatInstant(part.startsAt),
        endsAt: formatInstant(part.endsAt),
        title: occupant.title,
        showName: occupant.showName,
        colour: occupant.stationShowId === null ? null : colourOf(occupant.stationShowId),
        instanceId: occupant.instanceId,
        playoutIds: occupant.rows.map((row) => row.id),
        trackIds: occupant.rows.flatMap((row) => (row.trackId === null ? [] : [row.trackId])),
        locked: true,
        live: occupant.live,
        warnings: [],
        version: 0,
        // Our own row, where somebody moved it, is told at its slot.
        ...(!occupant.strayOf && occupant.rows.some((row) => silencesStation(row) && overlap(airtimeOf(row), part))
          ? { silencesStation: true as const }
          : {}),
      },
      heard.flatMap((each) => intersection(each, part) ?? []),
    ),
  );
}
