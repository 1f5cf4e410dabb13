import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { BrowserContextOptions, Page } from "@playwright/test";
import { startStation } from "@/station/station";
import { ask, idsOf, lookAtLibreTime, plan } from "./kit/api";
import { expect } from "./kit/expect";
import { journey, type Journey } from "./kit/journey";
import { dragEpisode, findEpisode, inboxButton, openWeek, scrollTo, weekIsThere } from "./kit/planner-page";
import { startPlanner } from "./kit/planner-server";
import { mondayFor, weekOf } from "./kit/weeks";
import { fileOf, stationWorld, type EpisodeTitle } from "./kit/world";

const screens = path.resolve("test-results", "screens");
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const looks: Readonly<Record<string, BrowserContextOptions>> = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  phone: { ...phone, colorScheme: "light" },
};

async function keepScreen(page: Page, name: string, fullPage = false): Promise<void> {
  await mkdir(screens, { recursive: true });
  await page.screenshot({ path: path.join(screens, `${name}.png`), fullPage });
}

/** LibreTime gives that file's number to another recording. */
async function replaceFile({ station }: Pick<Journey, "station">, title: EpisodeTitle): Promise<void> {
  await station.put("files", {
    id: fileOf(title),
    track_title: "Parish council, March",
    artist_name: "Archive",
    length: "00:41:10",
    md5: "0".repeat(32),
  });
}

journey.describe("how trust looks", () => {
  journey("signing in: nobody there yet, a wrong password, and too many of them", async ({ browse }) => {
    journey.setTimeout(180_000);
    await using made = await startStation({ world: stationWorld }).then((station) => ({
      station,
      [Symbol.asyncDispose]: () => station.close(),
    }));
    const empty = await startPlanner({ root: process.cwd(), station: made.station });
    try {
      const trying = async (look: string, said: string) => {
        const page = await browse("nobody", looks[look]!);
        await page.goto("/login");
        await page.getByLabel("Email").fill("somebody@example.org");
        await page.getByLabel("Password").fill("not the password");
        await page.getByRole("button", { name: "Sign in" }).click();
        await page.getByText(said).waitFor();
        await keepScreen(page, `login-${said.split(" ")[0]!.toLowerCase()}-${look}`);
      };
      for (const [look, options] of Object.entries(looks)) {
        const page = await browse("nobody", options);
        await page.goto(`${empty.url}/login`);
        await page.getByText("npm run user").waitFor();
        await keepScreen(page, `login-empty-${look}`);
        await trying(look, "Wrong email or password.");
      }
      const wrong = { email: "somebody@example.org", password: "not the password" };
      await expect
        .poll(async () => (await ask("/api/users/login", { as: "nobody", method: "POST", body: wrong })).status, {
          timeout: 60_000,
        })
        .toBe(429);
      for (const look of Object.keys(looks)) await trying(look, "Too many attempts.");
    } finally {
      await empty.close();
    }
  });

  journey("the account, with its password and its key", async ({ browse }) => {
    journey.setTimeout(120_000);
    for (const [look, options] of Object.entries(looks)) {
      const page = await browse("admin", options);
      await page.goto("/admin/account");
      await page.getByText("API", { exact: false }).first().waitFor();
      await page.waitForLoadState("networkidle");
      await keepScreen(page, `account-${look}`, true);
      await page.getByRole("button", { name: "Change Password" }).click();
      await page.getByLabel(/^New Password/).fill("a new password");
      await page.getByLabel(/^Your old password/).waitFor();
      await keepScreen(page, `account-password-${look}`, true);
    }
  });

  journey(
    "a recording that is another one by now: in the library, on the grid, in the inbox, at the drop, in the admin",
    async ({ browse, station }) => {
      journey.setTimeout(180_000);
      const week = weekOf(mondayFor("looks"), station);
      await plan("Slow ferries", week.at("Mon 12:00"), week.at("Mon 13:00"));
      await plan("Harbour frequencies", week.at("Tue 12:00"), week.at("Tue 12:30"));
      await replaceFile({ station }, "Slow ferries");
      await replaceFile({ station }, "Concrete choir");
      await lookAtLibreTime();
      for (const [look, options] of Object.entries(looks)) {
        const page = await browse("admin", options);
        if (look === "phone") {
          await page.goto(`/?week=${week.monday}&view=day&day=${week.monday}`);
          await weekIsThere(page);
          await keepScreen(page, `replaced-grid-${look}`);
          await page.getByRole("button", { name: "Library" }).tap();
          await findEpisode(page, "Concrete choir");
          await keepScreen(page, `replaced-library-${look}`);
          await page.goto(`/?week=${week.monday}&view=day&day=${week.monday}`);
          await weekIsThere(page);
          await inboxButton(page).tap();
          await page.getByRole("dialog", { name: "Inbox" }).waitFor();
          await keepScreen(page, `replaced-inbox-${look}`);
        } else {
          await openWeek(page, week);
          await scrollTo(page, "12:00");
          await page.getByRole("searchbox", { name: /^Search episodes/ }).fill("r");
          await keepScreen(page, `replaced-grid-${look}`);
          await findEpisode(page, "Concrete choir");
          await keepScreen(page, `replaced-library-${look}`);
          await page.keyboard.press("Escape");
          await page.getByRole("searchbox", { name: /^Search episodes/ }).fill("");
          await page.locator('[data-kind="planned"]').first().click();
          await page.getByRole("dialog").waitFor();
          await keepScreen(page, `replaced-card-${look}`);
          await page.keyboard.press("Escape");
          await inboxButton(page).click();
          await page.getByRole("dialog", { name: "Inbox" }).waitFor();
          await keepScreen(page, `replaced-inbox-${look}`);
          await page.keyboard.press("Escape");
          await page.getByRole("tab", { name: /tracks/ }).click();
          await page.getByRole("searchbox").first().fill("Parish");
          await page
            .getByText(/Parish council/)
            .first()
            .waitFor();
          await keepScreen(page, `replaced-tracks-${look}`);
        }
        await page.goto(`/admin/collections/episodes/${idsOf("Concrete choir").episodeId}`);
        await page
          .getByText(/another recording now/)
          .first()
          .waitFor();
        await keepScreen(page, `replaced-admin-${look}`, true);
      }
      for (const title of ["Slow ferries", "Concrete choir"] as const)
        await station.put(
          "files",
          stationWorld.files!.find(({ id }) => id === fileOf(title))!,
        );
    },
  );

  journey("another LibreTime: the banner, what differs, and after it was confirmed", async ({ browse, station }) => {
    journey.setTimeout(180_000);
    const week = weekOf(mondayFor("station-changed"), station);
    for (const day of ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const) {
      for (const hour of [8, 10, 12, 14, 16])
        await plan(
          hour % 4 === 0 ? "Slip and glaze" : "Dawn, pylons",
          week.at(`${day} ${String(hour).padStart(2, "0")}:00`),
          week.at(`${day} ${String(hour).padStart(2, "0")}:45`),
        );
    }
    for (const { id } of (await station.snapshot())["show-instances"].slice(-14))
      await station.put("show-instances", { id: Number(id), created_at: "2026-01-01T00:00:00.000001Z" });
    const night = (await station.snapshot()).shows.find(({ name }) => name === "Kiln");
    if (night)
      await station.put("shows", {
        id: Number(night.id),
        name: "The Long Name of Somebody Else’s Programme about Pottery",
      });
    await lookAtLibreTime();
    for (const [look, options] of Object.entries(looks)) {
      const page = await browse("admin", options);
      await page.goto(
        look === "phone" ? `/?week=${week.monday}&view=day&day=${week.monday}` : `/?week=${week.monday}&view=week`,
      );
      await weekIsThere(page);
      await page.getByText("Planning is paused").waitFor();
      await keepScreen(page, `changed-banner-${look}`);
      await page.goto("/station-changed");
      await page.getByRole("heading", { name: "What confirming does" }).waitFor();
      await keepScreen(page, `changed-page-${look}`, true);
      for (const summary of await page.locator("summary").all()) await summary.click();
      await keepScreen(page, `changed-rows-${look}`, true);
    }
    const page = await browse("admin");
    await page.goto("/station-changed");
    await page.getByRole("button", { name: "Take this LibreTime as ours" }).click();
    await page.getByText("This is the LibreTime that our records belong to.").waitFor();
    for (const [look, options] of Object.entries(looks)) {
      const after = await browse("admin", options);
      await after.goto("/station-changed");
      await after.getByText("This is the LibreTime that our records belong to.").waitFor();
      await keepScreen(after, `changed-after-${look}`, true);
    }
  });

  journey("LibreTime is away: the banner and the header", async ({ browse, station }) => {
    journey.setTimeout(180_000);
    const week = weekOf(mondayFor("banner"), station);
    await plan("Cones and draughts", week.at("Mon 12:00"), week.at("Mon 13:00"));
    for (const [look, options] of Object.entries(looks)) {
      const page = await browse("programmer", options);
      await page.goto(
        look === "phone" ? `/?week=${week.monday}&view=day&day=${week.monday}` : `/?week=${week.monday}&view=week`,
      );
      await weekIsThere(page);
      await station.goAway();
      if (look !== "phone") await dragEpisode(page, "Dawn, pylons", "Sun 12:00");
      await page.getByRole("alert").filter({ hasText: "planning is paused" }).waitFor({ timeout: 45_000 });
      await keepScreen(page, `away-${look}`);
      await station.comeBack();
    }
    expect((await ask("/api/health/live", { as: "nobody" })).status).toBe(200);
  });
});
