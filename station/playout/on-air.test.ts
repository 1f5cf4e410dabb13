import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { startStation } from "../station";
import type { GivenRow, OnAirEntry, World } from "../station";

/** What LibreTime's own playout made of rows that were posted to a real API. */
type Probe = {
  readonly case: string;
  readonly rows: readonly Record<string, string | number | boolean | null>[];
  readonly rowIds: readonly number[];
  readonly plan: readonly string[];
};

const probes = readFileSync(new URL("./probes.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Probe);

/** The probed database: instance 21 began an hour after playout asked, 5023 is deleted in the legacy pages. */
const probed: World = {
  shows: [{ id: 1, name: "Probe" }],
  "show-instances": [
    { id: 21, show: 1, starts_at: "2026-11-22T19:44:09Z", ends_at: "2026-11-22T21:44:09Z" },
    { id: 5023, show: 1, starts_at: "2026-11-22T19:44:09Z", ends_at: "2026-11-22T21:44:09Z", modified: true },
  ],
  files: [
    { id: 1, track_title: "Song 1", length: "00:03:05.237" },
    { id: 2, name: "Bare", length: null },
    { id: 3, track_title: 'Früh "Lied"', length: "00:04:00" },
    { id: 4, track_title: "Song One", length: "00:03:05.237", exists: false, hidden: true },
  ],
  webstreams: [{ id: 4, name: "Relay" }],
};
const asked = "2026-11-22T18:44:09Z";
const dayLater = "2026-11-23T18:44:09Z";

type Heard = Pick<OnAirEntry, "rowId" | "startsAt" | "endsAt"> & { readonly mediaId: number | null };

/** The plan's events as something heard: until the event ends or the audio between its cues does; never, if it ends before it starts. */
function heardInPlan(plan: readonly string[]): readonly Heard[] {
  return plan.flatMap((line) => {
    const value = (name: string): string => new RegExp(`'${name}': '?([^',}]+)`).exec(line)?.[1] ?? "";
    if (!["file", "stream_output_start"].includes(value("type"))) return [];
    const [start, end] = [Date.parse(`${value("start")}Z`), Date.parse(`${value("end")}Z`)];
    const audioEnd =
      value("type") === "file" ? start + (Number(value("cue_out")) - Number(value("cue_in"))) * 1000 : end;
    const silentAt = Math.min(end, audioEnd);
    const iso = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
    return silentAt <= start
      ? []
      : [{ rowId: Number(value("row_id")), startsAt: iso(start), endsAt: iso(silentAt), mediaId: Number(value("id")) }];
  });
}

test.each(probes.map((probe) => [probe.case, probe] as const))(
  "what is heard agrees with playout: %s",
  async (_, probe) => {
    await using station = await startStation({ world: probed });
    for (const [index, row] of probe.rows.entries()) {
      await station.put("schedule", { id: probe.rowIds[index]!, fade_in: null, fade_out: null, ...row });
    }
    const heard = await station.onAir(asked, dayLater);
    const crash = probe.plan.find((line) => line.startsWith("CRASH"));
    if (crash !== undefined) {
      expect(heard.broken).toContain(/CRASH (\w+)/.exec(crash)?.[1]);
      return;
    }
    expect(heard.broken).toBeUndefined();
    // The plan is one fetch; a row that ends later than a day after it comes into view in a later one.
    const inThisFetch = probe.rowIds.filter((_id, index) => String(probe.rows[index]?.ends_at) <= dayLater);
    const entries = heard.entries.filter((entry) => inThisFetch.includes(entry.rowId));
    expect(
      entries.map((entry) => ({
        rowId: entry.rowId,
        startsAt: entry.startsAt,
        endsAt: entry.endsAt,
        mediaId: entry.fileId ?? entry.streamId,
      })),
    ).toEqual(heardInPlan(probe.plan));
  },
);

const night = { id: 1, show: 1, starts_at: "2026-12-01T20:00:00Z", ends_at: "2026-12-01T21:00:00Z" };
const evening: World = {
  shows: [{ id: 1, name: "Night Waves" }],
  "show-instances": [night],
  files: [{ id: 1, track_title: "Tape loops from Leeds", length: "00:58:00.5" }],
};
const row: GivenRow = {
  instance: 1,
  file: 1,
  starts_at: "2026-12-01T20:00:00Z",
  ends_at: "2026-12-01T20:58:00Z",
  cue_in: "0.35",
};

test("an entry names the episode, its show and what of it is heard", async () => {
  await using station = await startStation({ world: { ...evening, schedule: [row] } });
  expect((await station.onAir("2026-12-01T20:30:00Z", "2026-12-01T20:31:00Z")).entries).toEqual([
    {
      startsAt: "2026-12-01T20:00:00Z",
      endsAt: "2026-12-01T20:58:00Z",
      rowId: 1,
      instanceId: 1,
      fileId: 1,
      streamId: null,
      title: "Tape loops from Leeds",
      showName: "Night Waves",
      cueIn: 0.35,
      cueOut: 3480.35,
      mediaMissing: false,
    },
  ]);
});

test("a window ends before its last instant and begins with its first", async () => {
  await using station = await startStation({ world: { ...evening, schedule: [row] } });
  expect((await station.onAir("2026-12-01T19:00:00Z", "2026-12-01T20:00:00Z")).entries).toEqual([]);
  expect((await station.onAir("2026-12-01T20:58:00Z", "2026-12-01T22:00:00Z")).entries).toEqual([]);
});

test("a file is not heard beyond its own length", async () => {
  await using station = await startStation({
    world: { ...evening, schedule: [{ ...row, ends_at: "2026-12-01T21:00:00Z" }] },
  });
  const [entry] = (await station.onAir("2026-12-01T20:00:00Z", "2026-12-01T21:00:00Z")).entries;
  expect(entry?.endsAt).toBe("2026-12-01T20:58:00Z");
});

test("a stream of more than a day comes into view, and on the air, late", async () => {
  const world: World = {
    ...evening,
    "show-instances": [{ ...night, ends_at: "2026-12-03T20:00:00Z" }],
    webstreams: [{ id: 1, name: "Relay" }],
    schedule: [{ instance: 1, stream: 1, starts_at: "2026-12-01T20:00:00Z", ends_at: "2026-12-02T21:00:00Z" }],
  };
  await using station = await startStation({ world });
  const [entry] = (await station.onAir("2026-12-01T00:00:00Z", "2026-12-04T00:00:00Z")).entries;
  expect(entry?.startsAt).toBe("2026-12-01T21:00:00Z");
});

test("a row with a null fade breaks the plan of the day before it, and no other day's", async () => {
  await using station = await startStation({ world: { ...evening, schedule: [{ ...row, fade_in: null }] } });
  expect((await station.onAir("2026-12-01T08:00:00Z", "2026-12-01T09:00:00Z")).broken).toContain("fade_in");
  expect((await station.onAir("2026-11-29T08:00:00Z", "2026-11-29T09:00:00Z")).broken).toBeUndefined();
});
