import { plan } from "./kit/api";
import { expect } from "./kit/expect";
import { journey } from "./kit/journey";
import { mondayOf, parisInstants } from "./kit/paris-time";
import { block, boxOf, carryEpisode, dragEpisode, ghostSays, openWeek, pointAt, scrollTo } from "./kit/planner-page";
import { clockChange, mondayFor, weekOf } from "./kit/weeks";

const NEW_YORK = { timezoneId: "America/New_York" };

journey.describe("the station's clock rules", () => {
  journey(
    "in a browser in New York, what is dropped on the row labelled 10:00 is on air at 10:00 in Paris",
    async ({ browse, station }) => {
      const sundays = [
        clockChange("America/New_York", "forward"),
        clockChange("America/New_York", "back"),
        clockChange("Europe/Paris", "forward"),
        clockChange("Europe/Paris", "back"),
      ];
      const page = await browse("programmer", NEW_YORK);
      for (const monday of [mondayFor("new-york"), ...sundays.map(mondayOf)]) {
        const week = weekOf(monday, station);
        await plan("Signal to sea", week.at("Sun 14:00"), week.at("Sun 15:00"));
        await openWeek(page, week);
        await dragEpisode(page, "Cones and draughts", "Sun 10:00");
        await block(page, /Cones and draughts, Sunday 10:00 to 11:00, on LibreTime/).waitFor();
        const sunday = (await week.onAir("Sun")).filter((each) => each.startsWith("Sun 1"));
        expect(sunday, `the week of ${monday}`).toEqual([
          "Sun 10:00:00–11:00:00 Cones and draughts",
          "Sun 14:00:00–15:00:00 Signal to sea",
        ]);
        await scrollTo(page, "14:00");
        const [drawn, row] = [
          await boxOf(block(page, /Signal to sea, Sunday 14:00/)),
          await pointAt(page, "Sun 14:00"),
        ];
        expect(Math.abs(drawn.y - row.y)).toBeLessThan(1.5);
      }
    },
  );

  journey(
    "in spring the skipped hour is explained and refused, and what is planned over it goes on after it",
    async ({ browse, station }) => {
      const sunday = clockChange("Europe/Paris", "forward");
      const week = weekOf(mondayOf(sunday), station);
      expect(parisInstants(sunday, "02:30")).toEqual([]);
      const page = await browse("programmer");
      await openWeek(page, week);
      await scrollTo(page, "02:00");
      const column = page.locator(".rbc-day-slot").nth(6);
      expect(await column.innerText()).toMatch(/The clock skips 02:00 to 03:00/);
      expect((await boxOf(column)).height).toBeCloseTo((await boxOf(page.locator(".rbc-day-slot").nth(5))).height, 0);
      const before = await station.snapshot();
      await carryEpisode(page, "Harbour frequencies", "Sun 02:15");
      await expect
        .poll(() => ghostSays(page))
        .toEqual({
          fits: false,
          words: expect.stringContaining("That time does not exist on Sunday: the clock goes straight to 03:00"),
        });
      await page.mouse.up();
      const card = page.getByRole("dialog", {
        name: /That time does not exist on Sunday: the clock goes straight to 03:00/,
      });
      await card.getByRole("button", { name: /Put it at 03:00/ }).waitFor();
      await page.keyboard.press("Escape");
      await card.waitFor({ state: "detached" });
      expect(await station.snapshot()).toEqual(before);

      await dragEpisode(page, "Concrete choir", "Sun 01:30");
      await block(page, /Concrete choir, Sunday 01:30 to 03:30, on LibreTime/)
        .first()
        .waitFor();
      expect(await week.onAir()).toContain("Sun 01:30:00–03:30:00 Concrete choir");
      const heard = await station.onAir(week.at("Sun 01:30"), week.at("Sun 04:00"));
      expect(Date.parse(heard.entries[0]!.endsAt) - Date.parse(heard.entries[0]!.startsAt)).toBe(3_600_000);
    },
  );

  journey("in autumn the repeated hour asks which, and both can be planned", async ({ browse, station }) => {
    const sunday = clockChange("Europe/Paris", "back");
    const week = weekOf(mondayOf(sunday), station);
    const [first, second] = parisInstants(sunday, "02:00") as [string, string];
    expect(Date.parse(second) - Date.parse(first)).toBe(3_600_000);
    const page = await browse("programmer");
    await openWeek(page, week);
    await scrollTo(page, "02:00");
    const column = page.locator(".rbc-day-slot").nth(6);
    expect(await column.innerText()).toMatch(/A first\s+B second/);
    const drop = async (title: "Harbour frequencies" | "Dawn, pylons", across: number, says: RegExp) => {
      await carryEpisode(page, title, "Sun 02:00");
      const { x, y } = await pointAt(page, "Sun 02:00", across);
      await page.mouse.move(x, y + 1, { steps: 4 });
      await expect.poll(async () => (await ghostSays(page)).words).toMatch(says);
      expect((await ghostSays(page)).fits).toBe(true);
      await page.mouse.up();
    };
    await drop("Harbour frequencies", 0.25, /02:00 A – 02:30 A .*happens twice, this is the first/);
    await block(page, /Harbour frequencies, Sunday 02:00 A to 02:30 A, on LibreTime/).waitFor();
    await drop("Dawn, pylons", 0.75, /02:00 B – 02:30 B .*happens twice, this is the second/);
    await block(page, /Dawn, pylons, Sunday 02:00 B to 02:30 B, on LibreTime/).waitFor();
    const heard = await station.onAir(first, week.at("Sun 03:00"));
    expect(heard.entries.map(({ startsAt, title }) => [startsAt, title])).toEqual([
      [first, "Harbour frequencies"],
      [second, "Dawn, pylons"],
    ]);
  });
});
