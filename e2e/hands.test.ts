import type { CDPSession, Page } from "@playwright/test";
import { plan, unplan } from "./kit/api";
import { expect } from "./kit/expect";
import { journey } from "./kit/journey";
import { block, findEpisode, ghostSays, middleOf, openWeek, pointAt, scrollTo, type Point } from "./kit/planner-page";
import { mondayFor, weekOf } from "./kit/weeks";

/** Presses a key so many times. */
async function press(page: Page, key: string, times = 1): Promise<void> {
  for (let count = 0; count < times; count += 1) await page.keyboard.press(key);
}

/** What screen readers were told last. */
function announced(page: Page): Promise<string[]> {
  return page.getByRole("status").allInnerTexts();
}

/** A finger: it rests until something is lifted, then moves, then leaves. */
function fingerOf(cdp: CDPSession) {
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: readonly Point[]) =>
    cdp.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(({ x, y }) => ({ x, y, id: 1 })) });
  return {
    down: (at: Point) => touch("touchStart", [at]),
    move: async (from: Point, to: Point) => {
      for (let step = 1; step <= 12; step += 1)
        await touch("touchMove", [
          { x: from.x + ((to.x - from.x) * step) / 12, y: from.y + ((to.y - from.y) * step) / 12 },
        ]);
    },
    up: () => touch("touchEnd", []),
  };
}

journey.describe("without dragging a mouse", () => {
  journey(
    "keys alone: found, picked up, moved, dropped, moved again, made longer, taken off",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("keyboard"), station);
      const page = await browse("programmer");
      await openWeek(page, week);
      await press(page, "/");
      await page.keyboard.type("slip and glaze");
      await expect.poll(() => page.getByRole("listbox", { name: "Episodes" }).getByRole("option").count()).toBe(1);
      await press(page, "ArrowDown");
      await press(page, "Enter");
      await expect.poll(() => announced(page)).toContainEqual(expect.stringMatching(/Monday 00:00 to 00:45, free/));
      await press(page, "ArrowRight", 2);
      await press(page, "PageDown", 10);
      await press(page, "ArrowDown", 3);
      await expect
        .poll(() => announced(page))
        .toContainEqual(expect.stringMatching(/Wednesday 10:15 to 11:00, free, fits exactly/));
      expect((await ghostSays(page)).words).toContain("Wed 10:15 – 11:00");
      expect(await week.onAir("Wed", "Thu")).toEqual([]);
      await press(page, "Enter");
      const planned = block(page, /Slip and glaze, Wednesday 10:15 to 11:00, on LibreTime/);
      await planned.waitFor();
      expect(await week.onAir("Wed", "Thu")).toEqual(["Wed 10:15:00–11:00:00 Slip and glaze"]);

      await planned.focus();
      await press(page, "Enter");
      await press(page, "ArrowRight");
      await press(page, "Shift+ArrowDown", 2);
      await expect
        .poll(() => announced(page))
        .toContainEqual(expect.stringMatching(/Thursday 10:15 to 11:10, free, dead air 10:00/));
      await press(page, "Escape");
      await planned.focus();
      await press(page, "m");
      await press(page, "ArrowRight");
      await press(page, "Shift+ArrowDown", 2);
      await press(page, "Enter");
      const moved = block(page, /Slip and glaze, Thursday 10:15 to 11:10, dead air 10:00, on LibreTime/);
      await moved.waitFor();
      expect([...(await week.onAir("Wed", "Thu")), ...(await week.instances("Wed", "Thu"))]).toEqual([
        "Thu 10:15:00–11:00:00 Slip and glaze",
        "Thu 10:15–11:10 Kiln",
      ]);

      await moved.focus();
      await press(page, "Delete");
      await expect.poll(() => week.onAir("Wed", "Thu")).toEqual([]);
      await expect.poll(() => week.instances("Wed", "Thu")).toEqual([]);
    },
  );

  journey("a block that is taken off by its card leaves the keys on the nearest one", async ({ browse, station }) => {
    const week = weekOf(mondayFor("keyboard"), station);
    await plan("Traffic", week.at("Sun 08:00"), week.at("Sun 08:05"));
    await plan("Alice, again", week.at("Sun 11:00"), week.at("Sun 12:00"));
    const page = await browse("programmer");
    await openWeek(page, week);
    await block(page, /Traffic, Sunday 08:00/).focus();
    await press(page, "Space");
    const off = page.getByRole("dialog", { name: "Headlines" }).getByRole("button", { name: "Take off the grid" });
    await off.focus();
    await press(page, "Enter");
    await block(page, /Traffic, Sunday 08:00/).waitFor({ state: "detached" });
    await expect
      .poll(() => block(page, /Alice, again, Sunday 11:00/).evaluate((each) => each === document.activeElement))
      .toBe(true);
    await unplan("Alice, again", week.at("Sun 11:00"));
  });

  journey("the Delete key while somebody types in the search takes nothing off", async ({ browse, station }) => {
    const week = weekOf(mondayFor("keyboard"), station);
    await plan("Traffic", week.at("Sat 08:00"), week.at("Sat 08:05"));
    const before = await station.snapshot();
    const page = await browse("programmer");
    await openWeek(page, week);
    await scrollTo(page, "08:00");
    await block(page, /Traffic, Saturday 08:00/).focus();
    await press(page, "/");
    await page.keyboard.type("jtdw");
    await press(page, "Delete");
    await press(page, "Backspace");
    expect(await page.getByRole("searchbox", { name: /^Search episodes/ }).inputValue()).toBe("jtd");
    expect(page.url()).toContain(`week=${week.monday}`);
    expect(await station.snapshot()).toEqual(before);
  });

  journey("click, then click: the card first, then the time", async ({ browse, station }) => {
    const week = weekOf(mondayFor("clicks"), station);
    const page = await browse("programmer");
    await openWeek(page, week);
    await scrollTo(page, "15:00");
    await (await findEpisode(page, "Dawn, pylons")).click();
    await page.getByText(/Click where “Dawn, pylons” should start/).waitFor();
    const { x, y } = await pointAt(page, "Thu 15:00");
    await page.mouse.move(x, y, { steps: 10 });
    await expect.poll(async () => (await ghostSays(page)).words).toContain("Thu 15:00 – 15:30");
    await page.mouse.click(x, y);
    const planned = block(page, /Dawn, pylons, Thursday 15:00 to 15:30, on LibreTime/);
    await planned.waitFor();
    expect(await week.onAir()).toEqual(["Thu 15:00:00–15:30:00 Dawn, pylons"]);

    await planned.click();
    await page.getByRole("dialog").getByRole("button", { name: "Move to a time…" }).click();
    const form = page.getByRole("dialog", { name: "Move “Dawn, pylons”" });
    await form.getByLabel("Day").fill(week.day("Fri"));
    await form.getByLabel(/^Starts, Paris time/).fill("07:40");
    await form.getByRole("button", { name: "Move it there" }).click();
    await expect.poll(() => week.onAir()).toEqual(["Fri 07:40:00–08:10:00 Dawn, pylons"]);
  });

  journey("a finger that rests lifts, and carries to another day", async ({ browse, station }) => {
    const week = weekOf(mondayFor("touch"), station);
    await plan("Piano alone", week.at("Tue 12:00"), week.at("Tue 12:30"));
    const page = await browse("programmer", { hasTouch: true });
    const finger = fingerOf(await page.context().newCDPSession(page));
    await openWeek(page, week);
    await scrollTo(page, "13:00");
    const card = await middleOf(await findEpisode(page, "Harbour frequencies"));
    const lifted = () => page.locator("html[data-carrying]").waitFor({ state: "attached" });
    const target = await pointAt(page, "Wed 14:00");
    await finger.down(card);
    await lifted();
    await finger.move(card, target);
    await expect.poll(async () => (await ghostSays(page)).words).toContain("Wed 14:00 – 14:30");
    await finger.up();
    await block(page, /Harbour frequencies, Wednesday 14:00 to 14:30, on LibreTime/).waitFor();

    const from = await middleOf(block(page, /Piano alone, Tuesday 12:00/));
    await finger.down(from);
    await lifted();
    const there = await pointAt(page, "Thu 13:00");
    await finger.move(from, { x: there.x, y: from.y + (there.y - (await pointAt(page, "Thu 12:00")).y) });
    await finger.up();
    await block(page, /Piano alone, Thursday 13:00 to 13:30, on LibreTime/).waitFor();
    await expect
      .poll(() => week.onAir())
      .toEqual(["Wed 14:00:00–14:30:00 Harbour frequencies", "Thu 13:00:00–13:30:00 Piano alone"]);
  });
});
