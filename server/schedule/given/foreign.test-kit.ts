import type { GivenRow } from "@/station/station";
import type { Given } from "./given.test-kit";
import { stationShows, tracks } from "./programme.test-kit";

/** That Tuesday's time on LibreTime's wire: `on("20:00:30.7")`. */
export function on(clock: string): string {
  const [time, fraction] = clock.split(".");
  return `2026-11-24T${time!.length === 5 ? `${time}:00` : time}${fraction ? `.${fraction.padEnd(6, "0")}` : ""}Z`;
}

/** An instance that LibreTime's pages made: of "Jazz Hour" unless told. */
export async function foreign(given: Given, starts: string, ends: string, over: GivenRow = {}): Promise<number> {
  const id = await given.station.put("show-instances", {
    show: stationShows.jazz,
    starts_at: on(starts),
    ends_at: on(ends),
    ...over,
  });
  await given.deps.mirror.refresh();
  return id;
}

/** A row that LibreTime's pages put into that instance: "Kind of Blue" unless told. */
export function row(
  given: Given,
  instance: number,
  starts: string,
  ends: string,
  over: GivenRow = {},
): Promise<number> {
  return given.station.put("schedule", {
    instance,
    file: tracks.jazz,
    starts_at: on(starts),
    ends_at: on(ends),
    ...over,
  });
}
