import { lookAtLibreTime, plan } from "./kit/api";
import { expect } from "./kit/expect";
import { journey } from "./kit/journey";
import {
  block,
  boxOf,
  carry,
  carryEpisode,
  dragEpisode,
  ghostSays,
  openWeek,
  pointAt,
  scrollTo,
  wayOut,
} from "./kit/planner-page";
import { mondayFor, weekOf } from "./kit/weeks";
import { JAZZ_ARCHIVE } from "./kit/world";

journey.describe("a time that is taken", () => {
  journey(
    "the ghost names who is there, the card says it in words, and Escape leaves LibreTime byte for byte",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("conflicts"), station);
      await plan("Cones and draughts", week.at("Thu 16:30"), week.at("Thu 17:30"));
      const before = await station.snapshot();
      const page = await browse("programmer");
      await openWeek(page, week);
      await carryEpisode(page, "The weight of rooms", "Thu 16:00");
      await expect
        .poll(() => ghostSays(page))
        .toEqual({
          fits: false,
          words: expect.stringMatching(/Thu 16:00 – 17:30 .*Kiln is there from 16:30 to 17:30/),
        });
      await page.mouse.up();
      const card = page.getByRole("dialog", { name: "Kiln is there from 16:30 to 17:30" });
      await card.waitFor();
      expect(await card.innerText()).toMatch(
        /“Cones and draughts”, planned by Marie Colin\. “The weight of rooms” needs 1:28:03\./,
      );
      expect(await card.innerText()).not.toMatch(/SLOT_OVERLAP|conflict/i);
      await page.keyboard.press("Escape");
      await card.waitFor({ state: "detached" });
      await expect.poll(() => page.locator("[data-refused], [data-ghost], [data-painted]").count()).toBe(0);
      expect(await station.snapshot()).toEqual(before);
    },
  );

  journey("the nearest free time is the first way out, painted before it is taken", async ({ browse, station }) => {
    const week = weekOf(mondayFor("conflicts"), station);
    await plan("Cones and draughts", week.at("Thu 16:30"), week.at("Thu 17:30"));
    const page = await browse("programmer");
    await openWeek(page, week);
    await dragEpisode(page, "The weight of rooms", "Thu 16:00");
    const way = page.getByRole("group", { name: "Ways out" }).getByRole("button").first();
    await expect.poll(() => way.innerText()).toMatch(/Put it at 15:00/);
    await expect.poll(() => page.locator("[data-painted]").innerText()).toMatch(/The weight of rooms/);
    await way.click();
    await block(page, /The weight of rooms, Thursday 15:00 to 16:30, on LibreTime/).waitFor();
    expect(await week.onAir("Thu")).toEqual([
      "Thu 15:00:00–16:28:03 The weight of rooms",
      "Thu 16:30:00–17:30:00 Cones and draughts",
    ]);
  });

  journey("taking its place puts ours there and the other one off, in one act", async ({ browse, station }) => {
    const week = weekOf(mondayFor("conflicts"), station);
    await plan("Signal to sea", week.at("Fri 20:00"), week.at("Fri 21:00"));
    const page = await browse("programmer");
    await openWeek(page, week);
    await dragEpisode(page, "Concrete choir", "Fri 20:00");
    const way = await wayOut(page, "replace-to-library");
    expect(await way.innerText()).toMatch(/Send Night Waves back to the library/);
    await way.click();
    await block(page, /Concrete choir, Friday 20:00 to 21:00, on LibreTime/).waitFor();
    const friday = async () => [...(await week.onAir("Fri")), ...(await week.instances("Fri"))];
    await expect.poll(friday).toEqual(["Fri 20:00:00–21:00:00 Concrete choir", "Fri 20:00–21:00 Deep Rooms"]);
  });

  journey("the same track at an overlapping time is refused as that", async ({ browse, station }) => {
    const week = weekOf(mondayFor("conflicts"), station);
    await plan("Alice, again", week.at("Sat 10:00"), week.at("Sat 11:00"));
    const before = await station.snapshot();
    const page = await browse("programmer");
    await openWeek(page, week);
    await dragEpisode(page, "Alice, again", "Sat 10:30");
    const card = page.getByRole("dialog", { name: "Blue Hour is there from 10:00 to 11:00" });
    await expect.poll(() => card.innerText()).toMatch(/The same track is already there/);
    await page.keyboard.press("Escape");
    expect(await station.snapshot()).toEqual(before);
  });

  journey(
    "what LibreTime itself made is locked: not dragged, not replaced, not conflicted away",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("foreign"), station);
      const times = { starts_at: week.at("Sat 14:00"), ends_at: week.at("Sat 16:00") };
      const instance = await station.put("show-instances", { show: JAZZ_ARCHIVE.show, ...times });
      await station.put("schedule", { instance, file: JAZZ_ARCHIVE.file, ...times });
      await station.put("show-instances", {
        show: JAZZ_ARCHIVE.show,
        starts_at: week.at("Sun 14:00"),
        ends_at: week.at("Sun 15:00"),
      });
      await lookAtLibreTime();
      const before = await station.snapshot();
      const page = await browse("programmer");
      await openWeek(page, week);
      await scrollTo(page, "14:00");
      const foreign = block(page, /Saturday Jazz Archive.*Saturday 14:00 to 16:00, made in LibreTime, locked/);
      await foreign.waitFor();
      const { x, y } = await boxOf(foreign);
      await carry(page, { x: x + 30, y: y + 14 }, await pointAt(page, "Fri 12:00"));
      expect(await page.locator("[data-ghost]").count()).toBe(0);
      await page.mouse.up();

      await dragEpisode(page, "Signal to sea", "Sat 15:00");
      const card = page.getByRole("dialog", { name: /Saturday Jazz Archive is there from 14:00 to 16:00/ });
      await expect.poll(() => card.innerText()).toMatch(/made in LibreTime itself and stays/);
      expect(await card.locator('[data-way^="replace"], [data-way="swap"], [data-way^="push"]').count()).toBe(0);
      await page.keyboard.press("Escape");

      await dragEpisode(page, "Signal to sea", "Sun 14:30");
      await page.getByRole("dialog", { name: /Saturday Jazz Archive is there from 14:00 to 15:00/ }).waitFor();
      await page.keyboard.press("Escape");
      expect(await station.snapshot()).toEqual(before);
    },
  );

  journey("somebody else was faster: ours goes back, and the card says who it was", async ({ browse, station }) => {
    const week = weekOf(mondayFor("foreign"), station);
    const page = await browse("programmer");
    await openWeek(page, week);
    const times = { starts_at: week.at("Tue 10:15"), ends_at: week.at("Tue 10:45") };
    const theirs = [
      { table: "show-instances", row: { id: 9001, show: JAZZ_ARCHIVE.show, ...times } },
      { table: "schedule", row: { id: 9001, instance: 9001, file: JAZZ_ARCHIVE.file, ...times } },
    ] as const;
    await station.fault({ route: "POST /schedule", kind: "meanwhile", nth: 1, put: theirs });
    await dragEpisode(page, "Signal to sea", "Tue 10:00");
    const card = page.getByRole("dialog", { name: /Saturday Jazz Archive is there from 10:15 to 10:45/ });
    await card.waitFor();
    expect(await week.onAir("Tue")).toEqual([`Tue 10:15:00–10:45:00 ${JAZZ_ARCHIVE.title}`]);
    expect(await week.instances("Tue")).toEqual([`Tue 10:15–10:45 ${JAZZ_ARCHIVE.name}`]);
    await card
      .getByRole("button", { name: /Put it at 09:15|Put it at 10:45/ })
      .first()
      .click();
    await expect.poll(() => week.onAir("Tue")).toHaveLength(2);
  });
});
