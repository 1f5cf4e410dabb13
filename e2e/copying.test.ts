import type { Page } from "@playwright/test";
import { ask, idsOf, plan } from "./kit/api";
import { expect } from "./kit/expect";
import { journey } from "./kit/journey";
import { dayAfter, mondayOf } from "./kit/paris-time";
import { block, openWeek } from "./kit/planner-page";
import { clockChange, mondayFor, weekOf, type OwnWeek } from "./kit/weeks";

const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/** Every hour of the week has an hour of its own: 168 slots, planned as one act. */
async function givenEveryHour(week: OwnWeek): Promise<void> {
  const changes = days.flatMap((day) =>
    Array.from({ length: 24 }, (_, hour) => {
      const startsAt = week.at(`${day} ${String(hour).padStart(2, "0")}:00`);
      return {
        ...idsOf("Concrete choir"),
        to: { startsAt, endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString().replace(".000Z", "Z") },
      };
    }),
  );
  const answer = await ask("/api/trpc/planMany", { as: { key: "programmer" }, method: "POST", body: { changes } });
  expect([answer.status, answer.body.result?.data.placed.length]).toEqual([200, 168]);
}

async function openFromWeekMenu(page: Page, item: string): Promise<void> {
  await page.getByRole("button", { name: "This week: more" }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

journey.describe("copying", () => {
  journey(
    "a day is copied onto the next at its local times, the one conflict answered, and undo gives the station back",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("copying-day"), station);
      await plan("Concrete choir", week.at("Tue 10:00"), week.at("Tue 11:00"));
      await plan("Slow ferries", week.at("Tue 12:00"), week.at("Tue 13:00"));
      await plan("Until the morning", week.at("Tue 23:00"), week.at("Wed 01:00"));
      await plan("Cones and draughts", week.at("Wed 12:30"), week.at("Wed 13:30"));
      const page = await browse("programmer");
      await openWeek(page, week);
      const before = [await week.onAir(), await week.instances()];
      await page.getByRole("button", { name: "Tuesday: more" }).click();
      await page.getByRole("menuitem", { name: "Copy this day…" }).click();
      const panel = page.getByRole("region", { name: /^Copy Tuesday/ });
      await panel.getByText("2 of 3 fit. One needs an answer.").waitFor();
      await panel.getByText("Kiln is there from 12:30 to 13:30.").waitFor();
      expect(await page.locator("[data-painted]").allInnerTexts()).toHaveLength(3);
      await panel.getByRole("button", { name: "Copy 2 slots" }).waitFor();
      const answer = panel.getByRole("combobox", { name: "What to do with Night Waves, Slow ferries, 12:00" });
      expect(await answer.locator("option").allInnerTexts()).toEqual([
        "Leave it out",
        "Nearest free time: 11:30",
        "Cut it to 12:00 – 12:30",
        "Replace Kiln: back to the library",
      ]);
      await answer.selectOption("nearest");
      await panel.getByText("All 3 will be copied.", { exact: true }).waitFor();
      expect(await week.onAir()).toEqual(before[0]);
      await panel.getByRole("button", { name: "Copy 3 slots" }).click();

      const copied = [
        "Wed 10:00:00–11:00:00 Concrete choir",
        "Wed 11:30:00–12:28:47 Slow ferries",
        "Wed 12:30:00–13:30:00 Cones and draughts",
        "Wed 23:00:00–01:00:00 Until the morning",
      ];
      await expect.poll(() => week.onAir("Wed"), { timeout: 20_000 }).toEqual(copied);
      await block(page, /Slow ferries, Wednesday 11:30 to 12:30, on LibreTime/).waitFor();
      await page.getByRole("button", { name: "Undo" }).click();
      await expect.poll(async () => [await week.onAir(), await week.instances()], { timeout: 20_000 }).toEqual(before);
    },
  );

  journey(
    "a week is copied into another by keys, what is in the way goes to the library, and undo gives both weeks back",
    async ({ browse, station }) => {
      const [week, after] = [weekOf(mondayFor("copying"), station), weekOf(mondayFor("after-copying"), station)];
      await plan("Concrete choir", week.at("Mon 09:00"), week.at("Mon 10:00"));
      await plan("Slow ferries", week.at("Thu 20:00"), week.at("Thu 21:00"));
      await plan("Signal to sea", week.at("Sun 23:30"), week.at("Sun 24:00"));
      await plan("Piano alone", after.at("Mon 09:30"), after.at("Mon 10:00"));
      await plan("Slip and glaze", after.at("Thu 20:15"), after.at("Thu 21:00"));
      await plan("Signal to sea", after.at("Sun 23:30"), after.at("Sun 24:00"));
      const page = await browse("programmer");
      await openWeek(page, week);
      const heard = async () => [await week.onAir(), await after.onAir(), await after.instances()];
      const before = await heard();
      await page.getByRole("button", { name: "This week: more" }).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("menuitem", { name: "Copy this week…" }).focus();
      await page.keyboard.press("Enter");
      const panel = page.getByRole("region", { name: /^Copy \d/ });
      await expect.poll(() => panel.evaluate((element) => element === document.activeElement)).toBe(true);
      await panel.getByRole("combobox", { name: "Into the week" }).selectOption(after.monday);
      await panel.getByText("None of 3 fits. 2 need an answer.").waitFor();
      await panel.getByText("It is there already.").waitFor();
      await panel
        .getByRole("group", { name: "For all conflicts" })
        .getByRole("button", { name: "Replace" })
        .press("Enter");
      await panel.getByText("2 slots go back to the library for it.").waitFor();
      await panel.getByText("2 of 3 will be copied.", { exact: true }).waitFor();
      await panel.getByRole("button", { name: "Copy 2 slots" }).press("Enter");

      const copied = [
        "Mon 09:00:00–10:00:00 Concrete choir",
        "Thu 20:00:00–20:58:47 Slow ferries",
        "Sun 23:30:00–00:00:00 Signal to sea",
      ];
      await expect.poll(() => after.onAir(), { timeout: 20_000 }).toEqual(copied);
      expect(await week.onAir()).toEqual(before[0]);
      await block(page, /Slow ferries, Thursday 20:00 to 21:00, on LibreTime/).waitFor();
      await page.keyboard.press("Control+z");
      await expect.poll(heard, { timeout: 20_000 }).toEqual(before);
    },
  );

  journey(
    "a week of 168 slots copied across a change of the clock keeps its local times, in spring and in autumn, and says what the clock does",
    async ({ browse, station }) => {
      journey.setTimeout(300_000);
      const page = await browse("programmer");
      for (const way of ["forward", "back"] as const) {
        const sunday = clockChange("Europe/Paris", way, 1);
        const after = weekOf(mondayOf(sunday), station);
        const week = weekOf(dayAfter(after.monday, -7), station);
        await givenEveryHour(week);
        await openWeek(page, week);
        await openFromWeekMenu(page, "Copy this week…");
        const panel = page.getByRole("region", { name: /^Copy \d/ });
        await panel.getByText(way === "forward" ? "167 of 168 fit. One needs an answer." : "All 168 fit.").waitFor();
        await panel
          .getByText(
            way === "forward"
              ? /has 23 hours: the clock skips 02:00 to 03:00\. One slot has no place/
              : /has 25 hours: 02:00 to 03:00 comes twice\. .*the second is left free/,
          )
          .waitFor();
        if (way === "forward")
          await panel.getByText(/02:00 does not exist on Sunday: the clock goes straight to 03:00/).waitFor();
        await panel.getByRole("button", { name: way === "forward" ? "Copy 167 slots" : "Copy 168 slots" }).click();
        const wanted = (await week.onAir())
          .map((line) => line.slice(0, 9))
          .filter((line) => way === "back" || line !== "Sun 02:00");
        await expect.poll(async () => (await after.onAir()).length, { timeout: 90_000 }).toBe(wanted.length);
        expect((await after.onAir()).map((line) => line.slice(0, 9))).toEqual(wanted);
        await page.getByRole("button", { name: "Undo" }).click({ timeout: 60_000 });
        await expect.poll(() => after.onAir(), { timeout: 90_000 }).toEqual([]);
        await expect.poll(() => after.instances(), { timeout: 30_000 }).toEqual([]);
        expect((await week.onAir()).length).toBe(168);
      }
    },
  );
});
