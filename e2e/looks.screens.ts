import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";
import type { Control } from "@/station/control";
import { ask, lookAtLibreTime, plan } from "./kit/api";
import { expect } from "./kit/expect";
import { journey } from "./kit/journey";
import { libreTimePages } from "./kit/libretime-pages";
import { dayAfter, mondayOf, parisClock } from "./kit/paris-time";
import { carryEpisode, dragEpisode, inboxButton, openWeek, scrollTo, weekIsThere } from "./kit/planner-page";
import { mondayFor, weekOf, type DayName, type OwnWeek } from "./kit/weeks";
import { fileOf, JAZZ_ARCHIVE, type EpisodeTitle } from "./kit/world";

const screens = path.resolve("test-results", "screens");
const schemes = ["light", "dark"] as const;

async function keepScreen(page: Page, name: string): Promise<void> {
  await mkdir(screens, { recursive: true });
  await page.screenshot({ path: path.join(screens, `${name}.png`) });
}

const running: readonly (readonly [EpisodeTitle, number])[] = [
  ["Signal to sea", 60],
  ["The weight of rooms", 90],
  ["Cones and draughts", 60],
  ["Tide and weather", 5],
  ["Traffic", 5],
  ["Alice, again", 60],
  ["Marsh at four in the morning", 60],
  ["Concrete choir", 60],
  ["Slip and glaze", 30],
  ["Slow ferries", 60],
  ["Stairwell recordings", 45],
];

/** A week as a station has it: days that are full, with a gap, a cut, dead air, five-minute slots, and somebody else's. */
async function fill(week: OwnWeek, days: readonly DayName[]): Promise<void> {
  for (const [index, day] of days.entries()) {
    let at = Date.parse(week.at(`${day} 08:00`));
    for (let count = 0; count < running.length; count += 1) {
      const [title, minutes] = running[(count + index * 3) % running.length]!;
      await plan(title, new Date(at).toISOString(), new Date(at + minutes * 60_000).toISOString());
      at += (minutes + (count === 5 ? 30 : 0)) * 60_000;
    }
  }
}

/** Slots that somebody changed in LibreTime in every way there is, and one of which nobody knows yet. */
async function drift(week: OwnWeek, station: Control): Promise<void> {
  const pages = libreTimePages(station);
  const planned = async (title: EpisodeTitle, from: string, to: string) =>
    (await plan(title, week.at(from), week.at(to))).body as { readonly instanceId: number; readonly playoutId: number };
  await fill(week, ["Fri"]);
  const gone = await planned("Slow ferries", "Mon 10:00", "Mon 11:00");
  const short = await planned("Dawn, pylons", "Mon 12:00", "Mon 12:30");
  const never = await planned("Harbour frequencies", "Mon 13:00", "Mon 14:00");
  const moved = await planned("Alice, again", "Tue 10:00", "Tue 11:00");
  const alone = await planned("Marsh at four in the morning", "Tue 13:00", "Tue 14:30");
  const other = await planned("Concrete choir", "Wed 12:00", "Wed 13:00");
  await planned("Cones and draughts", "Thu 10:00", "Thu 11:00");
  await pages.play(fileOf("Cones and draughts"), { starts_at: week.at("Thu 10:30"), ends_at: week.at("Thu 11:30") });
  await station.put("schedule", {
    ...(await station.snapshot()).schedule.find(({ id }) => id === other.playoutId),
    file: JAZZ_ARCHIVE.file,
    id: other.playoutId,
  });
  await pages.remove("schedule", gone.playoutId);
  await pages.remove("schedule", short.playoutId);
  await pages.move({ schedule: never.playoutId }, { starts_at: week.at("Mon 15:00"), ends_at: week.at("Mon 15:30") });
  await pages.move(
    { schedule: alone.playoutId },
    { starts_at: week.at("Tue 13:20"), ends_at: week.at("Tue 14:04:30") },
  );
  await pages.move(
    { "show-instances": moved.instanceId },
    { starts_at: week.at("Wed 10:00"), ends_at: week.at("Wed 11:00") },
  );
  await pages.move(
    { schedule: moved.playoutId },
    { starts_at: week.at("Wed 10:00"), ends_at: week.at("Wed 10:59:12") },
  );
}

/** A plan whose answer is lost while LibreTime falls silent; it is being checked until the next act, or the next minute. */
async function lose(week: OwnWeek, station: Control, day: DayName): Promise<void> {
  await station.fault({ route: "POST /schedule", kind: "cut-after-saving", nth: 1 });
  await station.fault({ route: "GET /schedule", kind: "refuse", nth: 2, times: "always" });
  await plan("Stairwell recordings", week.at(`${day} 13:00`), week.at(`${day} 13:45`));
  await station.clearFaults();
}

/** Takes everything of ours off again. */
async function tidy(week: OwnWeek): Promise<void> {
  const { body } = await ask(
    `/api/schedule/listSlots?${new URLSearchParams({ from: week.at("Mon 00:00"), to: week.at("Sun 24:00") })}`,
    { as: { key: "programmer" } },
  );
  for (const { episodeId, startsAt: scheduledAt } of body.slots.filter(
    ({ kind }: { kind: string }) => kind === "planned",
  ))
    await ask("/api/schedule/unplanOne", {
      as: { key: "programmer" },
      method: "DELETE",
      body: { episodeId, scheduledAt },
    });
}

/** Screens for people to look at; what they assert is only that there was something to see. */
journey.describe("how it looks", () => {
  journey("the planner: full, empty, dragging, refused, failing; light and dark", async ({ browse, station }) => {
    journey.setTimeout(180_000);
    const week = weekOf(mondayFor("looks"), station);
    await fill(week, ["Mon", "Tue", "Wed", "Thu", "Fri"]);
    const times = { starts_at: week.at("Sat 14:00"), ends_at: week.at("Sat 16:00") };
    const instance = await station.put("show-instances", { show: JAZZ_ARCHIVE.show, ...times });
    await station.put("schedule", { instance, file: JAZZ_ARCHIVE.file, ...times });
    await lookAtLibreTime();
    for (const colorScheme of schemes) {
      const page = await browse("programmer", { colorScheme });
      await openWeek(page, week);
      await scrollTo(page, "12:00");
      expect(await page.locator("[data-slot-id]").count()).toBeGreaterThan(40);
      await keepScreen(page, `planner-full-${colorScheme}`);
      await carryEpisode(page, "The weight of rooms", "Sat 10:00");
      await keepScreen(page, `planner-dragging-${colorScheme}`);
      await page.mouse.up();
      await page.keyboard.press("Escape");
      await carryEpisode(page, "Dawn, pylons", "Thu 12:00");
      await keepScreen(page, `planner-conflict-${colorScheme}`);
      await page.mouse.up();
      await page.getByRole("dialog").waitFor();
      await keepScreen(page, `planner-card-${colorScheme}`);
      await page.keyboard.press("Escape");
      await page.locator('[data-kind="planned"]').first().click();
      await page.getByRole("dialog").waitFor();
      await keepScreen(page, `planner-block-card-${colorScheme}`);
      await page.keyboard.press("Escape");
      for (const view of ["Day", "List"]) {
        await page.getByRole("button", { name: view, exact: true }).click();
        await page.locator("[data-slot-id]").first().waitFor();
        await keepScreen(page, `planner-${view.toLowerCase()}-${colorScheme}`);
      }
      await openWeek(page, { monday: dayAfter(week.monday, 63) });
      await keepScreen(page, `planner-empty-${colorScheme}`);
      await openWeek(page, week);
      await station.goAway();
      await dragEpisode(page, "Dawn, pylons", "Sun 12:00");
      await page.getByRole("alert").filter({ hasText: "LibreTime" }).waitFor();
      await keepScreen(page, `planner-failing-${colorScheme}`);
      await station.comeBack();
      await page.close();
    }
  });

  journey(
    "what LibreTime has otherwise: every kind of it, its card and the list; light, dark and narrow",
    async ({ browse, station }) => {
      journey.setTimeout(180_000);
      const week = weekOf(mondayFor("drift-looks"), station);
      await drift(week, station);
      for (const colorScheme of schemes) {
        await lose(week, station, colorScheme === "light" ? "Thu" : "Sat");
        const page = await browse("programmer", { colorScheme });
        await openWeek(page, week);
        await scrollTo(page, "12:00");
        await page.getByRole("button", { name: /moved to Wed/ }).waitFor();
        await keepScreen(page, `drift-${colorScheme}`);
        for (const [name, spoken] of [
          ["checking", /Stairwell recordings/],
          ["moved", /moved to Wed/],
          ["gone", /not on LibreTime/],
          ["twin", /Kiln.*twice on LibreTime/],
        ] as const) {
          await page.getByRole("button", { name: spoken }).first().click();
          await page.getByRole("dialog").waitFor();
          await keepScreen(page, `drift-card-${name}-${colorScheme}`);
          await page.keyboard.press("Escape");
        }
        await page.getByRole("button", { name: "List", exact: true }).click();
        await page.locator("[data-slot-id]").first().waitFor();
        await keepScreen(page, `drift-list-${colorScheme}`);
        await page.getByRole("button", { name: "Week", exact: true }).click();
        await inboxButton(page).click();
        await page.getByRole("dialog", { name: "Inbox" }).waitFor();
        await page.keyboard.press("ArrowDown");
        await keepScreen(page, `drift-panel-${colorScheme}`);
        await page.close();
      }
      const page = await browse("programmer", {
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        isMobile: true,
        colorScheme: "dark",
      });
      await page.goto(`/?week=${week.monday}&view=day&day=${week.day("Wed")}`);
      await weekIsThere(page);
      await inboxButton(page).tap();
      await page.getByRole("dialog", { name: "Inbox" }).waitFor();
      await keepScreen(page, "drift-panel-phone");
      await page
        .getByRole("dialog")
        .getByRole("button", { name: /moved to Wed/ })
        .tap();
      await page.getByRole("dialog").getByRole("button", { name: "Put ours back" }).waitFor();
      await keepScreen(page, "drift-card-phone");
      await tidy(week);
    },
  );

  journey("the station's page, the sign-in, and all of it on a phone", async ({ browse, station }) => {
    journey.setTimeout(120_000);
    const week = weekOf(mondayFor("station-view"), station);
    const today = mondayOf(parisClock(Date.now()).slice(0, 10));
    await fill(week, ["Mon", "Tue"]);
    for (const colorScheme of schemes) {
      const page = await browse("nobody", { colorScheme });
      for (const [name, monday] of [
        ["station", week.monday],
        ["station-now", today],
      ] as const) {
        await page.goto(name === "station" ? `/station?week=${monday}` : "/station");
        await keepScreen(page, `${name}-${colorScheme}`);
      }
      await page.goto("/login");
      await keepScreen(page, `login-${colorScheme}`);
    }
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
    const page = await browse("programmer", phone);
    await page.goto(`/?week=${week.monday}&view=day&day=${week.monday}`);
    await weekIsThere(page);
    await keepScreen(page, "phone-day");
    await page.getByRole("button", { name: "Library" }).tap();
    await page.getByRole("searchbox", { name: /^Search episodes/ }).waitFor();
    await keepScreen(page, "phone-library");
    await page.goto(`/station?week=${week.monday}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await keepScreen(page, "phone-station");
  });
});
