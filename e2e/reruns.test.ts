import { plan } from "./kit/api";
import { expect } from "./kit/expect";
import { journey } from "./kit/journey";
import { block, dragEpisode, findEpisode, openWeek, scrollTo } from "./kit/planner-page";
import { mondayFor, weekOf } from "./kit/weeks";

/** "Tue 8 Dec" for a day of the calendar. */
function dayName(day: string): string {
  const [weekday, date, month] = new Date(`${day}T12:00:00Z`).toUTCString().replace(",", "").split(" ");
  return `${weekday} ${Number(date)} ${month}`;
}

journey.describe("reruns", () => {
  journey(
    "an episode that is planned twice has a premiere and a rerun, on air both times, and each card leads to the other",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("reruns"), station);
      await plan("Twice told", week.at("Tue 20:00"), week.at("Tue 20:45"));
      const page = await browse("programmer");
      await openWeek(page, week);
      await scrollTo(page, "20:00");
      const premiere = block(page, /Twice told, Tuesday 20:00 to 20:45, on LibreTime, premiere$/);
      await premiere.waitFor();

      await dragEpisode(page, "Twice told", "Thu 18:00");
      const said = `rerun of ${dayName(week.day("Tue"))}, 20:00`;
      const rerun = block(page, new RegExp(`Twice told, Thursday 18:00 to 18:45, on LibreTime, ${said}$`));
      await rerun.waitFor();
      expect(await week.onAir()).toEqual(["Tue 20:00:00–20:45:00 Twice told", "Thu 18:00:00–18:45:00 Twice told"]);
      const card = await findEpisode(page, "Twice told");
      await expect.poll(() => card.innerText()).toContain("premiere");
      expect(await card.getAttribute("title")).toMatch(/rerun of .*, 20:00/);

      await rerun.click();
      const dialog = page.getByRole("dialog");
      await expect.poll(() => dialog.innerText()).toContain(said);
      const list = dialog.getByRole("region", { name: "Where else it is planned" });
      await expect
        .poll(() => list.getByRole("listitem").allInnerTexts())
        .toEqual(
          expect.arrayContaining([
            expect.stringMatching(/20:00 – 20:45\s*premiere/),
            expect.stringMatching(/18:00 – 18:45\s*this one/),
          ]),
        );
      await list.getByRole("button", { name: /20:00 – 20:45/ }).click();
      await expect.poll(() => dialog.innerText()).toMatch(/20:00 – 20:45 .*time[\s\S]*Airing\s*premiere/);
    },
  );

  journey(
    "from a week that has the rerun alone, the list leads into the week of the premiere, by keys",
    async ({ browse, station }) => {
      const [week, next] = [weekOf(mondayFor("reruns"), station), weekOf(mondayFor("after-reruns"), station)];
      await plan("Once more", week.at("Wed 10:00"), week.at("Wed 10:30"));
      await plan("Once more", next.at("Fri 10:00"), next.at("Fri 10:30"));
      const page = await browse("viewer");
      await openWeek(page, next);
      await scrollTo(page, "10:00");
      const rerun = block(
        page,
        new RegExp(`Once more, Friday 10:00 to 10:30, on LibreTime, rerun of ${dayName(week.day("Wed"))}, 10:00$`),
      );
      await rerun.press("Space");
      const list = page.getByRole("dialog").getByRole("region", { name: "Where else it is planned" });
      await list.getByRole("button", { name: /10:00 – 10:30/ }).press("Enter");
      await block(page, /Once more, Wednesday 10:00 to 10:30, on LibreTime, premiere$/).waitFor();
      expect(page.url()).toContain(`week=${week.monday}`);
      await expect.poll(() => page.getByRole("dialog").innerText()).toMatch(/Airing\s*premiere/);
      await page.keyboard.press("Escape");

      // The library's card leads to the same places: by its date, and by its menu.
      const inLibrary = await findEpisode(page, "Once more");
      await inLibrary.getByText(/^premiere /).click();
      const all = page.getByRole("dialog", { name: "Once more" }).getByRole("region", { name: "Where it is planned" });
      // Another journey may have filled a gap with it.
      const ours = all.getByRole("button").filter({ hasText: /10:00 – 10:30/ });
      await expect
        .poll(() => ours.allInnerTexts())
        .toEqual([expect.stringMatching(/premiere$/), expect.stringMatching(/rerun$/)]);
      await page.keyboard.press("Escape");
      await inLibrary.click({ button: "right" });
      await ours.filter({ hasText: "rerun" }).click();
      await rerun.waitFor();
      expect(page.url()).toContain(`week=${next.monday}`);
    },
  );
});
