import type { Locator, Page } from "@playwright/test";
import { expect } from "./expect";
import type { OwnWeek } from "./weeks";

export type Point = { readonly x: number; readonly y: number };

const dayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** Opens the planner on that week and waits until the week is there. */
export async function openWeek(page: Page, week: Pick<OwnWeek, "monday">, query = ""): Promise<void> {
  await page.goto(`/?week=${week.monday}&view=week${query}`);
  await weekIsThere(page);
}

/** The week has its slots, or says that it has none. */
export async function weekIsThere(page: Page): Promise<void> {
  await page.locator(".rbc-time-content").waitFor();
  await expect
    .poll(() => page.locator(".rbc-time-header-content").innerText())
    .toMatch(/empty|full|gap|slot|conflict|live|on air|look at/);
}

/** How much is wrong in the coming weeks, in the page's head. */
export function inboxButton(page: Page): Locator {
  return page.getByRole("banner").getByRole("button", { name: /^(\d+ dangers?|\d+ to look at|Inbox: nothing wrong)/ });
}

/** Opens what is wrong in the coming weeks. */
export async function openInbox(page: Page): Promise<Locator> {
  await inboxButton(page).click();
  const inbox = page.getByRole("dialog", { name: "Inbox" });
  await inbox.waitFor();
  return inbox;
}

/** Types into the library's search, and answers the card of that episode. */
export async function findEpisode(page: Page, title: string, words = title): Promise<Locator> {
  await page.getByRole("searchbox", { name: /^Search episodes/ }).fill(words);
  // The list answers a little after the last letter: a hand waits until the cards stand still.
  const cards = page.getByRole("listbox", { name: "Episodes" }).getByRole("option");
  await expect.poll(() => cards.count()).toBe(1);
  const card = cards.and(page.getByRole("option", { name: new RegExp(`^${title}\\b`) }));
  await card.waitFor();
  return card;
}

/** A slot on the grid, by what a screen reader says of it: "Slow ferries, Tuesday 19:30 to 20:30". */
export function block(page: Page, spoken: string | RegExp): Locator {
  return page.getByRole("button", { name: spoken });
}

/** Brings the row of an hour into the middle of the grid. */
export async function scrollTo(page: Page, time: string): Promise<void> {
  await hourRow(page, time).evaluate((row) => row.scrollIntoView({ block: "center" }));
}

/** The point of the grid in that day's column, in the row that is labelled with that time: "Tue 19:30". */
export async function pointAt(page: Page, when: string, across = 0.5): Promise<Point> {
  const [day, time] = when.split(" ") as [string, string];
  const columns = page.locator(".rbc-day-slot");
  const column = await boxOf((await columns.count()) === 1 ? columns : columns.nth(dayNames.indexOf(day)));
  const row = await boxOf(hourRow(page, time));
  return { x: column.x + column.width * across, y: row.y + (row.height * Number(time.slice(3))) / 60 };
}

/** The row that carries the label of that time's hour. */
function hourRow(page: Page, time: string): Locator {
  return page.locator(".rbc-time-gutter .rbc-timeslot-group").filter({ hasText: `${time.slice(0, 2)}:00` });
}

/** Where a thing is on the screen. */
export async function boxOf(thing: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await thing.boundingBox();
  if (!box) throw new Error(`It is not on the screen: ${String(thing)}`);
  return box;
}

/** The middle of a thing. */
export async function middleOf(thing: Locator): Promise<Point> {
  const { x, y, width, height } = await boxOf(thing);
  return { x: x + width / 2, y: y + height / 2 };
}

/** Takes hold of something and carries it as a hand would: a small tug first, then in steps. It is still held. */
export async function carry(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 7, from.y, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 16 });
}

/** Takes a block by its upper part and carries it until its start is at that time. It is still held. */
export async function carryBlock(page: Page, thing: Locator, when: string): Promise<void> {
  await scrollTo(page, when.split(" ")[1]!);
  await thing.scrollIntoViewIfNeeded();
  const { x, y, height } = await boxOf(thing);
  const grip = Math.min(14, height / 2);
  const start = await pointAt(page, when);
  await carry(page, { x: x + 30, y: y + grip }, { x: start.x, y: start.y + grip });
}

/** Takes a block by one of its ends and carries that end to a time. It is still held. */
export async function carryEnd(page: Page, thing: Locator, end: "start" | "end", when: string): Promise<void> {
  await scrollTo(page, when.split(" ")[1]!);
  await thing.hover();
  const grip = await middleOf(thing.locator(`[data-grip="${end}"]`));
  await carry(page, grip, { ...grip, y: (await pointAt(page, when)).y });
}

/** The ghost under the hand: what it says, and whether it says that it fits. */
export async function ghostSays(page: Page): Promise<{ readonly words: string; readonly fits: boolean }> {
  const ghost = page.locator("[data-ghost]").first();
  await ghost.waitFor();
  return {
    words: (await ghost.innerText()).replace(/\s+/g, " "),
    fits: (await ghost.getAttribute("data-fits")) === "true",
  };
}

/** Carries an episode from the library over a time of the grid, until the ghost stands there. It is still held. */
export async function carryEpisode(page: Page, title: string, when: string): Promise<void> {
  await scrollTo(page, when.split(" ")[1]!);
  const card = await findEpisode(page, title);
  await carry(page, await middleOf(card), await pointAt(page, when));
}

/** A way out on the open card, by its kind; the rest of them is opened for one that is not among the first. */
export async function wayOut(page: Page, kind: string): Promise<Locator> {
  await page.getByRole("group", { name: "Ways out" }).waitFor();
  const way = page.locator(`[data-way="${kind}"]`);
  if ((await way.count()) === 0) await page.getByRole("button", { name: /more ways?$/ }).click();
  await way.waitFor();
  return way;
}

/** Drags an episode from the library to a time of the grid. */
export async function dragEpisode(page: Page, title: string, when: string): Promise<void> {
  await carryEpisode(page, title, when);
  const [day, time] = when.split(" ") as [string, string];
  await expect.poll(async () => (await ghostSays(page)).words).toContain(`${day} ${time}`);
  await page.mouse.up();
}
