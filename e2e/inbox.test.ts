import type { Page } from "@playwright/test";
import type { Control } from "@/station/control";
import { lookAtLibreTime, plan, unplan } from "./kit/api";
import { expect } from "./kit/expect";
import { journey } from "./kit/journey";
import { libreTimePages } from "./kit/libretime-pages";
import { block, inboxButton, openInbox, openWeek } from "./kit/planner-page";
import { mondayFor, nextMonday, weekOf, type OwnWeek } from "./kit/weeks";
import { fileOf, JAZZ_ARCHIVE, type EpisodeTitle } from "./kit/world";

/** The rows of an open inbox that are about one of these, in order. */
async function rowsAbout(page: Page, ...titles: EpisodeTitle[]): Promise<string[]> {
  const rows = await page.getByRole("dialog", { name: "Inbox" }).getByRole("listitem").allInnerTexts();
  return rows.map((row) => row.replace(/\s+/g, " ")).filter((row) => titles.some((title) => row.includes(title)));
}

/** What somebody does to an episode's file in LibreTime's own pages. */
async function changeFile(station: Control, title: EpisodeTitle, over: object): Promise<void> {
  const { files } = await station.snapshot();
  await station.put("files", { ...files.find((each) => each["id"] === fileOf(title)), id: fileOf(title), ...over });
  await lookAtLibreTime();
}

journey.describe("the inbox", () => {
  journey(
    "what goes wrong in any coming week is listed by itself, the newest first, leads to its block, and goes when it is mended",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("inbox"), station);
      const near = weekOf(nextMonday(), station);
      const gone = await plan("Fog signals", week.at("Mon 20:00"), week.at("Mon 20:20"));
      await plan("Salt and wire", week.at("Tue 10:00"), week.at("Tue 10:40"));
      await plan("Kelp inventory", week.at("Wed 10:00"), week.at("Wed 10:25"));
      const page = await browse("programmer");
      await openWeek(page, near);
      const inbox = await openInbox(page);
      const mine = () =>
        rowsAbout(page, "Fog signals", "Salt and wire", "Kelp inventory", "Lighthouse log", "Glass harmonica");
      expect(await mine()).toEqual([]);

      await libreTimePages(station).remove("schedule", gone.body.playoutId);
      await expect
        .poll(mine)
        .toEqual([
          expect.stringMatching(/^Mon \d+ \w+ 20:00 Night Waves Fog signals danger: not on LibreTime \d\d:\d\d$/),
        ]);
      const over = await libreTimePages(station).play(JAZZ_ARCHIVE.file, {
        starts_at: week.at("Tue 10:20"),
        ends_at: week.at("Tue 11:20"),
      });
      await lookAtLibreTime();
      await expect.poll(mine).toHaveLength(2);
      await changeFile(station, "Kelp inventory", { exists: false });
      await expect.poll(mine).toHaveLength(3);
      await plan("Lighthouse log", week.at("Thu 10:00"), week.at("Thu 11:00"));
      await plan("Glass harmonica", week.at("Fri 10:00"), week.at("Fri 10:40"));
      await lookAtLibreTime();
      await expect.poll(mine).toEqual([
        // Seen together: what airs soonest first. Each of the others was seen later than what is below it, danger or not.
        expect.stringMatching(/^Thu \d+ \w+ 10:00 Field Notes Lighthouse log dead air 20:00 /),
        expect.stringMatching(/^Fri \d+ \w+ 10:00 Blue Hour Glass harmonica cut 10:00 /),
        expect.stringMatching(/^Wed \d+ \w+ 10:00 Kiln Kelp inventory danger: audio gone /),
        expect.stringMatching(
          /^Tue \d+ \w+ 10:00 Deep Rooms Salt and wire danger: 10:20 – 11:20 Saturday Jazz Archive lies over it /,
        ),
        expect.stringMatching(/^Mon \d+ \w+ 20:00 Night Waves Fog signals danger: not on LibreTime /),
      ]);
      await inbox.getByRole("button", { name: "Airs first" }).click();
      expect((await mine()).map((row) => row.slice(0, 3))).toEqual(["Mon", "Tue", "Wed", "Thu", "Fri"]);
      await inbox.getByRole("button", { name: /^Tracks \d+$/ }).click();
      expect(await mine()).toEqual([expect.stringContaining("Kelp inventory")]);

      await inbox.getByRole("button", { name: /Kelp inventory/ }).click();
      const card = page.getByRole("dialog", { name: "Kiln" });
      await expect.poll(() => card.innerText()).toMatch(/audio/i);
      expect(page.url()).toContain(`week=${week.monday}`);
      await block(page, /Kelp inventory, Wednesday 10:00 to 10:25, audio gone/).waitFor();
      // The block says it as well, and its card until when.
      await page.keyboard.press("Escape");
      await block(
        page,
        /Salt and wire, Tuesday 10:00 to 10:40, on LibreTime, Saturday Jazz Archive lies over it/,
      ).click();
      await page
        .getByRole("dialog", { name: "Deep Rooms" })
        .getByText("Saturday Jazz Archive lies over it, from 10:20 to 11:20 on Tuesday.")
        .waitFor();
      await changeFile(station, "Kelp inventory", { exists: true });
      await block(page, /Kelp inventory, Wednesday 10:00 to 10:25, on LibreTime/).waitFor();
      await page.keyboard.press("Escape");

      // Looked at from the week next to it: what is mended in one week is gone from the list in every other.
      await openWeek(page, near);
      await openInbox(page);
      await expect.poll(mine).toHaveLength(4);
      await inbox.getByRole("button", { name: /Fog signals/ }).click();
      await page.getByRole("dialog", { name: "Night Waves" }).getByRole("button", { name: "Put ours back" }).click();
      await expect.poll(() => week.onAir("Mon")).toEqual(["Mon 20:00:00–20:20:00 Fog signals"]);
      const { schedule } = await station.snapshot();
      await station.remove("show-instances", Number(schedule.find((each) => each["id"] === over)!["instance"]));
      await lookAtLibreTime();
      await openWeek(page, near);
      await openInbox(page);
      await expect
        .poll(async () =>
          (await mine()).map((row) => /Lighthouse log|Glass harmonica|Fog signals|Salt and wire/.exec(row)![0]),
        )
        .toEqual(["Lighthouse log", "Glass harmonica"]);
    },
  );

  journey(
    "dead air is ended from where the inbox leads; undo gives the station back, and the inbox its entry",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("inbox"), station);
      await plan("Lighthouse log", week.at("Sat 10:00"), week.at("Sat 11:00"));
      const page = await browse("programmer");
      await openWeek(page, { monday: mondayFor("after-reruns") });
      const mine = async () => (await rowsAbout(page, "Lighthouse log")).filter((row) => row.startsWith("Sat"));
      const inbox = await openInbox(page);
      await lookAtLibreTime();
      await expect.poll(mine).toHaveLength(1);
      await inbox.getByRole("button", { name: /Sat .*Lighthouse log/ }).click();
      const there = block(page, /Lighthouse log, Saturday 10:00 to 11:00, dead air 20:00/);
      await there.waitFor();
      await page.keyboard.press("Escape");
      const before = await heardIn(week);
      await page.getByRole("button", { name: /^\d+ gaps?, / }).click();
      await page
        .getByRole("dialog", { name: "Dead air this week" })
        .getByRole("listitem")
        .filter({ hasText: "Sat" })
        .getByRole("button", { name: "End it with its track, at 10:40" })
        .click();
      await block(page, /Lighthouse log, Saturday 10:00 to 10:40, on LibreTime/).waitFor();
      await page.keyboard.press("Escape");
      await openInbox(page);
      expect(await mine()).toEqual([]);
      await page.keyboard.press("Escape");
      await page.locator("body").press("Control+z");
      await there.waitFor();
      expect(await heardIn(week)).toEqual(before);
      await openInbox(page);
      await expect.poll(mine).toHaveLength(1);
      await unplan("Lighthouse log", week.at("Sat 10:00"));
    },
  );

  journey(
    "a repair that let ours go is undone: the station has it as it was planned, and it is in no list any more",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("inbox"), station);
      const { body } = await plan("Fog signals", week.at("Sun 20:00"), week.at("Sun 20:20"));
      const planned = await heardIn(week);
      await libreTimePages(station).remove("schedule", body.playoutId);
      const page = await browse("programmer");
      await openWeek(page, { monday: mondayFor("after-reruns") });
      const mine = async () => (await rowsAbout(page, "Fog signals")).filter((row) => row.startsWith("Sun"));
      const inbox = await openInbox(page);
      await expect.poll(mine).toHaveLength(1);
      await inbox.getByRole("button", { name: /Sun .*Fog signals/ }).press("Enter");
      const card = page.getByRole("dialog", { name: "Night Waves" });
      await card.getByRole("button", { name: "Take LibreTime's" }).click();
      await expect.poll(() => heardIn(week)).not.toContainEqual(expect.stringMatching(/Sun 20:00/));
      await openInbox(page);
      await expect.poll(mine).toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Undo", exact: true }).click();
      await block(page, /Fog signals, Sunday 20:00 to 20:20, on LibreTime/).waitFor();
      expect(await heardIn(week)).toEqual(planned);
      await openInbox(page);
      expect(await mine()).toEqual([]);
      await unplan("Fog signals", week.at("Sun 20:00"));
    },
  );

  journey(
    "silence between two slots of the days ahead leads to the gap, by keys alone, for who only reads too",
    async ({ browse, station }) => {
      const near = weekOf(nextMonday(), station);
      const slots = [
        ["Fog signals", "Tue 10:00", "Tue 10:20"],
        ["Salt and wire", "Tue 11:00", "Tue 11:40"],
      ] as const;
      for (const [title, from, to] of slots) await plan(title, near.at(from), near.at(to));
      await lookAtLibreTime();
      const page = await browse("viewer");
      await openWeek(page, { monday: mondayFor("inbox") });
      await inboxButton(page).press("Enter");
      const row = page
        .getByRole("dialog", { name: "Inbox" })
        .getByRole("button", { name: /^Tue \d+ \w+ 10:20 Free 0:40 silence between two slots, until 11:00/ });
      await row.waitFor();
      for (
        let steps = 0;
        steps < 80 && !(await row.evaluate((element) => element === document.activeElement));
        steps += 1
      )
        await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.getByRole("dialog", { name: "Free 0:40" }).waitFor();
      expect(page.url()).toContain(`week=${near.monday}`);
      for (const [title, from] of slots) await unplan(title, near.at(from));
    },
  );
});

/** All that would be heard that week, and in which slots: whatever their ids. */
async function heardIn(week: OwnWeek): Promise<string[]> {
  return [...(await week.onAir()), ...(await week.instances())];
}
