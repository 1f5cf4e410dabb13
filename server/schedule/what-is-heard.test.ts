import { at, givenStation, tracks, type Given } from "./given/given.test-kit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isHeardAt } from "@/domain/heard";
import { includes } from "@/domain/interval";
import { intervalOf } from "@/domain/slots";
import { formatInstant, instant, seconds, type Instant } from "@/domain/time";
import { formatDuration } from "@/server/libretime/values";
import type { GivenRow, OnAirEntry } from "@/station/station";
import { stationShows, streams } from "./given/programme.test-kit";
import { seedFrom, tally } from "./given/tally.test-kit";
import { listSlots } from "./list-slots";
import { stationStatus } from "./station-status";
import { stationWeek } from "./station-week";

/** What was met in all worlds of the run. */
const came = tally();
const MINUTE = 60_000;
const NOON = at("12:00");
const wire = (minutes: number) => formatInstant(instant(NOON + Math.round(minutes * MINUTE)));
const clock = (length: number) => formatDuration(seconds(length));

/** How long a file is: none, unknown, short, long, with a fraction. */
const lengths = fc.oneof(
  fc.constantFrom(0, 1, 59.6, 600.4, 3600, 9000),
  fc.integer({ min: 1, max: 5400 }),
  fc.constant(null),
);
const aFile = fc.record({
  length: lengths,
  exists: fc.constantFrom(true, true, true, false, null),
  hidden: fc.constantFrom(false, false, true),
});
/** An instance of the first three hours, of a show without a live source in most cases, seldom deleted in LibreTime's own calendar. */
const anInstance = fc.record({
  from: fc.integer({ min: -60, max: 180 }),
  minutes: fc.integer({ min: 1, max: 120 }),
  isLive: fc.constantFrom(false, false, false, true),
  modified: fc.constantFrom(false, false, false, true),
});
/** A row in one of them, or beside it: what LibreTime takes, with any cues. */
const aRow = fc.record({
  home: fc.nat(),
  from: fc.integer({ min: -20, max: 90 }),
  seconds: fc.oneof(fc.integer({ min: 1, max: 5400 }), fc.constantFrom(0, 60.4, 25 * 3600)),
  file: fc.nat({ max: 3 }),
  media: fc.constantFrom("file", "file", "file", "file", "stream", "both", "nothing"),
  cueIn: fc.constantFrom(0, 0, 0.35, 30, 3000),
  cueOut: fc.option(fc.integer({ min: 0, max: 7200 })),
  deadly: fc.constantFrom(false, false, false, false, false, false, false, false, false, true),
});
const aWorld = fc.record({
  files: fc.array(aFile, { minLength: 4, maxLength: 4 }),
  instances: fc.array(anInstance, { maxLength: 4 }),
  rows: fc.array(aRow, { maxLength: 7 }),
  /** What becomes of the file of our slot after it was planned. */
  ours: aFile,
  moments: fc.array(fc.integer({ min: -3600, max: 6 * 3600 }), { minLength: 3, maxLength: 3 }),
});
type AnyWorld = typeof aWorld extends fc.Arbitrary<infer World> ? World : never;

function fileRow(id: number, { length, ...rest }: AnyWorld["ours"]): GivenRow {
  return {
    id,
    track_title: `File ${id}`,
    length: length === null ? null : clock(length),
    cue_in: "00:00:00",
    cue_out: "02:00:00",
    ...rest,
  };
}

/** Ours is planned from 16:00 on, out of the others' way: an hour, a live hold, a webstream. */
async function giveTo(given: Given, { files, instances, rows, ours }: AnyWorld): Promise<void> {
  const { station, deps } = given;
  await given.plan("night1", "16:00", "17:00");
  await given.hold({ kind: "live" }, "17:00", "17:20");
  await given.hold({ kind: "stream", streamId: streams.world }, "17:30", "17:40");
  for (const [index, each] of files.entries()) await station.put("files", fileRow(20 + index, each));
  await station.put("files", fileRow(tracks.night1, ours));
  for (const [index, { from, minutes, isLive, modified }] of instances.entries()) {
    await station.put("show-instances", {
      id: 100 + index,
      show: isLive ? stationShows.breakfast : stationShows.jazz,
      starts_at: wire(from),
      ends_at: wire(from + minutes),
      modified,
    });
  }
  for (const { home, from, seconds: length, file, media, cueIn, cueOut, deadly } of instances.length === 0
    ? []
    : rows) {
    const index = home % instances.length;
    const startsAt = instances[index]!.from + from;
    await station.put("schedule", {
      instance: 100 + index,
      starts_at: wire(startsAt),
      ends_at: wire(startsAt + length / 60),
      length: clock(length),
      cue_in: clock(cueIn),
      file: media === "file" || media === "both" ? 20 + file : null,
      stream: media === "stream" || media === "both" ? streams.parliament : null,
      ...(cueOut === null ? {} : { cue_out: clock(cueOut) }),
      ...(deadly ? { fade_in: null } : {}),
    });
  }
  await deps.mirror.refresh();
}

/** Who is live then, which no row tells: an instance that takes a live source, or our live hold. */
function isLiveAt({ instances }: AnyWorld, moment: Instant): boolean {
  const within = (from: number, to: number) => NOON + from * MINUTE <= moment && moment < NOON + to * MINUTE;
  return (
    within(300, 320) ||
    instances.some(({ from, minutes, isLive, modified }) => isLive && !modified && within(from, from + minutes))
  );
}

async function expectOneVoice(given: Given, world: AnyWorld, moment: Instant): Promise<void> {
  await given.setClock(moment);
  const [from, to] = [formatInstant(moment), formatInstant(instant(moment + 1000))];
  const { broken, entries } = await given.station.onAir(from, to);
  const [status, page] = [await stationStatus(given.deps, given.people.viewer), await stationWeek(given.deps)];
  expect([page.onAir?.startsAt, page.next?.startsAt]).toEqual([status.onAir?.startsAt, status.next?.startsAt]);
  expect(status.silencedBy !== undefined).toBe(broken !== undefined);
  if (broken) {
    came.note("broken");
    return expect(status.onAir).toBeNull();
  }
  const audible = ({ mediaMissing }: OnAirEntry) => !mediaMissing;
  const isHeard = entries.some(audible) || isLiveAt(world, moment);
  came.note(entries.some(audible) ? "heard" : isHeard ? "live" : "silent");
  expect({ from, onAir: status.onAir !== null }).toEqual({ from, onAir: isHeard });
  const { slots, gaps } = await listSlots(given.deps, {
    from: instant(moment - 60 * MINUTE),
    to: instant(moment + 60 * MINUTE),
  });
  expect(gaps.some((gap) => includes(intervalOf(gap), moment))).toBe(!isHeard);
  expect(slots.some((slot) => isHeardAt(slot, moment))).toBe(isHeard);
  if (isHeard) return;
  const ahead = await given.station.onAir(to, formatInstant(instant(moment + 12 * 60 * MINUTE)));
  if (ahead.broken) return;
  came.note("next");
  const begins = ahead.entries
    .filter(audible)
    .map(({ startsAt }) => Date.parse(startsAt))
    .filter((each) => each > moment);
  const lives = [
    NOON + 300 * MINUTE,
    ...world.instances.flatMap((each) => (each.isLive && !each.modified ? [NOON + each.from * MINUTE] : [])),
  ].filter((each) => each > moment);
  expect(status.next && Date.parse(status.next.startsAt)).toBe(
    [...begins, ...lives].toSorted((a, b) => a - b)[0] ?? null,
  );
}

/** The moments to ask at: some, and where something begins or ends; not the second in which a fraction of it is still heard. */
async function momentsOf(given: Given, { moments }: AnyWorld): Promise<readonly Instant[]> {
  const { entries } = await given.station.onAir(wire(-60), wire(360));
  const edges = entries
    .slice(0, 6)
    .flatMap(({ startsAt, endsAt }) => [Date.parse(startsAt), Date.parse(endsAt) + 1000]);
  const ends = new Set(entries.map(({ endsAt }) => Date.parse(endsAt)));
  return [...edges, ...moments.map((each) => NOON + each * 1000)].filter((each) => !ends.has(each)).map(instant);
}

const hour = { length: 3600, exists: true, hidden: false } as const;
/** A world with a row that playout cannot read. */
const unreadable: AnyWorld = {
  files: [hour, hour, hour, hour],
  ours: hour,
  moments: [0, 600, 3600],
  instances: [{ from: 0, minutes: 60, isLive: false, modified: false }],
  rows: [{ home: 0, from: 0, seconds: 600, file: 0, media: "file", cueIn: 0, cueOut: null, deadly: true }],
};
/** The same, running on after its instance, which LibreTime does not show. */
const overrunning: AnyWorld = {
  ...unreadable,
  moments: [3900, 5399, 5401],
  rows: [{ ...unreadable.rows[0]!, seconds: 5400 }],
};

const seed = seedFrom("HEARD_SEED");

test(`whatever lies in LibreTime, the head of the planner, the station's page, gaps and warnings say what is heard (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(aWorld, async (world) => {
      await using given = await givenStation();
      await giveTo(given, world);
      for (const moment of await momentsOf(given, world)) await expectOneVoice(given, world, moment);
      await given.setClock(NOON);
      const { slots } = await given.list("16:00", "17:00");
      const ours = slots.find(({ kind }) => kind === "planned")!;
      const { broken, entries } = await given.station.onAir(wire(240), wire(300));
      const [heard] = entries.filter(({ mediaMissing, rowId }) => !mediaMissing && rowId === ours.playoutIds[0]);
      const silence = 3600 - (heard ? (Date.parse(heard.endsAt) - Date.parse(heard.startsAt)) / 1000 : 0);
      const told = ours.warnings.find(({ code }) => code === "DEAD_AIR");
      if (!broken && told) came.note("dead air");
      // The station says the second in which it falls silent, and a second that has begun counts as heard.
      if (!broken) expect(silence - (told?.code === "DEAD_AIR" ? told.seconds : 0)).toBeOneOf([0, 1]);
    }),
    { numRuns: 25, seed, examples: [[unreadable], [overrunning]] },
  );
  came.expectFloor({ broken: 1, heard: 20, live: 1, silent: 20, next: 5, "dead air": 1 });
}, 240_000);
