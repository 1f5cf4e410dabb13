import { givenStation, makeEpisode, tracks } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import { formatInstant, instant } from "@/domain/time";
import { firstInstantFrom, wallClockOn, type CalendarDay } from "@/domain/zone";
import type { ListSlotsInput } from "./inputs";
import { planOneInput } from "./inputs";
import { listSlots } from "./list-slots";
import { planOne } from "./plan-one";
import { stationWeek } from "./station-week";

describe("on the days on which the clock changes", () => {
  const DST = { spring: "2027-03-28", autumn: "2026-10-25" } as const;

  test.each([
    [
      "spring, 02:30 does not exist, and both offsets are instants",
      DST.spring,
      [
        ["01:30:00+01:00", "00:30"],
        ["03:30:00+02:00", "01:30"],
      ],
    ],
    [
      "autumn, 02:30 exists twice, an hour apart",
      DST.autumn,
      [
        ["02:30:00+02:00", "00:30"],
        ["02:30:00+01:00", "01:30"],
      ],
    ],
  ] as const)("in %s", async (_, day, wishes) => {
    await using given = await givenStation({ now: instant(Date.parse(`${day}T00:00:00Z`)) });
    for (const [local, utc] of wishes) {
      const startsAt = `${day}T${local}`;
      const input = planOneInput.parse({
        showId: given.shows.night,
        episodeId: given.episodes.night1,
        scheduledAt: startsAt,
        scheduledEnd: formatInstant(instant(Date.parse(startsAt) + 3_600_000)),
      });
      await planOne(given.deps, given.people.programmer, input);
      expect((await given.station.snapshot()).schedule.at(-1)).toMatchObject({ starts_at: `${day}T${utc}:00Z` });
    }
    expect((await given.station.onAir(`${day}T00:00:00Z`, `${day}T06:00:00Z`)).entries).toHaveLength(2);
  });

  test.each([
    [DST.spring, 23],
    [DST.autumn, 25],
  ] as const)("%s has %i hours, and what begins in them belongs to it", async (day, length) => {
    await using given = await givenStation({ now: instant(Date.parse(`${day}T00:00:00Z`) - 7_200_000) });
    const midnight = firstInstantFrom(given.deps.zone, wallClockOn(day as CalendarDay));
    const last = instant(midnight + (length - 1) * 3_600_000);
    const window: ListSlotsInput = { from: midnight, to: instant(midnight + length * 3_600_000) };
    const lateEpisode = await makeEpisode(given.shows.night, "The day's last hour", tracks.night2);
    await planOne(
      given.deps,
      given.people.programmer,
      planOneInput.parse({
        showId: given.shows.night,
        episodeId: lateEpisode,
        scheduledAt: formatInstant(last),
        scheduledEnd: formatInstant(window.to),
      }),
    );
    expect((await listSlots(given.deps, window)).slots).toHaveLength(1);
    const { days } = await stationWeek(given.deps, day as CalendarDay);
    expect(days.filter(({ entries }) => entries.length > 0).map((each) => each.day)).toEqual([day]);
  });
});
