import type { Locator, Page } from "@playwright/test";
import { expect } from "./expect";
import { carry, middleOf, pointAt, scrollTo } from "./planner-page";
import { say } from "./pseudo-locale";
import { look } from "./unbracketed";
import type { OwnWeek } from "./weeks";
import type { EpisodeTitle } from "./world";

export const button = (at: Page | Locator, name: string) => at.getByRole("button", { name, exact: true });
export const dialog = (page: Page) => page.getByRole("dialog").first();
export const panel = (page: Page, kind: string) => page.locator(`[data-beside="${kind}"]`);
export const weekMenu = (page: Page) => page.locator("[data-week-menu]");
export const dayMenu = (page: Page, weekday: string) => button(page, say("menu.dayMore", { weekday }));
export const slot = (page: Page, title: EpisodeTitle) =>
  page.getByRole("main").locator(".rbc-event").filter({ hasText: title }).first();

/** Opens the planner on that week, and waits for its slots. */
export async function openWeek(page: Page, { monday }: Pick<OwnWeek, "monday">, view = "week"): Promise<void> {
  await page.goto(`/?week=${monday}&view=${view}`);
  await page.locator("[data-slot-id]").first().waitFor();
}

/** Types into the library's search, and answers the one card that is left. */
export async function findEpisode(page: Page, title: EpisodeTitle): Promise<Locator> {
  await page.getByRole("searchbox", { name: say("library.episodes.search") }).fill(title);
  const cards = page.locator("[data-episode-id]");
  await expect.poll(() => cards.count()).toBe(1);
  await cards.filter({ hasText: title }).waitFor();
  return cards;
}

export async function dragEpisode(page: Page, title: EpisodeTitle, when: string): Promise<void> {
  await scrollTo(page, when.split(" ")[1]!);
  await carry(page, await middleOf(await findEpisode(page, title)), await pointAt(page, when));
  await page.locator("[data-ghost]").first().waitFor();
  await look(page);
  await page.mouse.up();
}

/** Reads what has come up, once nothing in it is awaited any more, and closes it. */
export async function close(page: Page): Promise<void> {
  const open = page.locator('[data-beside], [role="dialog"], [role="toolbar"]');
  await open.first().waitFor();
  for (const awaited of [say("elsewhere.looking"), say("gaps.offersLooking"), say("patterns.hole.looking")])
    await expect.poll(() => page.getByText(awaited).count()).toBe(0);
  await look(page);
  const closer = button(page, say("common.close"));
  if ((await closer.count()) > 0) await closer.first().click();
  else await page.keyboard.press("Escape");
  await expect.poll(() => open.count()).toBe(0);
}

/** Opens each thing of a menu once, and closes it. */
export async function readMenu(page: Page, menu: Locator): Promise<void> {
  const items = page.getByRole("menuitem");
  await menu.click();
  await items.first().waitFor();
  await look(page);
  const count = await items.count();
  for (let index = 0; index < count; index += 1) {
    if (index > 0) await menu.click();
    await items.nth(index).click();
    await close(page);
  }
}
