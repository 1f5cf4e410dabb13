import type { Locator, Page } from "@playwright/test";
import { lookAtLibreTime, plan } from "./kit/api";
import { expect } from "./kit/expect";
import { journey } from "./kit/journey";
import { libreTimePages } from "./kit/libretime-pages";
import { dayAfter } from "./kit/paris-time";
import { block, carry, carryBlock, ghostSays, openWeek, pointAt, scrollTo, weekIsThere } from "./kit/planner-page";
import { mondayFor, weekOf, type DayName, type OwnWeek } from "./kit/weeks";
import { JAZZ_ARCHIVE, type EpisodeTitle } from "./kit/world";

/** Plans them one after the other: "Tue 10:00–11:00 Signal to sea". */
async function planAll(week: OwnWeek, lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    const [, day, from, to, title] = /^(\w+) (\S+)–(\S+) (.+)$/.exec(line)!;
    expect((await plan(title as EpisodeTitle, week.at(`${day} ${from}`), week.at(`${day} ${to}`))).status).toBe(200);
  }
}

/** What would be heard, and the slots that stand there. */
const matter = async (week: OwnWeek, ...days: DayName[]) => [await week.onAir(...days), await week.instances(...days)];

const selected = (page: Page) => page.locator(".rbc-event[aria-pressed='true']");
const bar = (page: Page) => page.getByRole("toolbar", { name: "Selected slots" });

/** Clicks its upper part: the middle of a short one may lie under a card. */
const click = (thing: Locator, ...modifiers: ("Control" | "Shift")[]) =>
  thing.click({ position: { x: 30, y: 8 }, modifiers });

journey.describe("several at once", () => {
  journey(
    "Ctrl, Shift and the rubber band select; what is selected moves together, with one undo",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("selection"), station);
      await planAll(week, [
        "Tue 10:00–11:00 Signal to sea",
        "Tue 11:00–11:45 Slip and glaze",
        "Tue 12:00–12:30 Piano alone",
        "Wed 10:00–11:00 Concrete choir",
        "Thu 14:00–15:00 Cones and draughts",
      ]);
      const before = await matter(week);
      const page = await browse("programmer");
      await openWeek(page, week);
      await scrollTo(page, "12:00");
      await click(block(page, /Signal to sea, Tuesday 10:00/), "Control");
      await click(block(page, /Piano alone, Tuesday 12:00/), "Control");
      await expect.poll(() => selected(page).count()).toBe(2);
      await bar(page).getByText("2 selected").waitFor();
      await click(block(page, /Piano alone, Tuesday 12:00/), "Control");
      await expect.poll(() => selected(page).count()).toBe(1);
      await click(block(page, /Concrete choir, Wednesday 10:00/), "Shift");
      await expect.poll(() => selected(page).count()).toBe(2);
      await page.keyboard.press("Escape");
      await expect.poll(() => selected(page).count()).toBe(0);

      await carry(page, await pointAt(page, "Tue 09:30", 0.2), await pointAt(page, "Wed 12:10", 0.8));
      await page.locator("[data-band]").waitFor();
      await page.mouse.up();
      await expect.poll(() => selected(page).count()).toBe(4);
      await carryBlock(page, block(page, /Concrete choir, Wednesday 10:00/), "Fri 12:30");
      await expect
        .poll(() => ghostSays(page))
        .toEqual({ fits: true, words: expect.stringMatching(/Fri 12:30 – 13:30 .*2 of 4 fit/) });
      const start = await pointAt(page, "Fri 15:00");
      await page.mouse.move(start.x, start.y + 14, { steps: 6 });
      await expect
        .poll(() => ghostSays(page))
        .toEqual({ fits: true, words: expect.stringMatching(/Fri 15:00 – 16:00 .*4 slots, all fit/) });
      await page.mouse.up();
      await page.getByText("Moved 4 slots.", { exact: true }).waitFor();
      expect(await week.onAir()).toEqual([
        "Thu 14:00:00–15:00:00 Cones and draughts",
        "Thu 15:00:00–16:00:00 Signal to sea",
        "Thu 16:00:00–16:45:00 Slip and glaze",
        "Thu 17:00:00–17:30:00 Piano alone",
        "Fri 15:00:00–16:00:00 Concrete choir",
      ]);
      await expect.poll(() => selected(page).count()).toBe(4);
      await page.keyboard.press("Control+z");
      await page.getByText("Undone: moved 4 slots.").waitFor();
      await expect.poll(() => matter(week)).toEqual(before);
    },
  );

  journey(
    "with Ctrl held it is copies that go; by keys they are taken off, and copied into another week",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("selection-copies"), station);
      const next = weekOf(mondayFor("after-copies"), station);
      await planAll(week, ["Mon 10:00–11:00 Signal to sea", "Mon 11:00–11:45 Slip and glaze"]);
      const before = await matter(week);
      const page = await browse("programmer");
      await openWeek(page, week);
      await scrollTo(page, "12:00");
      await block(page, /Signal to sea, Monday 10:00/).focus();
      await page.keyboard.press("Control+Enter");
      await page.keyboard.press("Shift+ArrowDown");
      await expect.poll(() => selected(page).count()).toBe(2);
      await page.keyboard.down("Control");
      await carryBlock(page, block(page, /Signal to sea, Monday 10:00/), "Wed 10:00");
      await expect
        .poll(() => ghostSays(page))
        .toEqual({ fits: true, words: expect.stringMatching(/Wed 10:00 – 11:00 .*2 slots, all fit · copy/) });
      await page.mouse.up();
      await page.keyboard.up("Control");
      await page.getByText("Copied 2 slots.", { exact: true }).waitFor();
      const copied = [...before[0]!, "Wed 10:00:00–11:00:00 Signal to sea", "Wed 11:00:00–11:45:00 Slip and glaze"];
      expect(await week.onAir()).toEqual(copied);
      await page.getByRole("button", { name: "Undo", exact: true }).click();
      await expect.poll(() => matter(week)).toEqual(before);

      await page.getByRole("main").locator(".rbc-event").first().waitFor();
      await page.keyboard.press("Control+a");
      await bar(page).getByText("2 selected").waitFor();
      await page.keyboard.press("Control+c");
      await page.keyboard.press("Delete");
      await page.getByText("Took off 2 slots.", { exact: true }).waitFor();
      expect(await matter(week)).toEqual([[], []]);
      // A week of a clock change may lie between.
      for (let monday = week.monday; monday < next.monday; monday = dayAfter(monday, 7)) await page.keyboard.press("n");
      await weekIsThere(page);
      await page.keyboard.press("Control+v");
      await expect
        .poll(() => ghostSays(page))
        .toEqual({ fits: true, words: expect.stringMatching(/Mon 10:00 – 11:00 .*2 slots, all fit · copy/) });
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter");
      await page.getByText("Copied 2 slots.", { exact: true }).waitFor();
      expect(await next.onAir()).toEqual([
        "Tue 10:00:00–11:00:00 Signal to sea",
        "Tue 11:00:00–11:45:00 Slip and glaze",
      ]);
      for (const back of ["Undone: copied 2 slots.", "Undone: took off 2 slots."]) {
        await page.keyboard.press("Control+z");
        await page.getByText(back).waitFor();
      }
      expect(await matter(week)).toEqual(before);
      expect(await matter(next)).toEqual([[], []]);
    },
  );

  journey(
    "a day is cleared, and a stretch of it: what is not ours stays, and one undo brings all back",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("clearing"), station);
      await planAll(week, [
        "Fri 10:00–11:00 Signal to sea",
        "Fri 12:00–12:45 Slip and glaze",
        "Fri 22:30–23:30 Concrete choir",
      ]);
      await libreTimePages(station).play(JAZZ_ARCHIVE.file, {
        starts_at: week.at("Fri 14:00"),
        ends_at: week.at("Fri 16:00"),
      });
      await lookAtLibreTime();
      const before = await matter(week);
      const page = await browse("programmer");
      await openWeek(page, week);
      const clear = async () => {
        await page.getByRole("button", { name: "Friday: more" }).click();
        await page.getByRole("menuitem", { name: "Clear…" }).click();
        return page.getByRole("dialog", { name: /^Clear/ });
      };
      const card = await clear();
      await card.getByText("3 slots of ours go off the grid. 1 made in LibreTime stays.").waitFor();
      await card.getByRole("button", { name: "Take off 3 slots" }).click();
      await page.getByText(/^Cleared 3 slots off Fri/).waitFor();
      expect(await week.onAir()).toEqual(["Fri 14:00:00–16:00:00 Kind of evening"]);
      await page.keyboard.press("Control+z");
      await expect.poll(() => matter(week)).toEqual(before);

      const part = await clear();
      await part.getByRole("textbox", { name: "From, time" }).fill("11.30");
      await part.getByRole("textbox", { name: "To, time" }).fill("15:00");
      await part.getByRole("button", { name: "Take off 1 slot", exact: true }).click();
      await page.getByText("Cleared 1 slot.", { exact: true }).waitFor();
      expect(await week.onAir()).toEqual([
        "Fri 10:00:00–11:00:00 Signal to sea",
        "Fri 14:00:00–16:00:00 Kind of evening",
        "Fri 22:30:00–23:30:00 Concrete choir",
      ]);
      await page.keyboard.press("Control+z");
      await expect.poll(() => matter(week)).toEqual(before);
    },
  );

  journey("with a finger: the card's Select, then taps, then a tap where they go", async ({ browse, station }) => {
    const week = weekOf(mondayFor("selection-touch"), station);
    await planAll(week, ["Tue 10:00–11:00 Signal to sea", "Tue 11:00–11:45 Slip and glaze"]);
    const before = await matter(week);
    const page = await browse("programmer", { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true });
    await page.goto(`/?week=${week.monday}&view=day&day=${week.day("Tue")}`);
    await weekIsThere(page);
    await scrollTo(page, "12:00");
    await block(page, /Signal to sea, Tuesday 10:00/).tap();
    await page.getByRole("dialog").getByRole("button", { name: "Select", exact: true }).tap();
    await block(page, /Slip and glaze, Tuesday 11:00/).tap();
    await bar(page).getByText("2 selected").waitFor();
    await bar(page).getByRole("button", { name: "Move" }).tap();
    await page.getByText(/^Tap where “Signal to sea” should start/).waitFor();
    const place = await pointAt(page, "Tue 14:00");
    await page.touchscreen.tap(place.x, place.y + 1);
    await page.getByText("Moved 2 slots.", { exact: true }).waitFor();
    expect(await week.onAir()).toEqual(["Tue 14:00:00–15:00:00 Signal to sea", "Tue 15:00:00–15:45:00 Slip and glaze"]);
    await page.getByRole("button", { name: "Undo", exact: true }).tap();
    await expect.poll(() => matter(week)).toEqual(before);
  });

  journey(
    "all or nothing: a card names who is in the way, and the rest is moved when asked to",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("selection-refused"), station);
      await planAll(week, [
        "Mon 10:00–11:00 Signal to sea",
        "Mon 11:00–11:45 Slip and glaze",
        "Mon 12:00–12:30 Piano alone",
      ]);
      const before = await matter(week);
      const page = await browse("programmer");
      await openWeek(page, week);
      await scrollTo(page, "12:00");
      await page.keyboard.press("Control+a");
      await expect.poll(() => selected(page).count()).toBe(3);
      // Somebody is faster: the page does not know of it, LibreTime does.
      await libreTimePages(station).play(JAZZ_ARCHIVE.file, {
        starts_at: week.at("Wed 11:15"),
        ends_at: week.at("Wed 11:30"),
      });
      await carryBlock(page, block(page, /Signal to sea, Monday 10:00/), "Wed 10:00");
      await page.mouse.up();
      const card = page.getByRole("dialog", { name: "Nothing was moved" });
      await card.getByText(/Saturday Jazz Archive is there from 11:15 to 11:30/).waitFor();
      expect(await week.onAir("Mon")).toEqual(before[0]);
      await card.getByRole("button", { name: "Move the 2 that fit" }).click();
      await page.getByText("Moved 2 slots.", { exact: true }).waitFor();
      expect(await week.onAir()).toEqual([
        "Mon 11:00:00–11:45:00 Slip and glaze",
        "Wed 10:00:00–11:00:00 Signal to sea",
        "Wed 11:15:00–11:30:00 Kind of evening",
        "Wed 12:00:00–12:30:00 Piano alone",
      ]);
      await page.keyboard.press("Control+z");
      await expect.poll(() => matter(week, "Mon")).toEqual(before);
    },
  );

  journey(
    "a slow one tells how far it is, and Stop gives the week back as it was; without LibreTime nothing happens until it is there",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("selection-stop"), station);
      const half = (index: number) =>
        `${String(8 + Math.floor(index / 2)).padStart(2, "0")}:${index % 2 ? "30" : "00"}`;
      await planAll(
        week,
        Array.from(
          { length: 12 },
          (_, index) => `Thu ${half(index)}–${half(index + 1)} ${index % 2 ? "Piano alone" : "Dawn, pylons"}`,
        ),
      );
      const before = await matter(week);
      const page = await browse("programmer");
      await openWeek(page, week);
      await page.keyboard.press("Control+a");
      await bar(page).getByText("12 selected").waitFor();
      await page.keyboard.press("m");
      await page.keyboard.press("ArrowRight");
      await station.fault({ route: "POST /schedule", kind: "delay", ms: 400, nth: 1, times: "always" });
      await page.keyboard.press("Enter");
      const progress = page.getByRole("progressbar", { name: "Moving 12 slots" });
      await expect.poll(async () => Number(await progress.getAttribute("aria-valuenow"))).toBeGreaterThan(0);
      await page.getByRole("button", { name: "Stop moving" }).click();
      await page.getByText("Stopped: nothing was moved.").waitFor();
      await station.clearFaults();
      await expect.poll(() => matter(week)).toEqual(before);
      await expect.poll(() => page.getByRole("main").locator('[data-state="on-libretime"]').count()).toBe(12);

      await station.goAway();
      await page.keyboard.press("Delete");
      const card = page.getByRole("dialog", { name: "Not taken off: 12 slots" });
      await card.getByText("LibreTime does not answer. Nothing was changed.").waitFor();
      await station.comeBack();
      await card.getByRole("button", { name: "Try again" }).click();
      await page.getByText("Took off 12 slots.", { exact: true }).waitFor();
      expect(await matter(week)).toEqual([[], []]);
      await page.keyboard.press("Control+z");
      await expect.poll(() => matter(week)).toEqual(before);
    },
  );
});
