import type { Locator } from "playwright-core";
import { describe, expect } from "vitest";
import { plan } from "./kit/api";
import { journey } from "./kit/journey";
import { block, boxOf, dragEpisode, openWeek, scrollTo } from "./kit/planner-page";
import { mondayFor, weekOf } from "./kit/weeks";

/** Do the two share any pixel? */
async function overlap(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = [await boxOf(one), await boxOf(other)];
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

describe("nothing that is needed lies under something else", () => {
  for (const viewport of [{ width: 1480, height: 860 }, { width: 390, height: 844 }]) {
    journey(`a toast and the card of the slot that it tells of, ${viewport.width} wide`, async ({ browse, station }) => {
      const week = weekOf(mondayFor("covering"), station);
      const day = viewport.width > 1000 ? "Wed" : "Thu";
      await plan("Piano alone", week.at(`${day} 12:00`), week.at(`${day} 12:30`));
      const page = await browse("programmer", { viewport });
      await openWeek(page, week, `&day=${week.day(day)}`);
      const slot = block(page, /Piano alone/).first();
      await slot.focus();
      await page.keyboard.press("m");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      const toast = page.getByRole("status", { name: "What just happened" }).locator(":scope > div");
      await toast.waitFor();
      await toast.hover();
      await slot.evaluate((each) => each.scrollIntoView({ block: "end" }));
      await slot.focus();
      await page.keyboard.press("Space");
      const card = page.getByRole("dialog", { name: "Blue Hour" });
      await card.waitFor();
      await expect.poll(() => overlap(card, toast)).toBe(false);
      await card.getByRole("button", { name: "Close" }).click();
      await expect.poll(async () => (await boxOf(toast)).y > viewport.height / 2).toBe(true);
    });
  }

  journey("the bar of what is selected, and the last hour of the day", async ({ browse, station }) => {
    const week = weekOf(mondayFor("covering"), station);
    await plan("Concrete choir", week.at("Sat 23:00"), week.at("Sun 00:00"));
    const page = await browse("programmer");
    await openWeek(page, week);
    await scrollTo(page, "23:00");
    const slot = block(page, /Concrete choir, Saturday 23:00/).first();
    await slot.click({ modifiers: ["Control"], position: { x: 30, y: 8 } });
    const bar = page.getByRole("toolbar", { name: "Selected slots" });
    await bar.waitFor();
    await page.locator(".rbc-time-content").evaluate((grid) => grid.scrollTo({ top: grid.scrollHeight }));
    await expect.poll(async () => { const { y, height } = await boxOf(slot); return y + height <= (await boxOf(bar)).y; }).toBe(true);
  });
});
