import type { Page } from "@playwright/test";
import { ask, lookAtLibreTime, plan } from "./kit/api";
import { expect } from "./kit/expect";
import { journey } from "./kit/journey";
import { libreTimePages } from "./kit/libretime-pages";
import { block, carryBlock, inboxButton, openWeek, scrollTo } from "./kit/planner-page";
import { mondayFor, weekOf, type OwnWeek } from "./kit/weeks";
import { fileOf, JAZZ_ARCHIVE } from "./kit/world";

/** Opens a block's card, and answers it. */
async function cardOf(page: Page, spoken: RegExp) {
  const there = block(page, spoken).first();
  await there.waitFor();
  await there.scrollIntoViewIfNeeded();
  await there.click();
  const card = page.getByRole("dialog");
  await card.waitFor();
  return card;
}

journey.describe("what somebody changed in LibreTime", () => {
  journey(
    "a row deleted there is put back with a double click: on air again, once, and not offered to be undone",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("drift-gone"), station);
      const { body } = await plan("Slip and glaze", week.at("Mon 12:00"), week.at("Mon 12:45"));
      await libreTimePages(station).remove("schedule", body.playoutId);
      expect(await week.onAir()).toEqual([]);
      const page = await browse("programmer");
      await openWeek(page, week);
      await scrollTo(page, "12:00");
      const card = await cardOf(page, /Slip and glaze, Monday 12:00 to 12:45, not on LibreTime/);
      expect(await card.innerText()).toMatch(/LibreTime does not have it any more\. It will not be heard\./);
      await station.clearRequests();
      await card.getByRole("button", { name: "Put ours back" }).dblclick();
      await page.getByText("Put “Slip and glaze” back on Mon 12:00. On LibreTime.").waitFor();
      await block(page, /Slip and glaze, Monday 12:00 to 12:45, on LibreTime/).waitFor();
      expect(await page.getByRole("dialog").count()).toBe(0);
      expect(await page.getByRole("button", { name: "Undo" }).count()).toBe(0);
      expect([...(await week.onAir()), ...(await week.instances())]).toEqual([
        "Mon 12:00:00–12:45:00 Slip and glaze",
        "Mon 12:00–12:45 Kiln",
      ]);
      expect(
        (await station.requests()).filter(
          ({ method, path }) => method === "POST" && path.startsWith("/api/v2/show-instances"),
        ),
      ).toHaveLength(1);
    },
  );

  journey(
    "a show moved there with its row: the block says where to, and taking LibreTime's makes the grid follow",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("drift-moved"), station);
      const { body } = await plan("Signal to sea", week.at("Tue 14:00"), week.at("Tue 15:00"));
      await libreTimePages(station).move(
        { "show-instances": body.instanceId, schedule: body.playoutId },
        { starts_at: week.at("Wed 14:10"), ends_at: week.at("Wed 15:10") },
      );
      const before = await station.snapshot();
      const page = await browse("programmer");
      await openWeek(page, week);
      await scrollTo(page, "14:00");
      const card = await cardOf(page, /Signal to sea, Tuesday 14:00 to 15:00, moved to Wed 14:10/);
      expect(await card.innerText()).toMatch(/LibreTime has it from 14:10 to 15:10 on Wednesday\./);
      const take = card.getByRole("button", { name: "Take LibreTime's" });
      expect(await take.innerText()).toMatch(/the grid follows: Wed 14:10 – 15:10/);
      await take.click();
      await page.getByText("“Signal to sea” is on Wed 14:10 now, as in LibreTime.").waitFor();
      await block(page, /Signal to sea, Wednesday 14:10 to 15:10, on LibreTime/).waitFor();
      await block(page, /Signal to sea, Tuesday 14:00/).waitFor({ state: "detached" });
      expect(await station.snapshot()).toEqual(before);
      expect(await week.onAir()).toEqual(["Wed 14:10:00–15:10:00 Signal to sea"]);
    },
  );

  journey(
    "a row moved there alone: taking LibreTime's lets go of it, untouched and locked",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("drift-alone"), station);
      const { body } = await plan("Dawn, pylons", week.at("Wed 10:00"), week.at("Wed 11:00"));
      await libreTimePages(station).move(
        { schedule: body.playoutId },
        { starts_at: week.at("Wed 10:20"), ends_at: week.at("Wed 10:50") },
      );
      const before = await station.snapshot();
      const page = await browse("programmer");
      await openWeek(page, week);
      await scrollTo(page, "10:00");
      const card = await cardOf(page, /Dawn, pylons, Wednesday 10:00 to 11:00, moved to 10:20/);
      expect(await card.innerText()).toMatch(/LibreTime has it from 10:20 to 10:50 on Wednesday\./);
      await card.getByRole("button", { name: "Take LibreTime's" }).click();
      await block(page, /Field Notes, Dawn, pylons, Wednesday 10:00 to 11:00, made in LibreTime, locked/).waitFor();
      expect(await station.snapshot()).toEqual(before);
      expect(await week.onAir()).toEqual(["Wed 10:20:00–10:50:00 Dawn, pylons"]);
    },
  );

  journey(
    "the same track put there a second time: taking LibreTime's leaves theirs alone on air",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("drift-twin"), station);
      await plan("Cones and draughts", week.at("Thu 20:00"), week.at("Thu 21:00"));
      await libreTimePages(station).play(fileOf("Cones and draughts"), {
        starts_at: week.at("Thu 20:30"),
        ends_at: week.at("Thu 21:30"),
      });
      await lookAtLibreTime();
      const page = await browse("programmer");
      await openWeek(page, week);
      await scrollTo(page, "20:00");
      const card = await cardOf(page, /Kiln, Cones and draughts, Thursday 20:00 to 21:00, twice on LibreTime/);
      expect(await card.innerText()).toMatch(
        /LibreTime has the same track a second time, from 20:30 to 21:30 on Thursday\./,
      );
      expect(await card.getByRole("button", { name: "Put ours back" }).count()).toBe(0);
      await card.getByRole("button", { name: "Take LibreTime's" }).click();
      await block(page, /Kiln, Cones and draughts, Thursday 20:00/).waitFor({ state: "detached" });
      expect([...(await week.onAir()), ...(await week.instances())]).toEqual([
        "Thu 20:30:00–21:30:00 Cones and draughts",
        `Thu 20:30–21:30 ${JAZZ_ARCHIVE.name}`,
      ]);
    },
  );

  journey(
    "from another week, by keys: the list above the grid leads to the block, whose card is open",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("drift-far"), station);
      const { body } = await plan("Piano alone", week.at("Sat 22:00"), week.at("Sat 22:30"));
      const page = await browse("programmer");
      await openWeek(page, { monday: mondayFor("drift-gone") });
      await libreTimePages(station).remove("schedule", body.playoutId);
      const button = inboxButton(page);
      await button.waitFor();
      await button.focus();
      await page.keyboard.press("Enter");
      const panel = page.getByRole("dialog", { name: "Inbox" });
      await panel.waitFor();
      await page.keyboard.press("Escape");
      await panel.waitFor({ state: "detached" });
      await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.keyboard.press("Enter");
      const item = panel.getByRole("button", {
        name: /^Sat \d+ \w+ 22:00 Blue Hour Piano alone danger: not on LibreTime/,
      });
      await item.waitFor();
      await page.keyboard.press("End");
      await item.focus();
      await page.keyboard.press("Enter");
      const card = page.getByRole("dialog", { name: "Blue Hour" });
      await card.getByRole("button", { name: "Put ours back" }).waitFor();
      expect(page.url()).toContain(`week=${week.monday}`);
      expect(await block(page, /Piano alone, Saturday 22:00/).isVisible()).toBe(true);
      await card.getByRole("button", { name: "Put ours back" }).click();
      await expect.poll(() => week.onAir()).toEqual(["Sat 22:00:00–22:30:00 Piano alone"]);
      await item.waitFor({ state: "detached" });
    },
  );
});

/** The states of what the server lists that week. */
async function statesOf({ at }: OwnWeek): Promise<readonly string[]> {
  const query = new URLSearchParams({ from: at("Mon 00:00"), to: at("Sun 24:00") });
  const { body } = await ask(`/api/schedule/listSlots?${query}`, { as: { key: "viewer" } });
  return body.slots.map(({ state }: { readonly state: string }) => state);
}

journey.describe("a repair that does not go through", () => {
  journey(
    "the place was taken meanwhile: the card names who is there, and a way out puts it elsewhere, once",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("drift-taken"), station);
      const { body } = await plan("Concrete choir", week.at("Fri 16:00"), week.at("Fri 17:00"));
      await libreTimePages(station).remove("show-instances", body.instanceId);
      const page = await browse("programmer");
      await openWeek(page, week);
      await scrollTo(page, "16:00");
      const card = await cardOf(page, /Concrete choir, Friday 16:00 to 17:00, not on LibreTime/);
      await libreTimePages(station).play(JAZZ_ARCHIVE.file, {
        starts_at: week.at("Fri 16:30"),
        ends_at: week.at("Fri 17:30"),
      });
      const before = await station.snapshot();
      await card.getByRole("button", { name: "Put ours back" }).click();
      const refusal = page.getByRole("dialog", { name: "Saturday Jazz Archive is there from 16:30 to 17:30" });
      await expect.poll(() => refusal.innerText()).toMatch(/made in LibreTime itself and stays/);
      expect(await station.snapshot()).toEqual(before);
      await refusal.getByRole("button", { name: /Move it to 15:30/ }).click();
      await block(page, /Concrete choir, Friday 15:30 to 16:30, on LibreTime/).waitFor();
      expect(await week.onAir()).toEqual([
        "Fri 15:30:00–16:30:00 Concrete choir",
        `Fri 16:30:00–17:30:00 ${JAZZ_ARCHIVE.title}`,
      ]);
      expect(await week.instances()).toEqual(["Fri 15:30–16:30 Deep Rooms", `Fri 16:30–17:30 ${JAZZ_ARCHIVE.name}`]);
    },
  );

  journey(
    "LibreTime hangs: saving for everybody and in nobody's hands, then the card, and nothing twice",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("drift-hanging"), station);
      const { body } = await plan("Alice, again", week.at("Sat 18:00"), week.at("Sat 19:00"));
      await libreTimePages(station).remove("schedule", body.playoutId);
      const [page, other] = [await browse("programmer"), await browse("admin")];
      for (const each of [page, other]) await openWeek(each, week).then(() => scrollTo(each, "18:00"));
      const card = await cardOf(page, /Alice, again, Saturday 18:00 to 19:00, not on LibreTime/);
      // A slow machine needs seconds to load the other page: the instance comes late and goes late, so that saving outlasts that.
      await station.fault({ route: "POST /show-instances", kind: "delay", ms: 4_000 });
      await station.fault({ route: "POST /schedule", kind: "hang" });
      await station.fault({ route: "DELETE /show-instances/*", kind: "delay", ms: 4_000 });
      await card.getByRole("button", { name: "Put ours back" }).click();
      await block(page, /Alice, again, Saturday 18:00 to 19:00, saving/).waitFor();
      // The one who saves sees it before the server knows; everybody else once it has begun.
      await expect.poll(() => statesOf(week)).toContain("saving");
      await other.reload();
      await scrollTo(other, "18:00");
      const saving = await cardOf(other, /Alice, again, Saturday 18:00 to 19:00, saving/);
      expect(await saving.innerText()).toMatch(
        /It is being written to LibreTime; until it is there, it stays as it is\./,
      );
      expect(await saving.getByRole("button", { name: /Move|Take|Put/ }).count()).toBe(0);

      const refusal = page.getByRole("dialog", { name: /LibreTime/ });
      await refusal.waitFor({ timeout: 35_000 });
      await refusal.getByRole("button", { name: "Close", exact: true }).click();
      const again = await cardOf(page, /Alice, again, Saturday 18:00 to 19:00, not on LibreTime/);
      await again.getByRole("button", { name: "Put ours back" }).click();
      await block(page, /Alice, again, Saturday 18:00 to 19:00, on LibreTime/).waitFor();
      expect([...(await week.onAir()), ...(await week.instances())]).toEqual([
        "Sat 18:00:00–18:59:12 Alice, again",
        "Sat 18:00–19:00 Blue Hour",
      ]);
    },
  );

  journey(
    "while nobody knows whether LibreTime has it, it is being checked: no hand, key or finger moves it",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("drift-unknown"), station);
      // Seen once, the week is still shown while LibreTime is silent: until then nothing is settled.
      await statesOf(week);
      await station.fault({ route: "POST /schedule", kind: "cut-after-saving", nth: 1 });
      await station.fault({ route: "GET /schedule", kind: "refuse", nth: 2, times: "always" });
      const lost = await plan("Slip and glaze", week.at("Tue 12:00"), week.at("Tue 12:45"));
      expect(lost).toMatchObject({ status: 502, body: { code: "OUTCOME_UNKNOWN" } });
      const before = await station.snapshot();
      const page = await browse("programmer");
      await openWeek(page, week);
      await scrollTo(page, "12:00");
      const checking = block(page, /Slip and glaze, Tuesday 12:00 to 12:45, being checked/);
      await checking.waitFor();
      expect(await checking.locator("[data-grip], [data-movable]").count()).toBe(0);
      await carryBlock(page, checking, "Thu 12:00");
      expect(await page.locator("[data-ghost]").count()).toBe(0);
      await page.mouse.up();
      for (const key of ["Delete", "m"]) {
        await checking.focus();
        await page.keyboard.press(key);
      }
      const card = page.getByRole("dialog", { name: "Kiln" });
      expect(await card.innerText()).toMatch(
        /LibreTime may or may not have it; until that is known, it stays as it is\./,
      );
      expect(await card.getByRole("button", { name: /Move|Take|Put/ }).count()).toBe(0);
      expect(await station.snapshot()).toEqual(before);

      await station.clearFaults();
      await plan("Traffic", week.at("Wed 08:00"), week.at("Wed 08:05"));
      await block(page, /Slip and glaze, Tuesday 12:00 to 12:45, on LibreTime/).waitFor();
      expect(await week.onAir("Tue")).toEqual(["Tue 12:00:00–12:45:00 Slip and glaze"]);
    },
  );

  journey(
    "somebody moved it while it was held: nothing is moved twice, and one looks again",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("drift-stale"), station);
      const { body } = await plan("Harbour frequencies", week.at("Mon 10:00"), week.at("Mon 10:30"));
      const page = await browse("programmer");
      await openWeek(page, week);
      await scrollTo(page, "10:00");
      await carryBlock(page, block(page, /Harbour frequencies, Monday 10:00/), "Wed 10:00");
      await page.locator("[data-ghost]").first().waitFor();
      const moved = await ask("/api/trpc/moveOne", {
        as: { key: "admin" },
        method: "POST",
        body: { slotId: body.slotId, scheduledAt: week.at("Tue 10:00"), scheduledEnd: week.at("Tue 10:30") },
      });
      expect(moved.status).toBe(200);
      await page.mouse.up();
      const refusal = page.getByRole("dialog", { name: "The week has changed since you looked. Look again." });
      await refusal.getByRole("button", { name: "Look again" }).click();
      const card = page.getByRole("dialog", { name: "Night Waves" });
      await expect.poll(() => card.innerText()).toMatch(/Tuesday/);
      expect(await week.onAir()).toEqual(["Tue 10:00:00–10:30:00 Harbour frequencies"]);
    },
  );
});
