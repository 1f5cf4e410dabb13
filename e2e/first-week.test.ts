import type { Page } from "@playwright/test";
import { plan } from "./kit/api";
import { expect } from "./kit/expect";
import { journey } from "./kit/journey";
import { block, scrollTo } from "./kit/planner-page";
import { mondayFor, weekOf, type OwnWeek } from "./kit/weeks";

/** Notes each time that the page asks for the slots of that week. */
function askedFor(page: Page, week: OwnWeek): readonly string[] {
  const asked: string[] = [];
  const from = new Date(week.at("Mon 00:00")).toISOString();
  page.on("request", (request) => {
    const url = decodeURIComponent(request.url());
    if (url.includes("listSlots") && url.includes(`"from":"${from.replace(".000Z", "")}`)) asked.push(url);
  });
  return asked;
}

journey.describe("the first week", () => {
  journey("comes with its page: it is drawn, and nothing is asked for it again", async ({ browse, station }) => {
    const week = weekOf(mondayFor("first-week"), station);
    await plan("Slip and glaze", week.at("Tue 12:00"), week.at("Tue 12:45"));
    const page = await browse("programmer");
    const asked = askedFor(page, week);
    // The weeks beside it are asked for as soon as it is there.
    const beside = page.waitForRequest((request) => request.url().includes("listSlots"));
    await page.goto(`/?week=${week.monday}&view=week`);
    await scrollTo(page, "12:00");
    await block(page, /Slip and glaze, Tuesday 12:00 to 12:45, on LibreTime/).waitFor();
    await beside;
    expect(asked).toEqual([]);
  });

  journey("is asked for by the browser when LibreTime lets the page wait", async ({ browse, station }) => {
    const week = weekOf(mondayFor("first-week-late"), station);
    await plan("Slip and glaze", week.at("Tue 12:00"), week.at("Tue 12:45"));
    const page = await browse("programmer");
    const asked = askedFor(page, week);
    await station.fault({ route: "GET /schedule", kind: "delay", ms: 3_000 });
    await page.goto(`/?week=${week.monday}&view=week`);
    await scrollTo(page, "12:00");
    await block(page, /Slip and glaze, Tuesday 12:00 to 12:45, on LibreTime/).waitFor();
    expect(asked.length).toBeGreaterThan(0);
  });

  journey("is this one when the address names a day that there is not", async ({ browse }) => {
    const page = await browse("programmer");
    for (const query of ["week=0000-01-01", "day=2026-02-31&view=day", "week=9999-12-31&view=list"]) {
      expect((await page.goto(`/?${query}`))?.status()).toBe(200);
      await page.getByRole("banner").getByText(new Date().getFullYear().toString()).first().waitFor();
    }
  });
});
