import { plan } from "./kit/api";
import { expect } from "./kit/expect";
import { journey } from "./kit/journey";
import { block, boxOf, dragEpisode, openWeek, pointAt, scrollTo } from "./kit/planner-page";
import { mondayFor, weekOf } from "./kit/weeks";

/** Drawn within a pixel and a half. */
const near = (a: number, b: number) => Math.abs(a - b) < 1.5;

journey.describe("slots at the edges of the day", () => {
  journey(
    "to midnight, across it, back to back and of five minutes: drawn where they are heard",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("midnight"), station);
      await plan("Until the morning", week.at("Mon 23:00"), week.at("Tue 01:00"));
      await plan("Signal to sea", week.at("Tue 23:00"), week.at("Tue 24:00"));
      await plan("Cones and draughts", week.at("Wed 10:00"), week.at("Wed 11:00"));
      await plan("Concrete choir", week.at("Wed 11:00"), week.at("Wed 12:00"));
      await plan("Tide and weather", week.at("Wed 12:00"), week.at("Wed 12:05"));
      await plan("Traffic", week.at("Wed 12:05"), week.at("Wed 12:10"));
      const page = await browse("programmer");
      await openWeek(page, week);

      await scrollTo(page, "23:00");
      const columns = page.locator(".rbc-day-slot");
      const [monday, tuesday] = [await boxOf(columns.nth(0)), await boxOf(columns.nth(1))];
      const hour = tuesday.height / 24;
      const toMidnight = block(page, /Signal to sea, Tuesday 23:00/);
      expect(await toMidnight.count()).toBe(1);
      const closing = await boxOf(toMidnight);
      expect(near(closing.y + closing.height, tuesday.y + tuesday.height)).toBe(true);
      expect(near(closing.height, hour)).toBe(true);

      const across = block(page, /Until the morning, Monday 23:00 to 01:00/);
      expect(await across.count()).toBe(2);
      const [evening, morning] = [await boxOf(across.nth(0)), await boxOf(across.nth(1))];
      expect(near(evening.y + evening.height, monday.y + monday.height) && near(evening.height, hour)).toBe(true);
      expect(near(morning.y, tuesday.y) && near(morning.height, hour)).toBe(true);
      expect(morning.x).toBeGreaterThan(evening.x + evening.width - 2);

      await scrollTo(page, "11:00");
      const [first, second] = [
        await boxOf(block(page, /Cones and draughts, Wednesday/)),
        await boxOf(block(page, /Concrete choir, Wednesday/)),
      ];
      expect(near(first.x, second.x) && near(first.width, second.width) && near(first.y + first.height, second.y)).toBe(
        true,
      );
      const [news, traffic] = [
        await boxOf(block(page, /Tide and weather, Wednesday/)),
        await boxOf(block(page, /Traffic, Wednesday/)),
      ];
      expect(
        near(news.y, (await pointAt(page, "Wed 12:00")).y) &&
          near(news.height, hour / 12) &&
          near(traffic.y, news.y + news.height),
      ).toBe(true);
      expect(news.width).toBeGreaterThan(0.8 * first.width);

      expect(await week.onAir("Mon", "Tue", "Wed")).toEqual([
        "Mon 23:00:00–01:00:00 Until the morning",
        "Tue 23:00:00–00:00:00 Signal to sea",
        "Wed 10:00:00–11:00:00 Cones and draughts",
        "Wed 11:00:00–12:00:00 Concrete choir",
        "Wed 12:00:00–12:05:00 Tide and weather",
        "Wed 12:05:00–12:10:00 Traffic",
      ]);
    },
  );

  journey("dropped so that they end at midnight, or after it", async ({ browse, station }) => {
    const week = weekOf(mondayFor("midnight"), station);
    const page = await browse("programmer");
    await openWeek(page, week);
    await dragEpisode(page, "Harbour frequencies", "Fri 23:30");
    await block(page, /Harbour frequencies, Friday 23:30 to 00:00, on LibreTime/).waitFor();
    await dragEpisode(page, "Alice, again", "Sat 23:45");
    await block(page, /Alice, again, Saturday 23:45 to 00:45, on LibreTime/)
      .first()
      .waitFor();
    const late = await week.onAir("Fri", "Sat");
    expect(late).toEqual(["Fri 23:30:00–00:00:00 Harbour frequencies", "Sat 23:45:00–00:44:12 Alice, again"]);
  });
});
