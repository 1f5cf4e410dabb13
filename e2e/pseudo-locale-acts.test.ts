import { lookAtLibreTime, plan } from "./kit/api";
import { expect } from "./kit/expect";
import { carryBlock, scrollTo } from "./kit/planner-page";
import { pseudoJourney as journey, say } from "./kit/pseudo-locale";
import { button, close, dayMenu, dialog, dragEpisode, openWeek, panel, slot, weekMenu } from "./kit/pseudo-page";
import { look } from "./kit/unbracketed";
import { mondayFor, weekOf } from "./kit/weeks";

journey.describe("in the pseudo-locale what is done is told by the catalogue", () => {
  journey("a taken time, its ways out, undo and redo, and their history", async ({ read, station }) => {
    journey.setTimeout(240_000);
    const week = weekOf(mondayFor("conflicts"), station);
    await plan("Cones and draughts", week.at("Thu 16:30"), week.at("Thu 17:30"));
    const page = await read("programmer");
    await openWeek(page, week);
    await dragEpisode(page, "The weight of rooms", "Thu 16:00");
    await page.locator('[data-card="refusal"]').waitFor();
    await look(page);
    const more = page.locator("[data-way-more]");
    if ((await more.count()) > 0) await more.click();
    for (const way of await page.locator("[data-way]").all()) {
      await way.hover();
      await look(page);
    }
    await page.locator("[data-way]").first().click();
    await button(page, say("common.undo")).last().waitFor();
    await look(page);
    for (const keys of ["Control+z", "Control+Shift+z", "Control+Shift+z"]) await page.locator("body").press(keys);
    await page.getByText(say("undo.nothingToRedo")).waitFor();
    await look(page);
    await dragEpisode(page, "Signal to sea", "Fri 10:00");
    await expect.poll(() => week.onAir("Fri")).toHaveLength(1);
    await button(page, say("history.title")).click();
    await dialog(page).getByRole("listitem").first().waitFor();
    await look(page);
    await page.keyboard.press("Escape");

    await station.goAway();
    await dragEpisode(page, "Piano alone", "Sat 10:00");
    await page.locator('[data-card="refusal"]').or(page.getByRole("alert")).first().waitFor();
    await look(page);
    await station.comeBack();
  });

  journey(
    "several at once: selected, carried, copied, taken off; a day and a week copied",
    async ({ read, station }) => {
      journey.setTimeout(240_000);
      const week = weekOf(mondayFor("copying"), station);
      await plan("Concrete choir", week.at("Tue 10:00"), week.at("Tue 11:00"));
      await plan("Slow ferries", week.at("Tue 12:00"), week.at("Tue 13:00"));
      await plan("Cones and draughts", week.at("Wed 12:30"), week.at("Wed 13:30"));
      const page = await read("programmer");
      await openWeek(page, week);
      await page.locator("body").press("Control+a");
      const bar = page.getByRole("toolbar", { name: say("selection.bar.label") });
      await bar.waitFor();
      await look(page);
      await page.keyboard.press("m");
      await page.keyboard.press("ArrowRight");
      await page.locator("[data-ghost]").first().waitFor();
      await look(page);
      await page.keyboard.press("Escape");
      await carryBlock(page, slot(page, "Concrete choir"), "Tue 12:15");
      await look(page);
      await page.mouse.up();
      await look(page);
      await page.getByText(say("batch.done", { verb: "move", count: 3 })).waitFor();
      await page.keyboard.press("Escape");
      await page.locator("body").press("Control+a");
      await page.keyboard.press("Control+c");
      await look(page);
      await page.keyboard.press("Delete");
      await expect.poll(() => week.onAir()).toEqual([]);
      await page.getByText(say("batch.done", { verb: "takeOff", count: 3 })).waitFor();
      await look(page);
      await page.keyboard.press("Control+z");
      await expect.poll(() => week.onAir()).toHaveLength(3);
      await look(page);

      await dayMenu(page, "Tuesday").click();
      await page.getByRole("menuitem", { name: say("day.menu.copy") }).click();
      await panel(page, "copy").getByRole("combobox").nth(1).waitFor();
      await look(page);
      await button(panel(page, "copy"), say("copying.submit", { count: 1 })).click();
      await expect.poll(() => week.onAir("Wed")).toHaveLength(2);
      await look(page);
      await weekMenu(page).click();
      await page.getByRole("menuitem", { name: say("menu.copyWeek") }).click();
      await panel(page, "copy").getByRole("status").waitFor();
      await close(page);
      await dayMenu(page, "Wednesday").click();
      await page.getByRole("menuitem", { name: say("day.menu.clear") }).click();
      await button(dialog(page), say("clearing.submit", { count: 2 })).click();
      await expect.poll(() => week.onAir("Wed")).toEqual([]);
      await look(page);
    },
  );

  journey("regular slots: typed, their holes, what fills them, filled and removed", async ({ read, station }) => {
    journey.setTimeout(240_000);
    const week = weekOf(mondayFor("patterns"), station);
    await plan("Cones and draughts", week.at("Wed 12:30"), week.at("Wed 13:30"));
    const page = await read("programmer");
    await openWeek(page, week);
    await weekMenu(page).click();
    await page.getByRole("menuitem", { name: say("menu.regular") }).click();
    const [list, form] = [panel(page, "regular"), panel(page, "rule")];
    for (const [kind, weekday] of [
      ["premiere", "2"],
      ["rerun", "5"],
    ] as const) {
      await button(list, say("patterns.regular.add")).click();
      const field = (name: string) => form.getByRole("combobox", { name });
      await field(say("patterns.form.show")).selectOption({ label: "Kiln" });
      await field(say("patterns.form.day")).selectOption(weekday);
      await field(say("patterns.form.howOften")).selectOption("2");
      await field(say("patterns.form.anchor")).waitFor();
      await field(say("patterns.form.kind")).selectOption(kind);
      await look(page);
      await button(form, say("patterns.form.add")).click();
      await list.getByRole("listitem").first().waitFor();
      await look(page);
    }
    await close(page);
    const hole = page.getByRole("main").locator("[data-gap] [data-slot-id]").filter({ hasText: "Kiln" }).first();
    await scrollTo(page, "20:00");
    await hole.click();
    await button(dialog(page), say("patterns.hole.skip")).waitFor();
    await close(page);
    await weekMenu(page).click();
    await page.getByRole("menuitem", { name: say("menu.fill") }).click();
    const fill = panel(page, "fill");
    await button(fill, say("patterns.fill.submit", { count: 2 })).waitFor();
    await look(page);
    await button(fill, say("patterns.fill.submit", { count: 2 })).click();
    await button(page, say("common.undo")).last().waitFor();
    await look(page);
    await weekMenu(page).click();
    await page.getByRole("menuitem", { name: say("menu.regular") }).click();
    for (let left = 2; left > 0; left -= 1) {
      await list.getByRole("listitem").first().getByRole("button").last().click();
      await expect.poll(() => list.getByRole("listitem").count()).toBe(left - 1);
    }
    await look(page);
  });

  journey("a LibreTime that is not the one that was planned on", async ({ read, station }) => {
    const week = weekOf(mondayFor("station-changed"), station);
    for (const [title, from, to] of [
      ["Concrete choir", "Mon 20:00", "Mon 21:00"],
      ["Piano alone", "Tue 20:00", "Tue 20:30"],
    ] as const)
      await plan(title, week.at(from), week.at(to));
    const newest = Math.max(...(await station.snapshot())["show-instances"].map(({ id }) => Number(id)));
    await station.put("show-instances", { id: newest, created_at: "2026-01-01T00:00:00.000001Z" });
    await lookAtLibreTime();
    for (const who of ["programmer", "admin"] as const) {
      const page = await read(who);
      await openWeek(page, week);
      await page.getByRole("alert").first().waitFor();
      await look(page);
      await page.goto("/station-changed");
      if (who === "programmer") {
        await page.getByRole("heading", { name: say("stationChanged.adminsOnly.title") }).waitFor();
        continue;
      }
      await page.getByRole("heading", { name: say("stationChanged.confirming.title") }).waitFor();
      for (const summary of await page.locator("summary").all()) await summary.click();
      await look(page);
      await button(page, say("stationChanged.confirming.confirm")).click();
      await page.getByText(say("stationChanged.ours")).waitFor();
    }
  });
});
