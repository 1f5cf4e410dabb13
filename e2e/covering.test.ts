import type { Locator } from "@playwright/test";
import { lookAtLibreTime, plan } from "./kit/api";
import { expect } from "./kit/expect";
import { journey } from "./kit/journey";
import { block, boxOf, dragEpisode, inboxButton, openWeek, pointAt, scrollTo } from "./kit/planner-page";
import { mondayFor, weekOf } from "./kit/weeks";
import { JAZZ_ARCHIVE } from "./kit/world";

/** Do the two share any pixel? */
async function overlap(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = [await boxOf(one), await boxOf(other)];
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

journey.describe("nothing that is needed lies under something else", () => {
  for (const viewport of [
    { width: 1480, height: 860 },
    { width: 390, height: 844 },
  ]) {
    journey(
      `a toast and the card of the slot that it tells of, ${viewport.width} wide`,
      async ({ browse, station }) => {
        const week = weekOf(mondayFor("covering"), station);
        const day = viewport.width > 1000 ? "Wed" : "Thu";
        await plan("Piano alone", week.at(`${day} 18:00`), week.at(`${day} 18:30`));
        const page = await browse("programmer", { viewport, hasTouch: viewport.width < 760 });
        await openWeek(page, week, `&day=${week.day(day)}`);
        const slot = block(page, /Piano alone/).first();
        await slot.focus();
        await page.keyboard.press("m");
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press("Enter");
        const toast = page.getByRole("status", { name: "What just happened" }).locator(":scope > div");
        await toast.waitFor();
        await toast.hover();
        // As low as a block can be: its card stands at the foot of the page, where toasts do.
        await slot.evaluate((each) => {
          const grid = each.closest(".rbc-time-content")!;
          grid.scrollTop += each.getBoundingClientRect().bottom - grid.getBoundingClientRect().bottom;
        });
        await slot.focus();
        await page.keyboard.press("Space");
        const card = page.getByRole("dialog", { name: "Blue Hour" });
        await card.waitFor();
        await expect.poll(() => overlap(card, toast)).toBe(false);
        await card.getByRole("button", { name: "Close" }).click();
        await expect.poll(async () => (await boxOf(toast)).y > viewport.height / 2).toBe(true);
      },
    );
  }

  journey("a toast and the panels of the head, on a low window", async ({ browse, station }) => {
    const week = weekOf(mondayFor("covering"), station);
    for (const time of ["10:00", "12:00", "14:00", "16:00", "18:00"])
      await plan("Traffic", week.at(`Fri ${time}`), week.at(`Fri ${time.slice(0, 3)}05`));
    const viewport = { width: 1024, height: 600 };
    const page = await browse("programmer", { viewport });
    await openWeek(page, week);
    const toast = page.getByRole("status", { name: "What just happened" }).locator(":scope > div").first();
    for (const [name, button] of [
      ["Dead air this week", page.getByRole("button", { name: /^\d+ gaps/ })],
      ["History", page.getByRole("button", { name: "History" })],
      ["Inbox", inboxButton(page)],
    ] as const) {
      await page.keyboard.press("Control+Shift+z");
      await toast.waitFor();
      await button.click();
      const panel = page.getByRole("dialog", { name });
      await panel.waitFor();
      // As high as the window: it stands where toasts do.
      if (name === "Dead air this week")
        await expect
          .poll(async () => {
            const { y, height } = await boxOf(panel);
            return y + height > viewport.height - 20;
          })
          .toBe(true);
      await expect.poll(() => overlap(panel, toast)).toBe(false);
      await page.keyboard.press("Escape");
      await panel.waitFor({ state: "detached" });
    }
  });

  journey("the card of a refusal, and the places that its ways lead to", async ({ browse, station }) => {
    const week = weekOf(mondayFor("covering"), station);
    // Until Wednesday at ten all is taken: the nearest free time is in the column beside, where the card would be.
    await station.put("show-instances", {
      show: JAZZ_ARCHIVE.show,
      starts_at: week.at("Mon 12:00"),
      ends_at: week.at("Wed 10:00"),
    });
    await lookAtLibreTime();
    const page = await browse("programmer");
    await openWeek(page, week);
    await dragEpisode(page, "Slow ferries", "Tue 10:00");
    const card = page.getByRole("dialog", { name: /is there from/ });
    const { x, y } = await pointAt(page, "Wed 10:30");
    let isBeside = false;
    for (const way of await card.getByRole("group", { name: "Ways out" }).getByRole("button").all()) {
      await way.focus();
      await page.evaluate(
        () =>
          new Promise((drawn) => {
            requestAnimationFrame(() => requestAnimationFrame(drawn));
          }),
      );
      for (const painted of await page.locator("[data-painted]").all()) {
        const box = await boxOf(painted);
        isBeside ||= box.x < x && x < box.x + box.width && box.y < y && y < box.y + box.height;
        expect([await way.innerText(), await overlap(card, painted)]).toEqual([await way.innerText(), false]);
      }
    }
    expect(isBeside).toBe(true);
  });

  journey("the bar of what is selected, and the last hour of the day", async ({ browse, station }) => {
    const week = weekOf(mondayFor("covering"), station);
    await plan("Concrete choir", week.at("Sat 23:00"), week.at("Sun 00:00"));
    const page = await browse("programmer");
    await openWeek(page, week);
    await scrollTo(page, "23:00");
    const slot = block(page, /Concrete choir, Saturday 23:00/).first();
    await slot.click({ modifiers: ["Control"], position: { x: 30, y: 8 } });
    const bar = page.getByRole("toolbar", { name: "Selected slots" });
    await bar.waitFor();
    await page.locator(".rbc-time-content").evaluate((grid) => grid.scrollTo({ top: grid.scrollHeight }));
    await expect
      .poll(async () => {
        const { y, height } = await boxOf(slot);
        return y + height <= (await boxOf(bar)).y;
      })
      .toBe(true);
  });
});
