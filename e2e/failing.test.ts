import type { Page } from "@playwright/test";
import { plan, unplan } from "./kit/api";
import { expect } from "./kit/expect";
import { journey } from "./kit/journey";
import { block, carryEpisode, dragEpisode, ghostSays, inboxButton, openWeek, scrollTo } from "./kit/planner-page";
import { mondayFor, weekOf } from "./kit/weeks";

const refusal = (page: Page, name: RegExp) => page.getByRole("dialog", { name });

/** The card of a failure that LibreTime caused, in words and without a way that would write twice; it is closed. */
async function refusalInWords(page: Page): Promise<void> {
  const card = refusal(page, /LibreTime/);
  await card.waitFor({ timeout: 35_000 });
  expect(await card.innerText()).not.toMatch(/<html|undefined|\[object|[A-Z]+_[A-Z]+/);
  await card.getByRole("button", { name: "Close" }).click();
  await card.waitFor({ state: "detached" });
}

journey.describe("LibreTime slow, gone, lying", () => {
  journey(
    "gone: the drop says so and waits, the banner says since when, and once it is back the retry works",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("failing"), station);
      await plan("Cones and draughts", week.at("Mon 10:00"), week.at("Mon 11:00"));
      const page = await browse("programmer");
      await openWeek(page, week);
      const before = await station.snapshot();
      await station.goAway();
      await dragEpisode(page, "Signal to sea", "Mon 12:00");
      const card = refusal(page, /LibreTime does not answer\. Nothing was changed\./);
      await card.waitFor();
      const banner = page.getByRole("alert").filter({
        hasText: /LibreTime has not answered since \d\d:\d\d\. What you see is from \d\d:\d\d; planning is paused\./,
      });
      await banner.waitFor();
      await block(page, /Cones and draughts, Monday 10:00 to 11:00, not checked/).waitFor();
      expect(await page.getByRole("banner").innerText()).toMatch(/LibreTime does not answer/);
      expect(await station.snapshot()).toEqual(before);

      await station.comeBack();
      await card.getByRole("button", { name: "Try again" }).click();
      await block(page, /Signal to sea, Monday 12:00 to 13:00, on LibreTime/).waitFor();
      await banner.waitFor({ state: "detached" });
      expect(await week.onAir("Mon")).toEqual([
        "Mon 10:00:00–11:00:00 Cones and draughts",
        "Mon 12:00:00–13:00:00 Signal to sea",
      ]);
    },
  );

  journey(
    "gone while something is carried: the ghost calls nothing free, and does again once LibreTime is back",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("failing"), station);
      const page = await browse("programmer");
      await openWeek(page, week);
      await station.goAway();
      await dragEpisode(page, "Concrete choir", "Sun 10:00");
      await refusal(page, /LibreTime does not answer/)
        .getByRole("button", { name: "Close" })
        .click();
      const banner = page.getByRole("alert").filter({ hasText: "planning is paused" });
      await banner.waitFor();
      await carryEpisode(page, "Concrete choir", "Sun 12:00");
      await expect
        .poll(async () => (await ghostSays(page)).words)
        .toMatch(/Sun 12:00.*may be taken: LibreTime does not answer$/);
      await page.keyboard.press("Escape");
      await page.mouse.up();
      await dragEpisode(page, "Concrete choir", "Mon 12:00");
      const card = refusal(page, /Night Waves is there from 12:00 to 13:00/);
      await card.getByText("These are for the week as it was last seen: LibreTime does not answer.").waitFor();
      await page.keyboard.press("Escape");
      await station.comeBack();
      // The page may look again by itself before it is asked to.
      await expect
        .poll(
          async () => {
            await banner
              .getByRole("button", { name: "Try again" })
              .click({ timeout: 500 })
              .catch(() => undefined);
            return banner.count();
          },
          { timeout: 20_000 },
        )
        .toBe(0);
      await carryEpisode(page, "Concrete choir", "Sun 12:00");
      await expect.poll(async () => (await ghostSays(page)).words).toMatch(/Sun 12:00.*free · fits exactly$/);
      await page.keyboard.press("Escape");
      await page.mouse.up();
    },
  );

  journey(
    "answers with a proxy's page: said in words, nothing left behind, and the next try works",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("failing"), station);
      const tuesday = async () => [...(await week.onAir("Tue")), ...(await week.instances("Tue"))];
      const page = await browse("programmer");
      await openWeek(page, week);
      await station.fault({ route: "POST /show-instances", kind: "html", nth: 1 });
      await dragEpisode(page, "Concrete choir", "Tue 12:00");
      await refusalInWords(page);
      await expect.poll(tuesday).toEqual([]);
      await dragEpisode(page, "Concrete choir", "Tue 12:00");
      await block(page, /Concrete choir, Tuesday 12:00 to 13:00, on LibreTime/).waitFor();
      expect(await tuesday()).toEqual(["Tue 12:00:00–13:00:00 Concrete choir", "Tue 12:00–13:00 Deep Rooms"]);
    },
  );

  for (const kind of ["500-but-saved", "cut-after-saving"] as const) {
    const [day, spoken] = kind === "500-but-saved" ? (["Wed", "Wednesday"] as const) : (["Thu", "Thursday"] as const);
    journey(`${kind}: read, found, and planned once`, async ({ browse, station }) => {
      const week = weekOf(mondayFor("failing"), station);
      const page = await browse("programmer");
      await openWeek(page, week);
      await station.fault({ route: "POST /show-instances", kind, nth: 1 });
      await station.fault({ route: "POST /schedule", kind, nth: 1 });
      await dragEpisode(page, "Dawn, pylons", `${day} 12:00`);
      await block(page, new RegExp(`Dawn, pylons, ${spoken} 12:00 to 12:30, on LibreTime`)).waitFor();
      expect([...(await week.onAir(day)), ...(await week.instances(day))]).toEqual([
        `${day} 12:00:00–12:30:00 Dawn, pylons`,
        `${day} 12:00–12:30 Field Notes`,
      ]);
    });
  }

  journey(
    "never answers: the block says that it is being saved, the card comes, and nothing is there twice",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("unknown"), station);
      const page = await browse("programmer");
      await openWeek(page, week);
      await station.fault({ route: "POST /schedule", kind: "hang", nth: 1 });
      await dragEpisode(page, "Piano alone", "Fri 12:00");
      await block(page, /Piano alone, Friday 12:00 to 12:30, saving/).waitFor();
      await refusalInWords(page);
      await expect.poll(async () => [...(await week.onAir("Fri")), ...(await week.instances("Fri"))]).toEqual([]);
      await dragEpisode(page, "Piano alone", "Fri 12:00");
      await block(page, /Piano alone, Friday 12:00 to 12:30, on LibreTime/).waitFor();
      expect([...(await week.onAir("Fri")), ...(await week.instances("Fri"))]).toEqual([
        "Fri 12:00:00–12:30:00 Piano alone",
        "Fri 12:00–12:30 Blue Hour",
      ]);
    },
  );

  journey(
    "nobody knows whether it was saved: the card promises nothing and offers no second try, and the block says so",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("unknown"), station);
      const page = await browse("programmer");
      await openWeek(page, week);
      await station.fault({ route: "POST /schedule", kind: "hang-after-saving", nth: 1 });
      await dragEpisode(page, "Concrete choir", "Sun 12:00");
      await expect.poll(() => week.onAir("Sun")).toEqual(["Sun 12:00:00–13:00:00 Concrete choir"]);
      await station.fault({ route: "GET /schedule", kind: "refuse", times: "always" });
      const card = refusal(page, /LibreTime may or may not have saved it; it is being checked/);
      await card.waitFor({ timeout: 35_000 });
      expect(await card.getByRole("button").allInnerTexts()).toEqual(["", "Esc closes"]);
      expect(await page.locator("[data-refused]").isVisible()).toBe(false);
      await page.keyboard.press("Escape");
      await block(page, /Concrete choir, Sunday 12:00 to 13:00, being checked/).waitFor();
      await station.clearFaults();
      await unplan("Concrete choir", week.at("Sun 12:00"));
      await expect.poll(() => week.instances("Sun")).toEqual([]);
    },
  );

  journey(
    "a row that somebody deleted in LibreTime is shown as missing, not as planned",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("unknown"), station);
      const planned = await plan("Slip and glaze", week.at("Sat 12:00"), week.at("Sat 12:45"));
      await station.remove("schedule", planned.body.playoutId);
      const page = await browse("programmer");
      await openWeek(page, week);
      await scrollTo(page, "12:00");
      await block(page, /Slip and glaze, Saturday 12:00 to 12:45, not on LibreTime/).waitFor();
      expect(await week.onAir("Sat")).toEqual([]);
      await expect.poll(() => inboxButton(page).innerText()).toMatch(/danger/);
      await station.remove("show-instances", planned.body.instanceId);
      await unplan("Slip and glaze", week.at("Sat 12:00"));
    },
  );
});
