import type { Page } from "@playwright/test";
import { ask, idsOf } from "./kit/api";
import { expect } from "./kit/expect";
import { journey } from "./kit/journey";
import { block, dragEpisode, openWeek } from "./kit/planner-page";
import { stack } from "./kit/stack";
import { mondayFor, weekOf } from "./kit/weeks";

/** Collects what the browser refuses because of a page's policy, and what breaks in its scripts. */
async function watched(page: Page): Promise<string[]> {
  const refused: string[] = [];
  await page.exposeFunction("airweekRefused", (what: string) => void refused.push(what));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) =>
      (window as never as { airweekRefused: (what: string) => void }).airweekRefused(
        `${event.effectiveDirective}: ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`,
      ),
    );
  });
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
  });
  page.on("pageerror", (error) => void refused.push(String(error)));
  return refused;
}

journey.describe("a page does what it does within its policy", () => {
  journey(
    "the planner, with a drag; the login; the listeners' week; a page that is not there",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("shields"), station);
      const page = await browse("programmer");
      const refused = await watched(page);
      await openWeek(page, week);
      await dragEpisode(page, "Harbour frequencies", "Tue 10:00");
      await block(page, /Harbour frequencies, Tuesday 10:00 to 10:30, on LibreTime/).waitFor();
      await page.goto("/nowhere");
      await page.getByRole("heading", { name: "There is no such page" }).waitFor();
      const nobody = await browse("nobody");
      const refusedToNobody = await watched(nobody);
      await nobody.goto("/station");
      await nobody.getByRole("region", { name: "On now" }).waitFor();
      await nobody.goto("/login");
      const { email, password } = stack().seeded.people.viewer;
      await nobody.getByLabel(/^Email/).fill(email);
      await nobody.getByLabel(/^Password/).fill(password);
      await nobody.getByRole("button", { name: /^Sign in/ }).click();
      await nobody.waitForURL((url) => url.pathname === "/");
      await nobody.locator(".rbc-time-content").waitFor();
      expect([...refused, ...refusedToNobody]).toEqual([]);
    },
  );

  journey("Payload's admin: a list, a document that is saved, a line of the journal", async ({ browse }) => {
    const page = await browse("admin");
    const refused = await watched(page);
    await page.goto("/admin/collections/episodes");
    await page.locator("table").waitFor();
    await page.goto(`/admin/collections/episodes/${idsOf("Dawn, pylons").episodeId}`);
    await page.getByLabel(/^Mood/).fill("Calm");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    const saved = () => ask(`/api/episodes/${idsOf("Dawn, pylons").episodeId}`, { as: { key: "programmer" } });
    await expect.poll(async () => (await saved()).body.mood).toBe("Calm");
    const journal = await ask("/api/operations?limit=1", { as: { key: "programmer" } });
    await page.goto(`/admin/collections/operations/${journal.body.docs[0].id}`);
    await page.locator(".airweek-json pre").first().waitFor();
    expect(refused).toEqual([]);
  });
});
