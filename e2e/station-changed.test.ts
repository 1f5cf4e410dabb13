import { lookAtLibreTime, plan } from "./kit/api";
import { expect } from "./kit/expect";
import { journey, type Journey } from "./kit/journey";
import { openWeek } from "./kit/planner-page";
import { mondayFor, weekOf } from "./kit/weeks";

/** The newest instance is somebody else's by now, as after a restore from a backup; Airweek has read it. */
async function restored(station: Journey["station"]): Promise<void> {
  const newest = Math.max(...(await station.snapshot())["show-instances"].map(({ id }) => Number(id)));
  await station.put("show-instances", { id: newest, created_at: "2026-01-01T00:00:00.000001Z" });
  await lookAtLibreTime();
}

journey.describe("a LibreTime that is not the one that was planned on", () => {
  journey(
    "planning is paused for everybody, and an admin looks, confirms, and it works again",
    async ({ browse, station }) => {
      const week = weekOf(mondayFor("station-changed"), station);
      expect((await plan("Concrete choir", week.at("Mon 20:00"), week.at("Mon 21:00"))).status).toBe(200);
      await restored(station);
      const before = await station.snapshot();

      const page = await browse("programmer");
      await openWeek(page, week);
      const banner = (of: typeof page) => of.getByRole("alert").filter({ hasText: "Planning is paused" });
      await banner(page).waitFor();
      expect(await banner(page).innerText()).toContain("until an admin has looked");
      expect(await banner(page).getByRole("link").count()).toBe(0);
      expect(await plan("Piano alone", week.at("Tue 20:00"), week.at("Tue 20:30"))).toMatchObject({
        status: 409,
        body: { code: "STATION_CHANGED" },
      });
      await page.goto("/station-changed");
      await page.getByRole("heading", { name: "Only an admin may look at this" }).waitFor();

      const admin = await browse("admin");
      await openWeek(admin, week);
      await banner(admin).getByRole("link", { name: "See what differs" }).click();
      await admin.getByRole("heading", { name: "What confirming does" }).waitFor();
      await admin.getByText(/Slots to come, missing or replaced: \d/).click();
      await admin.getByText(/Concrete choir/).waitFor();
      expect(await station.snapshot()).toEqual(before);
      await admin.getByRole("button", { name: "Take this LibreTime as ours" }).click();
      await admin.getByText("This is the LibreTime that our records belong to.").waitFor();
      await admin.getByText(/^Confirmed by Ada Moreau on \w{3} \d+ \w{3} \d\d:\d\d(:\d\d)?\.$/).waitFor();
      expect(await station.snapshot()).toEqual(before);

      await openWeek(page, week);
      await banner(page).waitFor({ state: "detached" });
      expect((await plan("Piano alone", week.at("Tue 20:00"), week.at("Tue 20:30"))).status).toBe(200);
    },
  );
});
