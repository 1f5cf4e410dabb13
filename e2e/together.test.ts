import { expect } from "./kit/expect";
import { journey } from "./kit/journey";
import { block, carryEpisode, dragEpisode, ghostSays, openWeek, scrollTo } from "./kit/planner-page";
import { mondayFor, weekOf } from "./kit/weeks";

journey.describe("two programmers at two browsers", () => {
  journey("what one plans, moves and takes off appears in the other by itself", async ({ browse, station }) => {
    const week = weekOf(mondayFor("together"), station);
    const [mine, yours] = [await browse("programmer"), await browse("admin")];
    await openWeek(mine, week);
    await openWeek(yours, week);
    await dragEpisode(mine, "Alice, again", "Mon 12:00");
    await block(yours, /Alice, again, Monday 12:00 to 13:00, on LibreTime/).waitFor();
    await scrollTo(yours, "12:00");
    await block(yours, /Alice, again, Monday 12:00/).click();
    await yours.getByRole("dialog").getByRole("button", { name: "Take off the grid" }).click();
    await block(mine, /Alice, again, Monday 12:00/).waitFor({ state: "detached" });
    await expect.poll(() => week.onAir("Mon")).toEqual([]);
  });

  journey(
    "both drop on the same time at once: one is on air, the other learns who was faster",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("together"), station);
      const [mine, yours] = [await browse("programmer"), await browse("admin")];
      await openWeek(mine, week);
      await openWeek(yours, week);
      await carryEpisode(mine, "Signal to sea", "Tue 12:00");
      await carryEpisode(yours, "Cones and draughts", "Tue 12:00");
      for (const page of [mine, yours]) await expect.poll(async () => (await ghostSays(page)).fits).toBe(true);
      await Promise.all([mine.mouse.up(), yours.mouse.up()]);
      const cards = async () => (await mine.getByRole("dialog").count()) + (await yours.getByRole("dialog").count());
      await expect.poll(cards).toBe(1);
      const tuesday = await week.onAir("Tue");
      expect(tuesday).toHaveLength(1);
      const [loser, winner] = tuesday[0]!.includes("Signal to sea") ? [yours, "Night Waves"] : [mine, "Kiln"];
      expect(await loser.getByRole("dialog").innerText()).toContain(`${winner} is there from 12:00 to 13:00`);
    },
  );

  journey("a host and a viewer see the week and can change nothing", async ({ browse, station }) => {
    const week = weekOf(mondayFor("together"), station);
    const programmer = await browse("programmer");
    await openWeek(programmer, week);
    await dragEpisode(programmer, "Concrete choir", "Wed 12:00");
    await block(programmer, /Concrete choir, Wednesday 12:00 to 13:00, on LibreTime/).waitFor();
    const before = await station.snapshot();
    for (const role of ["host", "viewer"] as const) {
      const page = await browse(role);
      await openWeek(page, week);
      await scrollTo(page, "12:00");
      const seen = block(page, /Concrete choir, Wednesday 12:00 to 13:00, on LibreTime/);
      await seen.waitFor();
      await page.getByText("You can look at the week. Programmers plan it.").waitFor();
      const { x, y } = (await seen.boundingBox())!;
      await page.mouse.move(x + 30, y + 14);
      await page.mouse.down();
      await page.mouse.move(x + 30, y + 150, { steps: 8 });
      expect(await page.locator("[data-ghost]").count()).toBe(0);
      await page.mouse.up();
      await seen.click();
      const card = page.getByRole("dialog");
      await card.waitFor();
      expect(await card.getByRole("button", { name: /Move|Take off/ }).count()).toBe(0);
      await page.keyboard.press("Escape");
      await seen.focus();
      await page.keyboard.press("Delete");
      await carryEpisode(page, "Signal to sea", "Thu 12:00");
      expect(await page.locator("[data-ghost]").count()).toBe(0);
      await page.mouse.up();
    }
    expect(await station.snapshot()).toEqual(before);
  });
});
