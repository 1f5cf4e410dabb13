import { expect } from "./kit/expect";
import { journey } from "./kit/journey";
import { block, findEpisode, middleOf, pointAt, scrollTo } from "./kit/planner-page";
import { mondayFor, weekOf } from "./kit/weeks";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

journey.describe("on a narrow screen", () => {
  journey(
    "one day at a time, the library from below, and planned from there with two taps",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("narrow"), station);
      const page = await browse("programmer", PHONE);
      await page.goto(`/?week=${week.monday}&view=day&day=${week.day("Mon")}`);
      await page.locator(".rbc-day-slot").waitFor();
      expect(await page.locator(".rbc-day-slot").count()).toBe(1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      await page.getByRole("button", { name: "Next day" }).tap();
      await expect.poll(() => page.getByRole("heading", { level: 2 }).first().innerText()).toMatch(/^Tue /);

      await scrollTo(page, "12:00");
      const handle = page.getByRole("button", { name: "Library" });
      await handle.tap();
      const card = await findEpisode(page, "Tide and weather");
      await card.tap();
      await expect.poll(() => handle.getAttribute("aria-expanded")).toBe("false");
      const { x, y } = await pointAt(page, "Tue 12:00");
      await page.touchscreen.tap(x, y);
      await block(page, /Tide and weather, Tuesday 12:00 to 12:05, on LibreTime/).waitFor();
      expect(await week.onAir()).toEqual(["Tue 12:00:00–12:05:00 Tide and weather"]);

      await page.touchscreen.tap(
        ...(Object.values(await middleOf(block(page, /Tide and weather, Tuesday/))) as [number, number]),
      );
      const dialog = page.getByRole("dialog");
      await dialog.waitFor();
      const box = (await dialog.boundingBox())!;
      expect(box.x >= 0 && box.x + box.width <= 390).toBe(true);
      await dialog.getByRole("button", { name: "Take off the grid" }).tap();
      await expect.poll(() => week.onAir()).toEqual([]);
    },
  );
});
