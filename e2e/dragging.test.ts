import { plan } from "./kit/api";
import { expect } from "./kit/expect";
import { journey } from "./kit/journey";
import {
  block,
  boxOf,
  carry,
  carryBlock,
  carryEnd,
  carryEpisode,
  dragEpisode,
  findEpisode,
  ghostSays,
  middleOf,
  openWeek,
  pointAt,
  scrollTo,
} from "./kit/planner-page";
import { mondayFor, weekOf } from "./kit/weeks";

journey.describe("dragging", () => {
  journey(
    "an episode found by searching is dragged onto the grid, and is on air at the time that the ghost named",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("dragging"), station);
      const page = await browse("programmer");
      await openWeek(page, week);
      await scrollTo(page, "19:30");
      const card = await findEpisode(page, "Slow ferries", "ferries");
      expect(await card.innerText()).toMatch(/58:47/);
      await carry(page, await middleOf(card), await pointAt(page, "Tue 19:30"));
      await expect
        .poll(() => ghostSays(page))
        .toEqual({
          fits: true,
          words: expect.stringMatching(/Night Waves .*Tue 19:30 – 20:30 .*1:00 for 58:47 .*free · dead air 1:13/),
        });
      expect(await week.onAir()).toEqual([]);

      await station.fault({ route: "POST /schedule", kind: "delay", ms: 600, nth: 1 });
      await page.mouse.up();
      await block(page, /Slow ferries, Tuesday 19:30 to 20:30, saving/).waitFor();
      await block(page, /Slow ferries, Tuesday 19:30 to 20:30, .*on LibreTime/).waitFor();
      expect(await week.onAir()).toEqual(["Tue 19:30:00–20:28:47 Slow ferries"]);
      expect(await week.instances()).toEqual(["Tue 19:30–20:30 Night Waves"]);
    },
  );

  journey("a block moves to another day and time, and is heard once, there", async ({ browse, station }) => {
    const week = weekOf(mondayFor("moving"), station);
    await plan("Cones and draughts", week.at("Mon 14:00"), week.at("Mon 15:00"));
    const page = await browse("programmer");
    await openWeek(page, week);
    await scrollTo(page, "16:00");
    await carryBlock(page, block(page, /Cones and draughts, Monday 14:00/), "Wed 18:15");
    await expect
      .poll(() => ghostSays(page))
      .toEqual({ fits: true, words: expect.stringMatching(/Wed 18:15 – 19:15 .*1:00 .*free/) });
    await page.mouse.up();
    await block(page, /Cones and draughts, Wednesday 18:15 to 19:15, .*on LibreTime/).waitFor();
    expect(await week.onAir("Mon", "Wed")).toEqual(["Wed 18:15:00–19:15:00 Cones and draughts"]);
    expect(await week.instances("Mon", "Wed")).toEqual(["Wed 18:15–19:15 Kiln"]);

    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => week.onAir("Mon", "Wed")).toEqual(["Mon 14:00:00–15:00:00 Cones and draughts"]);
    await expect.poll(() => week.instances("Mon", "Wed")).toEqual(["Mon 14:00–15:00 Kiln"]);
  });

  journey(
    "an end pulled down leaves dead air, an end pulled up cuts the track, to the second",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("trimmed"), station);
      await plan("Marsh at four in the morning", week.at("Thu 10:00"), week.at("Thu 10:45"));
      const page = await browse("programmer");
      await openWeek(page, week);
      await scrollTo(page, "10:00");
      await carryEnd(page, block(page, /Marsh at four in the morning, Thursday/), "end", "Thu 11:00");
      await expect
        .poll(() => ghostSays(page))
        .toEqual({ fits: true, words: expect.stringMatching(/Thu 10:00 – 11:00 .*dead air 15:30/) });
      await page.mouse.up();
      const longer = block(page, /Marsh at four in the morning, Thursday 10:00 to 11:00, dead air 15:30, on LibreTime/);
      await longer.waitFor();
      await expect.poll(() => week.onAir()).toEqual(["Thu 10:00:00–10:44:30 Marsh at four in the morning"]);
      expect(await week.instances()).toEqual(["Thu 10:00–11:00 Field Notes"]);

      await carryEnd(page, longer, "end", "Thu 10:30");
      await expect
        .poll(() => ghostSays(page))
        .toEqual({ fits: true, words: expect.stringMatching(/Thu 10:00 – 10:30 .*cut 14:30/) });
      await page.mouse.up();
      const shorter = block(page, /Marsh at four in the morning, Thursday 10:00 to 10:30, cut 14:30, on LibreTime/);
      await shorter.waitFor();
      await expect.poll(() => week.onAir()).toEqual(["Thu 10:00:00–10:30:00 Marsh at four in the morning"]);

      await carryEnd(page, shorter, "start", "Thu 09:30");
      await page.mouse.up();
      await block(
        page,
        /Marsh at four in the morning, Thursday 09:30 to 10:30, dead air 15:30, on LibreTime/,
      ).waitFor();
      await expect.poll(() => week.onAir()).toEqual(["Thu 09:30:00–10:14:30 Marsh at four in the morning"]);
      expect(await week.instances()).toEqual(["Thu 09:30–10:30 Field Notes"]);
    },
  );

  journey("a block is taken off the grid by its card, and undo brings it back", async ({ browse, station }) => {
    const week = weekOf(mondayFor("moving"), station);
    await plan("Slip and glaze", week.at("Fri 20:00"), week.at("Fri 20:45"));
    const page = await browse("programmer");
    await openWeek(page, week);
    await scrollTo(page, "20:00");
    await block(page, /Slip and glaze, Friday 20:00/).click();
    await page.getByRole("dialog").getByRole("button", { name: "Take off the grid" }).click();
    await expect.poll(() => week.onAir("Fri")).toEqual([]);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => week.onAir("Fri")).toEqual(["Fri 20:00:00–20:45:00 Slip and glaze"]);
  });

  journey(
    "what is let go outside of the grid, or put back with Escape, changes nothing",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("outside"), station);
      await plan("Concrete choir", week.at("Tue 12:00"), week.at("Tue 13:00"));
      const page = await browse("programmer");
      await openWeek(page, week);
      const before = await station.snapshot();
      const card = await middleOf(await findEpisode(page, "Signal to sea"));
      const header = await boxOf(page.locator(".rbc-time-header-content"));
      const grid = await boxOf(page.locator(".rbc-time-content"));
      const view = page.viewportSize()!;
      const outside = {
        "the page's head": { x: view.width / 2, y: 8 },
        "a day's head": { x: header.x + header.width / 2, y: header.y + 10 },
        "the hours beside the grid": { x: grid.x + 10, y: grid.y + 200 },
        "the library": { x: card.x, y: card.y + 250 },
        "the page's lower edge": { x: card.x, y: view.height - 1 },
        "outside of the window": { x: view.width / 2, y: view.height + 60 },
      };
      const isOverGrid = async () => (await ghostSays(page)).words;
      for (const [where, point] of Object.entries(outside)) {
        // The week opens at the hour of now, which may be night.
        await scrollTo(page, "16:00");
        await carry(page, card, await pointAt(page, "Tue 16:00"));
        await expect.poll(isOverGrid, { message: `nothing is carried to ${where}` }).toContain("Tue 16:00");
        await page.mouse.move(point.x, point.y, { steps: 8 });
        await page.mouse.up();
        await expect
          .poll(() => page.locator("[data-ghost]").count(), { message: `a ghost stays over ${where}` })
          .toBe(0);
        expect(await station.snapshot(), where).toEqual(before);
      }
      await scrollTo(page, "12:00");
      await carryBlock(page, block(page, /Concrete choir, Tuesday 12:00/), "Wed 15:00");
      await expect.poll(async () => (await ghostSays(page)).words).toContain("Wed 15:00");
      await page.keyboard.press("Escape");
      await expect.poll(() => page.locator("[data-ghost]").count()).toBe(0);
      await page.mouse.up();
      await carryEpisode(page, "Signal to sea", "Thu 12:00");
      await expect.poll(isOverGrid).toContain("Thu 12:00");
      await page.keyboard.press("Escape");
      await page.mouse.up();
      await expect.poll(() => page.locator("[data-ghost]").count()).toBe(0);
      expect(await station.snapshot()).toEqual(before);
      await block(page, /Concrete choir, Tuesday 12:00 to 13:00, on LibreTime/).waitFor();
    },
  );

  journey("a double drop is one act", async ({ browse, station }) => {
    const week = weekOf(mondayFor("twice"), station);
    const page = await browse("programmer");
    await openWeek(page, week);
    await station.clearRequests();
    await dragEpisode(page, "Dawn, pylons", "Sat 10:00");
    await page.mouse.down();
    await page.mouse.up();
    await block(page, /Dawn, pylons, Saturday 10:00 to 10:30, on LibreTime/).waitFor();
    expect(await week.onAir()).toEqual(["Sat 10:00:00–10:30:00 Dawn, pylons"]);
    expect(
      (await station.requests()).filter(
        ({ method, path }) => method === "POST" && path.startsWith("/api/v2/show-instances"),
      ),
    ).toHaveLength(1);
  });
});
