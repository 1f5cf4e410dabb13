import { plan } from "./kit/api";
import { expect } from "./kit/expect";
import { journey } from "./kit/journey";
import { block, openWeek, scrollTo } from "./kit/planner-page";
import { mondayFor, weekOf, type OwnWeek } from "./kit/weeks";

/** An hour before and an hour after a free hour, on that day. */
async function givenAFreeHour(week: OwnWeek, day: "Tue" | "Thu" | "Sat"): Promise<void> {
  await plan("Concrete choir", week.at(`${day} 10:00`), week.at(`${day} 11:00`));
  await plan("Cones and draughts", week.at(`${day} 12:00`), week.at(`${day} 13:00`));
}

journey.describe("gaps", () => {
  journey(
    "a gap is filled from the panel with what fits best, is on air, and undo gives the station back",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("gaps"), station);
      await givenAFreeHour(week, "Tue");
      const page = await browse("programmer");
      await openWeek(page, week);
      const before = await week.onAir();
      await page.getByRole("button", { name: /^1 gap, 1:00$/ }).click();
      const panel = page.getByRole("dialog", { name: "Dead air this week" });
      await panel.getByRole("button", { name: /Tue.* 11:00 – 12:00.*free/ }).waitFor();
      const offers = panel.getByRole("list", { name: "What fits" }).getByRole("button");
      await expect.poll(() => offers.count()).toBe(3);
      // Three episodes are exactly an hour long.
      expect((await offers.allInnerTexts()).map((each) => each.includes("1:00:00"))).toEqual([true, true, true]);

      await offers.filter({ hasText: "Signal to sea" }).click();
      await block(page, /Signal to sea, Tuesday 11:00 to 12:00, on LibreTime/).waitFor();
      expect(await week.onAir("Tue")).toEqual([
        "Tue 10:00:00–11:00:00 Concrete choir",
        "Tue 11:00:00–12:00:00 Signal to sea",
        "Tue 12:00:00–13:00:00 Cones and draughts",
      ]);
      await expect.poll(() => page.getByRole("button", { name: /^\d+ gaps?, / }).count()).toBe(0);

      await page.getByRole("button", { name: "Undo" }).click();
      await expect.poll(() => week.onAir()).toEqual(before);
      await page.getByRole("button", { name: /^1 gap, 1:00$/ }).waitFor();
    },
  );

  journey("a gap on the grid is reached, opened and filled by keys alone", async ({ browse, station }) => {
    const week = weekOf(mondayFor("gaps"), station);
    await givenAFreeHour(week, "Thu");
    const page = await browse("programmer");
    await openWeek(page, week);
    await scrollTo(page, "11:00");
    await block(page, /Concrete choir, Thursday 10:00/).focus();
    await page.keyboard.press("ArrowDown");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toMatch(/Thursday 11:00 – 12:00, free 1:00/);
    await page.keyboard.press("Enter");
    const card = page.getByRole("dialog", { name: "Free 1:00" });
    await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute("data-offer"))).toBe(true);
    const first = await card.getByRole("list", { name: "What fits" }).getByRole("button").nth(1).innerText();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => week.onAir("Thu")).toHaveLength(3);
    const [, filled] = await week.onAir("Thu");
    expect(filled).toMatch(/^Thu 11:00:00–(12:00:00|11:59:12|11:58:47) /);
    expect(first).toContain(filled!.slice(22));
    await block(page, /Thursday 11:00 to 12:00, .*on LibreTime/).waitFor();
    await page.keyboard.press("Control+z");
    await expect
      .poll(() => week.onAir("Thu"))
      .toEqual(["Thu 10:00:00–11:00:00 Concrete choir", "Thu 12:00:00–13:00:00 Cones and draughts"]);
  });

  journey(
    "dead air in a slot is listed; ended with its track, the rest is free and can be filled",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("gaps"), station);
      await plan("Dawn, pylons", week.at("Sat 14:00"), week.at("Sat 15:00"));
      await plan("Slow ferries", week.at("Sat 15:00"), week.at("Sat 16:00"));
      const page = await browse("programmer");
      await openWeek(page, week);
      await page.getByRole("button", { name: /^\d+ gaps?, / }).click();
      const panel = page.getByRole("dialog", { name: "Dead air this week" });
      await panel.getByRole("button", { name: /Sat.* 14:30 – 15:00.*dead air in Field Notes/ }).waitFor();
      await panel.getByRole("button", { name: "End it with its track, at 14:30" }).click();
      await block(page, /Dawn, pylons, Saturday 14:00 to 14:30, on LibreTime/).waitFor();
      const offers = panel
        .getByRole("listitem")
        .filter({ hasText: "14:30 – 15:00" })
        .getByRole("button", { name: /^Plan/ });
      const title = await offers.first().locator("b").innerText();
      await offers.first().click();
      await expect
        .poll(() => week.onAir("Sat"))
        .toEqual([
          "Sat 14:00:00–14:30:00 Dawn, pylons",
          `Sat 14:30:00–15:00:00 ${title}`,
          "Sat 15:00:00–15:58:47 Slow ferries",
        ]);
    },
  );

  journey("for a viewer the panel only lists, and leads to the gap", async ({ browse, station }) => {
    const week = weekOf(mondayFor("gaps"), station);
    const page = await browse("viewer");
    await openWeek(page, week);
    await page.getByRole("button", { name: /^\d+ gaps?, / }).click();
    const panel = page.getByRole("dialog", { name: "Dead air this week" });
    const row = panel.getByRole("button", { name: /11:00 – 12:00/ }).first();
    await row.waitFor();
    expect(await panel.getByRole("list", { name: "What fits" }).count()).toBe(0);
    await row.click();
    await page.getByRole("dialog", { name: "Free 1:00" }).waitFor();
  });
});
