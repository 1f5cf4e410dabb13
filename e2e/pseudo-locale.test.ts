import { startStation } from "@/station/station";
import { lookAtLibreTime, plan, planHold } from "./kit/api";
import { expect } from "./kit/expect";
import { libreTimePages } from "./kit/libretime-pages";
import { scrollTo } from "./kit/planner-page";
import { startPlanner } from "./kit/planner-server";
import { PSEUDO, pseudoJourney as journey, say } from "./kit/pseudo-locale";
import { button, close, dayMenu, dialog, findEpisode, openWeek, readMenu, slot, weekMenu } from "./kit/pseudo-page";
import { stack } from "./kit/stack";
import { look } from "./kit/unbracketed";
import { mondayFor, nextMonday, weekOf, type OwnWeek } from "./kit/weeks";
import { JAZZ_ARCHIVE, LOOSE_TRACK, stationWorld, WORLD_SERVICE } from "./kit/world";

/** A week with all there is: what fits, dead air, a cut, a rerun, live, a webstream, LibreTime's own, and drift. */
async function givenEverything(week: OwnWeek, station: Parameters<typeof weekOf>[1]): Promise<void> {
  const pages = libreTimePages(station);
  await plan("Concrete choir", week.at("Mon 10:00"), week.at("Mon 11:00"));
  await plan("Slow ferries", week.at("Mon 11:00"), week.at("Mon 12:30"));
  await plan("The weight of rooms", week.at("Tue 10:00"), week.at("Tue 11:00"));
  await plan("Slow ferries", week.at("Wed 10:00"), week.at("Wed 11:00"));
  await planHold("Night Waves", { kind: "live" }, week.at("Thu 10:00"), week.at("Thu 11:00"));
  const stream = { kind: "stream", streamId: WORLD_SERVICE.id } as const;
  await planHold("Deep Rooms", stream, week.at("Thu 12:00"), week.at("Thu 13:30"));
  await plan("Piano alone", week.at("Fri 12:00"), week.at("Fri 12:30"));
  await pages.play(JAZZ_ARCHIVE.file, { starts_at: week.at("Sat 14:00"), ends_at: week.at("Sat 16:00") });
  const gone = await plan("Dawn, pylons", week.at("Tue 16:00"), week.at("Tue 16:30"));
  const moved = await plan("Alice, again", week.at("Tue 14:00"), week.at("Tue 15:00"));
  const short = await plan("Slip and glaze", week.at("Sun 10:00"), week.at("Sun 10:45"));
  await pages.remove("schedule", gone.body.playoutId);
  const there = { starts_at: week.at("Fri 14:00"), ends_at: week.at("Fri 15:00") };
  await pages.move({ schedule: moved.body.playoutId, "show-instances": moved.body.instanceId }, there);
  await pages.move(
    { schedule: short.body.playoutId },
    { starts_at: week.at("Sun 10:00"), ends_at: week.at("Sun 10:20") },
  );
}

journey.describe("in the pseudo-locale every text is the catalogue's", () => {
  journey("the sign-in: without people, a wrong password, the way in and out", async ({ read }) => {
    const empty = await startStation({ world: stationWorld });
    const unpeopled = await startPlanner({ root: process.cwd(), station: empty, settings: PSEUDO });
    try {
      const page = await read("nobody");
      await page.goto(`${unpeopled.url}/login`);
      await page.getByText(say("signIn.leadWithoutPeople")).waitFor();
      await look(page);
      const { email, password, name } = stack().seeded.people.programmer;
      await page.goto("/login");
      await page.getByLabel(say("signIn.email")).fill(email);
      await page.getByLabel(say("signIn.password")).fill("not the password");
      await button(page, say("signIn.submit")).click();
      await page.getByText(say("signIn.problem.wrong")).waitFor();
      await look(page);
      await page.getByLabel(say("signIn.password")).fill(password);
      await button(page, say("signIn.submit")).click();
      await button(page, say("header.youAre", { name })).click();
      await dialog(page).waitFor();
      await look(page);
      await button(page, say("header.signOut")).click();
      await page.waitForURL(/\/login/);
    } finally {
      await unpeopled.close();
      await empty.close();
    }
  });

  journey("the planner as week, day and list, with the card of everything in it", async ({ read, station }) => {
    journey.setTimeout(240_000);
    // This planner and its station are these journeys' own: every week is free.
    const week = weekOf(mondayFor("looks"), station);
    await givenEverything(week, station);
    for (const who of ["admin", "viewer"] as const) {
      const page = await read(who);
      await openWeek(page, week);
      await look(page);
      await button(page, say("header.view.list")).click();
      const rows = page.getByRole("main").locator("button[data-slot-id]");
      await rows.first().waitFor();
      const count = await rows.count();
      for (let index = 0; index < count; index += 1) {
        await rows.nth(index).click();
        await close(page);
      }
      await button(page, say("header.view.day")).click();
      await page.locator(".rbc-time-content").waitFor();
      await look(page);
    }
  });

  journey("the library: its filters, its three lists, and what makes an episode", async ({ read, station }) => {
    const week = weekOf(mondayFor("live"), station);
    await plan("Slow ferries", week.at("Mon 10:00"), week.at("Mon 11:00"));
    const page = await read("programmer");
    await openWeek(page, week);
    const filters = page.getByRole("group", { name: say("library.filters.label") });
    for (const chip of await filters.locator('[aria-haspopup="dialog"]').all()) {
      await chip.click();
      await dialog(page).waitFor();
      await look(page);
      await page.keyboard.press("Escape");
    }
    for (const chip of await filters.locator("[aria-pressed]").all()) {
      await chip.click();
      await look(page);
      await chip.click();
    }
    const search = page.getByRole("searchbox");
    await search.fill("zzz");
    await page.getByText(say("library.nothingCalled", { text: "zzz" })).waitFor();
    await look(page);
    for (const title of ["Bricklayers and brass", "Slow ferries"] as const) {
      // One of them is not ready, and says why when it is picked.
      await (await findEpisode(page, title)).click({ force: true });
      await look(page);
      await page.keyboard.press("Escape");
    }

    await page.getByRole("tab", { name: say("library.tabs.tracks") }).click();
    await search.fill(LOOSE_TRACK);
    await page
      .getByRole("button", { name: new RegExp(LOOSE_TRACK) })
      .first()
      .click();
    const form = page.getByRole("form", { name: say("library.make.label", { title: LOOSE_TRACK }) });
    await form.waitFor();
    await look(page);
    await button(form, say("library.make.submit")).click();
    await button(page, say("library.make.showIt")).waitFor();
    await page.getByRole("tab", { name: say("library.tabs.tracks") }).click();
    await search.fill("zzz");
    await page.getByText(say("library.tracks.noneSays", { text: "zzz" })).waitFor();

    await page.getByRole("tab", { name: say("library.tabs.holds") }).click();
    await page.getByRole("listbox", { name: say("library.holds.live"), exact: true }).waitFor();
    await look(page);
    await page.getByRole("option", { name: WORLD_SERVICE.name }).click();
    await look(page);
    await page.keyboard.press("Escape");
  });

  journey("the head's panels, both menus with all that they open, and a typed time", async ({ read, station }) => {
    journey.setTimeout(240_000);
    const week = weekOf(mondayFor("gaps"), station);
    await givenEverything(week, station);
    await lookAtLibreTime();
    const page = await read("programmer");
    await openWeek(page, week);
    for (const opener of await page.getByRole("banner").locator('[aria-haspopup="dialog"]').all()) {
      await opener.click();
      await dialog(page).waitFor();
      for (const chip of await dialog(page).locator("[aria-pressed], [aria-expanded]").all()) await chip.click();
      await look(page);
      await page.keyboard.press("Escape");
      await dialog(page).waitFor({ state: "detached" });
    }
    await readMenu(page, weekMenu(page));
    await readMenu(page, dayMenu(page, "Friday"));
    await page.keyboard.press("d");
    await readMenu(page, weekMenu(page));
    await page.keyboard.press("w");

    await scrollTo(page, "10:00");
    await slot(page, "Concrete choir").click();
    await button(page, say("block.moveToTime")).click();
    await dialog(page).getByLabel(say("timeCard.minutes")).fill("30");
    await close(page);
  });

  journey("on a phone: a day, and the library from below", async ({ read, station }) => {
    const week = weekOf(mondayFor("narrow"), station);
    await plan("Concrete choir", week.at("Tue 10:00"), week.at("Tue 11:00"));
    const page = await read("programmer", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await page.goto(`/?week=${week.monday}&view=day&day=${week.day("Tue")}`);
    await page.locator("[data-slot-id]").first().waitFor();
    await button(page, say("grid.library")).tap();
    await page.locator("[data-episode-id]").first().waitFor();
    await page.locator("[data-episode-id]").first().tap();
    await look(page);
  });

  journey("the listeners' week, a page that is not there, and LibreTime away", async ({ read, station }) => {
    const week = weekOf(nextMonday(), station);
    await plan("Concrete choir", week.at("Mon 10:00"), week.at("Mon 11:00"));
    await planHold("Night Waves", { kind: "live" }, week.at("Mon 12:00"), week.at("Mon 13:00"));
    await plan("Until the morning", week.at("Tue 23:00"), week.at("Wed 01:00"));
    const page = await read("nobody");
    const empty = weekOf(mondayFor("first-week"), station).monday;
    for (const path of ["/station", `/station?week=${week.monday}`, `/station?week=${empty}`, "/no/such/page"]) {
      await page.goto(path);
      await page.getByRole("heading").first().waitFor();
      await look(page);
    }
    const planner = await read("programmer");
    await openWeek(planner, week);
    await station.goAway();
    await expect.poll(async () => (await planner.request.get("/api/health/ready")).status()).toBe(503);
    await planner.getByRole("alert").first().waitFor();
    await look(planner);
    // The page of a moment ago is kept for fifteen seconds, another week's is not there yet.
    await page.goto(`/station?week=${weekOf(mondayFor("rest"), station).monday}`);
    await look(page);
    await station.comeBack();
  });
});
