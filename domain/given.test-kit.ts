import type { Wish } from "./conflicts";
import { mediaOf, type Content } from "./content";
import { cuesOf, type Cues } from "./cues";
import type { Interval } from "./interval";
import { occupantsOf, type Occupant, type OurSlot, type Picture } from "./picture";
import type { Instance, Row } from "./station-rows";
import { instant, minutes, seconds, timeBetween, type Instant } from "./time";
import type { Track, TrackFile } from "./tracks";
import { zoneOf, type Zone } from "./zone";

/** A Tuesday evening of a station that keeps UTC: `at("20:00")`, `at("20:00:30.7")`; `at("25:00")` is 01:00 of Wednesday. */
export function at(clock: string): Instant {
  const [hour, minute, second] = clock.split(":").map(Number) as [number, number, number | undefined];
  return instant(Date.UTC(2026, 10, 24) + Math.round((hour * 3600 + minute * 60 + (second ?? 0)) * 1000));
}

/** The stretch from one time of that Tuesday to another. */
export function from(startsAt: string, endsAt: string): Interval {
  return { startsAt: at(startsAt), endsAt: at(endsAt) };
}

/** A zone that the runtime must know. */
export function zone(name: string): Zone {
  const known = zoneOf(name);
  if (!known) throw new Error(`this runtime does not know ${name}`);
  return known;
}

/** Track 7, an hour long. */
export function aTrack(over: Partial<Track> = {}): Track {
  return { id: 7, cueIn: seconds(0), length: minutes(60), ...over };
}

/** LibreTime's file of track 7: imported, there, 60 minutes long. */
export function aFile(over: Partial<TrackFile> = {}): TrackFile {
  return {
    id: 7,
    importStatus: "ready",
    exists: true,
    hidden: false,
    length: minutes(60),
    cueIn: seconds(0),
    cueOut: minutes(60),
    ...over,
  };
}

/** An hour-long track of the episode "episode-12". */
export function ofTrack(trackId: number, trackSeconds = 3600): Content {
  return { kind: "track", episodeId: "episode-12", trackId, trackSeconds };
}

/** Our "Live from studio 1", in instance 41, which has no row. */
export function aHold(startsAt: string, endsAt: string, over: Partial<OurSlot> = {}): OurSlot {
  return aSlot(startsAt, endsAt, {
    id: "slot-live",
    title: "Live from studio 1",
    content: { kind: "live" },
    instanceId: 41,
    playoutId: null,
    ...over,
  });
}

/** Our relay of webstream 3, in instance 42 as row 420. */
export function aRelay(startsAt: string, endsAt: string, over: Partial<OurSlot> = {}): OurSlot {
  return aSlot(startsAt, endsAt, {
    id: "slot-relay",
    title: "World Service",
    content: { kind: "stream", streamId: 3 },
    instanceId: 42,
    playoutId: 420,
    ...over,
  });
}

/** The mark of an instance of ours, in LibreTime's show 4. */
export const OUR_MARK = { stationShowId: 4, createdAt: "2026-11-24T12:00:00.123456Z" } as const;

/** Our "Night Flight #12" with track 7, in instance 40 as row 400. */
export function aSlot(startsAt: string, endsAt: string, over: Partial<OurSlot> = {}): OurSlot {
  return {
    id: "slot-a",
    showId: "show-night",
    ...from(startsAt, endsAt),
    title: "Night Flight #12",
    showName: "Night Flight",
    content: ofTrack(7),
    instanceId: 40,
    playoutId: 400,
    ownsInstance: true,
    mark: OUR_MARK,
    ...over,
  };
}

/** Instance 50 of LibreTime's show 5, the foreign "Jazz Hour". */
export function anInstance(startsAt: string, endsAt: string, over: Partial<Instance> = {}): Instance {
  return {
    id: 50,
    showId: 5,
    ...from(startsAt, endsAt),
    modified: false,
    createdAt: "2026-11-01T12:00:00.500000Z",
    ...over,
  };
}

/** Row 500 in instance 50, with track 9 from its start. */
export function aRow(startsAt: string, endsAt: string, over: Partial<Row> = {}): Row {
  const times = from(startsAt, endsAt);
  const length = timeBetween(times.startsAt, times.endsAt);
  return { id: 500, instanceId: 50, ...times, length, trackId: 9, streamId: null, cues: cuesFor(times), ...over };
}

/** The cues of a row that plays its track from the start, for as long as it is on air. */
export function cuesFor({ startsAt, endsAt }: Interval): Cues {
  return cuesOf({ cueIn: seconds(0), cueOut: timeBetween(startsAt, endsAt) });
}

/** The row and the instance that LibreTime has of a slot of ours. */
export function onLibreTime(slot: OurSlot): { readonly row: Row; readonly instance: Instance } {
  const { startsAt, endsAt, content, instanceId, playoutId } = slot;
  return {
    row: {
      id: playoutId ?? 0,
      instanceId,
      startsAt,
      endsAt,
      length: timeBetween(startsAt, endsAt),
      ...mediaOf(content),
      cues: cuesFor(slot),
    },
    instance: { id: instanceId, showId: 4, startsAt, endsAt, modified: false, createdAt: OUR_MARK.createdAt },
  };
}

/** A station with the shows Night Flight (4, ours), Jazz Hour (5) and the live Breakfast (6), and what is given. */
export function aPicture(over: Partial<Picture> = {}): Picture {
  return {
    rows: [],
    instances: [],
    ours: [],
    shows: new Map([
      [4, { name: "Night Flight", live: false }],
      [5, { name: "Jazz Hour", live: false }],
      [6, { name: "Breakfast", live: true }],
    ]),
    trackTitles: new Map([
      [7, "Night Flight #12"],
      [9, "Kind of Blue"],
    ]),
    streamTitles: new Map([[3, "World Service"]]),
    ...over,
  };
}

/** What holds time at that station. */
export function occupants(over: Partial<Picture>): Occupant[] {
  return occupantsOf(aPicture(over));
}

/** Track 7 of Night Flight, wished for that time. */
export function aWish(startsAt: string, endsAt: string, over: Partial<Wish> = {}): Wish {
  return { slot: from(startsAt, endsAt), trackId: 7, streamId: null, stationShowId: 4, ...over };
}
