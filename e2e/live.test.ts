import type { Locator, Page } from "@playwright/test";
import { lookAtLibreTime } from "./kit/api";
import { expect } from "./kit/expect";
import { journey, type Journey } from "./kit/journey";
import {
  block,
  carry,
  carryBlock,
  carryEnd,
  carryEpisode,
  ghostSays,
  middleOf,
  openWeek,
  pointAt,
  scrollTo,
  wayOut,
} from "./kit/planner-page";
import { mondayFor, weekOf, type DayName, type OwnWeek } from "./kit/weeks";
import { JAZZ_ARCHIVE, WORLD_SERVICE } from "./kit/world";

/** What the station would air on that day, and which instances hold it: all there is, ids aside. */
const stands = async (week: OwnWeek, day: DayName) => ({
  heard: await week.onAir(day),
  instances: await week.instances(day),
});

/** Shows what is planned without an episode. */
async function openHolds(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "Live & streams" }).click();
  await page.getByRole("listbox", { name: "Live" }).waitFor();
}

const card = (page: Page, list: "Live" | "Webstreams", name: string): Locator =>
  page.getByRole("listbox", { name: list }).getByRole("option", { name: new RegExp(`^${name}`) });

/** Carries a card to a time of the grid. It is still held. */
async function carryCard(page: Page, thing: Locator, when: string): Promise<void> {
  await scrollTo(page, when.split(" ")[1]!);
  await carry(page, await middleOf(thing), await pointAt(page, when));
  await expect.poll(async () => (await ghostSays(page)).words).toContain(when);
}

/** Takes the last act back and does it again: the station is as it was, and as it is. */
async function expectUndone(
  page: Page,
  week: OwnWeek,
  day: DayName,
  before: Awaited<ReturnType<typeof stands>>,
): Promise<void> {
  const after = await stands(week, day);
  expect(after).not.toEqual(before);
  await page.keyboard.press("Control+z");
  await expect.poll(() => stands(week, day)).toEqual(before);
  await page
    .getByText(/^Undone:/)
    .first()
    .waitFor();
  await page.keyboard.press("Control+Shift+z");
  await expect.poll(() => stands(week, day)).toEqual(after);
  await page
    .getByText(/^Redone:/)
    .first()
    .waitFor();
}

async function given({ browse, station }: Journey) {
  const week = weekOf(mondayFor("live"), station);
  const page = await browse("programmer");
  await openWeek(page, week);
  return { week, page };
}

journey.describe("live and webstream slots", () => {
  journey(
    "a live hold is dragged onto the grid, is locked for files, moves, gets longer and goes; each undo gives the station back",
    async ({ browse, station }) => {
      const { week, page } = await given({ browse, station });
      const nothing = await stands(week, "Tue");
      await openHolds(page);
      await page.getByLabel("Called on the grid").fill("Studio 1");
      await carryCard(page, card(page, "Live", "Night Waves"), "Tue 20:00");
      expect(await ghostSays(page)).toEqual({ words: expect.stringContaining("live, locked for files"), fits: true });
      await page.mouse.up();
      const hold = block(page, /Night Waves, Studio 1, Tuesday 20:00 to 21:00, live, on LibreTime$/);
      await hold.waitFor();
      expect(await stands(week, "Tue")).toEqual({ heard: [], instances: ["Tue 20:00–21:00 Night Waves"] });
      await expectUndone(page, week, "Tue", nothing);

      await page.getByRole("tab", { name: "Episodes" }).click();
      await carryEpisode(page, "Signal to sea", "Tue 20:00");
      await expect
        .poll(() => ghostSays(page))
        .toEqual({ words: expect.stringContaining("Night Waves is there from 20:00 to 21:00"), fits: false });
      await page.mouse.up();
      const after = await wayOut(page, "nearest-after");
      expect(await page.getByRole("dialog").innerText()).toMatch(
        /Night Waves is there from 20:00 to 21:00[^]*“Studio 1”, planned by Marie Colin/,
      );
      expect(await page.locator('[data-way^="replace"], [data-way^="push"], [data-way="swap"]').count()).toBe(0);
      await after.click();
      await expect.poll(() => week.onAir("Tue")).toEqual(["Tue 21:00:00–22:00:00 Signal to sea"]);
      await block(page, /Signal to sea, Tuesday 21:00 to 22:00, on LibreTime/).waitFor();

      let before = await stands(week, "Tue");
      await carryBlock(page, hold, "Tue 18:00");
      await page.mouse.up();
      await block(page, /Studio 1, Tuesday 18:00 to 19:00, live, on LibreTime$/).waitFor();
      await expectUndone(page, week, "Tue", before);
      before = await stands(week, "Tue");
      await carryEnd(page, block(page, /Studio 1, Tuesday 18:00/), "end", "Tue 20:30");
      await page.mouse.up();
      const longer = block(page, /Studio 1, Tuesday 18:00 to 20:30, live, on LibreTime$/);
      await longer.waitFor();
      expect(await week.instances("Tue")).toEqual(["Tue 18:00–20:30 Night Waves", "Tue 21:00–22:00 Night Waves"]);
      await expectUndone(page, week, "Tue", before);

      before = await stands(week, "Tue");
      await longer.press("Space");
      const dialog = page.getByRole("dialog");
      expect(await dialog.innerText()).toMatch(
        /Studio 1[^]*A live programme; no file may be planned here[^]*Planned by\s+Marie Colin/,
      );
      await dialog.getByRole("button", { name: "Take off the grid" }).click();
      await expect
        .poll(() => stands(week, "Tue"))
        .toEqual({ heard: ["Tue 21:00:00–22:00:00 Signal to sea"], instances: ["Tue 21:00–22:00 Night Waves"] });
      await page.getByText(/^Took “Studio 1” off Tue 18:00/).waitFor();
      await expectUndone(page, week, "Tue", before);
    },
  );

  journey(
    "a webstream is what the station would air, as part of the chosen show; by keys as well, and undone",
    async ({ browse, station }) => {
      const { week, page } = await given({ browse, station });
      const nothing = await stands(week, "Wed");
      await openHolds(page);
      await page.getByLabel("as part of").selectOption({ label: "Deep Rooms" });
      await carryCard(page, card(page, "Webstreams", WORLD_SERVICE.name), "Wed 10:00");
      expect((await ghostSays(page)).fits).toBe(true);
      await page.mouse.up();
      const relay = block(page, /Deep Rooms, World Service, Wednesday 10:00 to 11:30, webstream, on LibreTime$/);
      await relay.waitFor();
      expect(await stands(week, "Wed")).toEqual({
        heard: ["Wed 10:00:00–11:30:00 World Service"],
        instances: ["Wed 10:00–11:30 Deep Rooms"],
      });
      await expectUndone(page, week, "Wed", nothing);

      const before = await stands(week, "Wed");
      await relay.focus();
      await page.keyboard.press("m");
      for (const key of ["ArrowDown", "ArrowDown", "Enter"]) await page.keyboard.press(key);
      await block(page, /World Service, Wednesday 10:10 to 11:40, webstream, on LibreTime$/).waitFor();
      expect(await stands(week, "Wed")).toEqual({
        heard: ["Wed 10:10:00–11:40:00 World Service"],
        instances: ["Wed 10:10–11:40 Deep Rooms"],
      });
      await expectUndone(page, week, "Wed", before);
    },
  );

  journey(
    "what somebody puts into a live hold is told, and stays when the hold is let go",
    async ({ browse, station }) => {
      const { week, page } = await given({ browse, station });
      await openHolds(page);
      await card(page, "Live", "Kiln").click();
      await scrollTo(page, "10:00");
      const there = await pointAt(page, "Fri 10:00");
      await page.mouse.move(there.x, there.y, { steps: 6 });
      await page.mouse.click(there.x, there.y);
      await block(page, /Kiln, Live, Friday 10:00 to 11:00, live, on LibreTime$/).waitFor();
      const { "show-instances": instances } = await station.snapshot();
      const home = instances.find(({ starts_at }) => starts_at === week.at("Fri 10:00"))!;
      await station.put("schedule", {
        instance: Number(home["id"]),
        file: JAZZ_ARCHIVE.file,
        starts_at: week.at("Fri 10:15"),
        ends_at: week.at("Fri 11:00"),
      });
      await lookAtLibreTime();
      const filled = block(page, /Kiln, Live, Friday 10:00 to 11:00, live, not empty$/);
      await filled.press("Space");
      const dialog = page.getByRole("dialog");
      expect(await dialog.innerText()).toContain(
        "Somebody put something into it in LibreTime, which will be heard from 10:15 to 11:00 on Friday.",
      );
      expect(await dialog.getByRole("button", { name: /Put ours back/ }).count()).toBe(0);
      await dialog.getByRole("button", { name: /Take LibreTime's/ }).click();
      await expect.poll(() => filled.count()).toBe(0);
      expect(await stands(week, "Fri")).toEqual({
        heard: [`Fri 10:15:00–11:00:00 ${JAZZ_ARCHIVE.title}`],
        instances: ["Fri 10:00–11:00 Kiln"],
      });
      await station.remove("show-instances", Number(home["id"]));
      await lookAtLibreTime();
    },
  );
});
