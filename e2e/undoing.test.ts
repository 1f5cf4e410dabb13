import type { Page } from "@playwright/test";
import { ask, plan } from "./kit/api";
import { expect } from "./kit/expect";
import { journey } from "./kit/journey";
import { block, carryBlock, dragEpisode, openWeek, scrollTo, wayOut, weekIsThere } from "./kit/planner-page";
import { mondayFor, weekOf } from "./kit/weeks";

const undo = (page: Page) => page.keyboard.press("Control+z");
const redo = (page: Page) => page.keyboard.press("Control+Shift+z");

journey.describe("undo and redo", () => {
  journey("plan, move, unplan: back step by step to the empty day, and there again", async ({ browse, station }) => {
    const week = weekOf(mondayFor("undoing"), station);
    const page = await browse("programmer");
    await openWeek(page, week);
    const monday = async () => [...(await week.onAir("Mon")), ...(await week.instances("Mon"))];
    const seen: string[][] = [await monday()];
    await dragEpisode(page, "Signal to sea", "Mon 10:00");
    await block(page, /Signal to sea, Monday 10:00 to 11:00, on LibreTime/).waitFor();
    seen.push(await monday());
    await carryBlock(page, block(page, /Signal to sea, Monday 10:00/), "Mon 12:00");
    await page.mouse.up();
    await block(page, /Signal to sea, Monday 12:00 to 13:00, on LibreTime/).waitFor();
    await expect.poll(() => week.instances("Mon")).toHaveLength(1);
    seen.push(await monday());
    await block(page, /Signal to sea, Monday 12:00/).click();
    await page.getByRole("dialog").getByRole("button", { name: "Take off the grid" }).click();
    await expect.poll(monday).toEqual([]);
    await page.getByText("It is in the library.").waitFor();
    for (const before of [seen[2], seen[1], seen[0]]) {
      await undo(page);
      await expect.poll(monday).toEqual(before);
    }
    for (const after of [seen[1], seen[2], []]) {
      await redo(page);
      await expect.poll(monday).toEqual(after);
    }
    await redo(page);
    await page.getByText("Nothing to redo.").waitFor();
  });

  journey("keys faster than LibreTime: each undo waits for the one before", async ({ browse, station }) => {
    const week = weekOf(mondayFor("undoing"), station);
    const page = await browse("programmer");
    await openWeek(page, week);
    await dragEpisode(page, "Alice, again", "Tue 10:00");
    await block(page, /Alice, again, Tuesday 10:00 .*on LibreTime/).waitFor();
    await carryBlock(page, block(page, /Alice, again, Tuesday 10:00/), "Tue 12:00");
    await page.mouse.up();
    for (let times = 0; times < 2; times += 1) await undo(page);
    await expect.poll(() => page.getByText(/^Undone:/).count()).toBe(2);
    expect([await week.onAir("Tue"), await week.instances("Tue")]).toEqual([[], []]);
  });

  journey("what took another's place gives it back", async ({ browse, station }) => {
    const week = weekOf(mondayFor("undoing"), station);
    await plan("Cones and draughts", week.at("Wed 10:00"), week.at("Wed 11:00"));
    const page = await browse("programmer");
    await openWeek(page, week);
    await dragEpisode(page, "Concrete choir", "Wed 10:00");
    await (await wayOut(page, "replace-to-library")).click();
    await block(page, /Concrete choir, Wednesday 10:00 to 11:00, on LibreTime/).waitFor();
    await expect.poll(() => week.onAir("Wed")).toEqual(["Wed 10:00:00–11:00:00 Concrete choir"]);
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await expect.poll(() => week.onAir("Wed")).toEqual(["Wed 10:00:00–11:00:00 Cones and draughts"]);
    await expect.poll(() => week.instances("Wed")).toEqual(["Wed 10:00–11:00 Kiln"]);
  });

  journey("after a reload the history has it: who, what, and its undo; by keys too", async ({ browse, station }) => {
    const week = weekOf(mondayFor("undoing"), station);
    const page = await browse("programmer");
    await openWeek(page, week);
    await dragEpisode(page, "Slip and glaze", "Thu 10:00");
    await block(page, /Slip and glaze, Thursday 10:00 .*on LibreTime/).waitFor();
    await dragEpisode(page, "Dawn, pylons", "Thu 12:00");
    await block(page, /Dawn, pylons, Thursday 12:00 .*on LibreTime/).waitFor();
    await page.reload();
    await weekIsThere(page);
    await page.locator("body").press("Control+z");
    await expect.poll(() => week.onAir("Thu")).toEqual(["Thu 10:00:00–10:45:00 Slip and glaze"]);
    await page.getByRole("button", { name: "History" }).press("Enter");
    const panel = page.getByRole("dialog", { name: /^History/ });
    await expect
      .poll(() => panel.getByRole("listitem").first().innerText())
      .toContain(`You took Field Notes, “Dawn, pylons” off ${week.date("Thu")}`);
    const planned = panel.getByRole("button", {
      name: `Undo: planned Kiln, “Slip and glaze” on ${week.date("Thu")} 10:00`,
    });
    await planned.waitFor();
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Redo");
    await planned.press("Enter");
    await expect.poll(() => week.onAir("Thu")).toEqual([]);
    await expect
      .poll(() => panel.getByRole("listitem").first().innerText())
      .toContain(`You took Kiln, “Slip and glaze” off ${week.date("Thu")}`);
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
  });

  journey("what a colleague has changed since is not undone, and that is said", async ({ browse, station }) => {
    const week = weekOf(mondayFor("undoing"), station);
    const page = await browse("programmer");
    await openWeek(page, week);
    await dragEpisode(page, "Stairwell recordings", "Fri 10:00");
    const mine = block(page, /Stairwell recordings, Friday 10:00 .*on LibreTime/);
    await mine.waitFor();
    const slotId = await mine.locator("[data-slot-id]").getAttribute("data-slot-id");
    const moved = await ask("/api/trpc/moveOne", {
      as: { key: "admin" },
      method: "POST",
      body: { slotId, scheduledAt: week.at("Fri 14:00"), scheduledEnd: week.at("Fri 14:45") },
    });
    expect(moved.status).toBe(200);
    await scrollTo(page, "14:00");
    await block(page, /Stairwell recordings, Friday 14:00/).waitFor();
    await undo(page);
    await page
      .getByText(/^Couldn't undo: planned Deep Rooms, “Stairwell recordings” .* It has been changed since\.$/)
      .waitFor();
    expect(await week.onAir("Fri")).toEqual(["Fri 14:00:00–14:45:00 Stairwell recordings"]);
  });
});
