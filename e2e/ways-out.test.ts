import type { Page } from "@playwright/test";
import { lookAtLibreTime, plan } from "./kit/api";
import { expect } from "./kit/expect";
import { journey } from "./kit/journey";
import { block, carryBlock, dragEpisode, openWeek, scrollTo, wayOut } from "./kit/planner-page";
import { mondayFor, weekOf } from "./kit/weeks";
import { JAZZ_ARCHIVE } from "./kit/world";

const painted = async (page: Page) =>
  (await page.locator("[data-painted]").allInnerTexts()).map((text) => text.replace(/\s+/g, " ")).toSorted();
const struck = (page: Page) => page.locator('[data-mark="struck"]').count();

journey.describe("ways out that move somebody else", () => {
  journey("a swap: both are painted at their new places, and both are heard there", async ({ browse, station }) => {
    const week = weekOf(mondayFor("ways-out"), station);
    await plan("Cones and draughts", week.at("Mon 10:00"), week.at("Mon 11:00"));
    await plan("Signal to sea", week.at("Mon 13:00"), week.at("Mon 14:00"));
    const page = await browse("programmer");
    await openWeek(page, week);
    await scrollTo(page, "12:00");
    await carryBlock(page, block(page, /Cones and draughts, Monday 10:00/), "Mon 13:00");
    await page.mouse.up();
    const swap = await wayOut(page, "swap");
    expect(await swap.innerText()).toMatch(/Swap with Night Waves: it goes to 10:00/);
    await swap.hover();
    await expect
      .poll(() => painted(page))
      .toEqual(["Kiln Cones and draughts 13:00 – 14:00", "Night Waves Signal to sea 10:00 – 11:00"]);
    expect(await struck(page)).toBe(2);
    await swap.click();
    await expect
      .poll(() => week.onAir("Mon"))
      .toEqual(["Mon 10:00:00–11:00:00 Signal to sea", "Mon 13:00:00–14:00:00 Cones and draughts"]);
    await block(page, /Signal to sea, Monday 10:00 to 11:00, on LibreTime/).waitFor();
    expect(await page.locator("[data-painted], [data-refused]").count()).toBe(0);
  });

  journey(
    "a push, by keys: told to ears, drawn at once as being saved, and one undo gives the day back",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("ways-out"), station);
      await plan("Cones and draughts", week.at("Tue 16:30"), week.at("Tue 17:30"));
      await plan("Dawn, pylons", week.at("Tue 17:30"), week.at("Tue 18:00"));
      const before = [await week.onAir("Tue"), await week.instances("Tue")];
      const page = await browse("programmer");
      await openWeek(page, week);
      await dragEpisode(page, "Concrete choir", "Tue 16:00");
      const push = await wayOut(page, "push-later");
      expect(await push.innerText()).toMatch(/Push Kiln and Field Notes 30 min later/);
      await push.focus();
      await expect
        .poll(() => painted(page))
        .toEqual([
          expect.stringMatching(/^Deep Rooms/),
          expect.stringMatching(/^Field Notes/),
          expect.stringMatching(/^Kiln .*17:00 – 18:00/),
        ]);
      const ears = await push.getAttribute("aria-describedby");
      expect(await page.locator(`[id="${ears}"]`).textContent()).toMatch(
        /Deep Rooms, Concrete choir, comes on Tuesday 16:00 to 17:00\. Kiln, .*goes from Tuesday 16:30 to 17:30, to Tuesday 17:00 to 18:00\. Field Notes/,
      );
      await station.fault({ route: "POST /schedule", kind: "delay", ms: 700, nth: 1 });
      await page.keyboard.press("Enter");
      for (const saving of [
        /Concrete choir, Tuesday 16:00 to 17:00, .*saving/,
        /Cones and draughts, Tuesday 17:00 to 18:00, .*saving/,
        /Dawn, pylons, Tuesday 18:00 to 18:30, .*saving/,
      ])
        await block(page, saving).waitFor();
      await block(page, /Dawn, pylons, Tuesday 18:00 to 18:30, on LibreTime/).waitFor();
      expect(await week.onAir("Tue")).toEqual([
        "Tue 16:00:00–17:00:00 Concrete choir",
        "Tue 17:00:00–18:00:00 Cones and draughts",
        "Tue 18:00:00–18:30:00 Dawn, pylons",
      ]);

      await page.keyboard.press("Control+z");
      await expect.poll(async () => [await week.onAir("Tue"), await week.instances("Tue")]).toEqual(before);
      await page.getByText(/^Undone: planned Deep Rooms, “Concrete choir”/).waitFor();
      await page.keyboard.press("Control+Shift+z");
      await expect
        .poll(() => week.onAir("Tue"))
        .toEqual([
          "Tue 16:00:00–17:00:00 Concrete choir",
          "Tue 17:00:00–18:00:00 Cones and draughts",
          "Tue 18:00:00–18:30:00 Dawn, pylons",
        ]);
    },
  );

  journey("taking the place, the other gets the nearest free time; by its number", async ({ browse, station }) => {
    const week = weekOf(mondayFor("ways-out"), station);
    await plan("Cones and draughts", week.at("Wed 16:00"), week.at("Wed 17:00"));
    await plan("Alice, again", week.at("Wed 17:00"), week.at("Wed 18:00"));
    await plan("Until the morning", week.at("Wed 14:00"), week.at("Wed 16:00"));
    const page = await browse("programmer");
    await openWeek(page, week);
    await dragEpisode(page, "Signal to sea", "Wed 16:00");
    const give = await wayOut(page, "replace-and-move");
    expect(await give.innerText()).toMatch(/Give Kiln the nearest free time, (13|18):00/);
    const number = await give.getAttribute("aria-keyshortcuts");
    await page.keyboard.press(number!);
    await expect
      .poll(async () => (await week.onAir("Wed")).filter((line) => /Signal|Cones/.test(line)))
      .toEqual(
        expect.arrayContaining([
          "Wed 16:00:00–17:00:00 Signal to sea",
          expect.stringMatching(/^Wed (13|18):00:00–(14|19):00:00 Cones and draughts$/),
        ]),
      );
  });

  journey(
    "a colleague or LibreTime was faster: nothing is written, and the card comes back with the ways out as they are now",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("ways-out"), station);
      await plan("Cones and draughts", week.at("Fri 16:30"), week.at("Fri 17:30"));
      const page = await browse("programmer");
      await openWeek(page, week);
      await dragEpisode(page, "Concrete choir", "Fri 16:00");
      const push = await wayOut(page, "push-later");
      expect(await push.innerText()).toMatch(/Push Kiln 30 min later/);
      await plan("Dawn, pylons", week.at("Fri 17:30"), week.at("Fri 18:00"), { key: "admin" });
      await push.click();
      await page.getByRole("dialog", { name: "The week has changed since you looked" }).waitFor();
      expect(await week.onAir("Fri")).toEqual([
        "Fri 16:30:00–17:30:00 Cones and draughts",
        "Fri 17:30:00–18:00:00 Dawn, pylons",
      ]);
      const again = await wayOut(page, "push-later");
      expect(await again.innerText()).toMatch(/Push Kiln and Field Notes 30 min later/);

      const times = { starts_at: week.at("Fri 18:00"), ends_at: week.at("Fri 19:00") };
      const instance = await station.put("show-instances", { show: JAZZ_ARCHIVE.show, ...times });
      await station.put("schedule", { instance, file: JAZZ_ARCHIVE.file, ...times });
      await lookAtLibreTime();
      await again.click();
      await page.getByText("Nothing was written. These are the ways out now").waitFor();
      const pull = await wayOut(page, "pull-earlier");
      expect(await page.locator('[data-way="push-later"]').count()).toBe(0);
      await pull.click();
      await expect
        .poll(() => week.onAir("Fri"))
        .toEqual([
          "Fri 15:00:00–16:00:00 Cones and draughts",
          "Fri 16:00:00–17:00:00 Concrete choir",
          "Fri 17:30:00–18:00:00 Dawn, pylons",
          `Fri 18:00:00–19:00:00 ${JAZZ_ARCHIVE.title}`,
        ]);
    },
  );
});
