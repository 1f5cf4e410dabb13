import { ask, idsOf } from "./kit/api";
import { expect } from "./kit/expect";
import { journey } from "./kit/journey";
import { block, dragEpisode, openWeek, scrollTo } from "./kit/planner-page";
import { stack } from "./kit/stack";
import { mondayFor, weekOf } from "./kit/weeks";
import { LOOSE_TRACK } from "./kit/world";

journey.describe("the editorial admin", () => {
  journey("sign in there, write an episode, find its track by words, and plan it", async ({ browse, station }) => {
    const { email, password } = stack().seeded.people.programmer;
    const page = await browse("nobody");
    await page.goto("/admin");
    await page.getByLabel(/^Email/).fill(email);
    await page.getByLabel(/^Password/).fill(password);
    await page.getByRole("button", { name: "Login" }).click();
    await page.waitForURL((url) => url.pathname === "/admin");

    await page.goto("/admin/collections/episodes/create");
    await page.getByLabel(/^Title/).fill("Noon in the quarry");
    await page.locator("#field-show").getByRole("combobox").fill("Field");
    await page.locator(".rs__option", { hasText: "Field Notes" }).click();
    await page.getByLabel("Track").fill("quarry");
    await page.getByRole("button", { name: new RegExp(LOOSE_TRACK) }).click();
    await expect.poll(() => page.locator(".airweek-picker__picked").innerText()).toMatch(/Quarry at noon.*52:07/);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.waitForURL(/\/admin\/collections\/episodes\/[0-9a-f-]{36}/);
    const found = await ask(`/api/episodes?where[title][equals]=${encodeURIComponent("Noon in the quarry")}&depth=0`, {
      as: { key: "programmer" },
    });
    expect(found.body.docs).toEqual([
      expect.objectContaining({ show: idsOf("Dawn, pylons").showId, libretimeTrackId: 2, length: 3127 }),
    ]);

    const week = weekOf(mondayFor("admin"), station);
    await page.getByRole("link", { name: "Plan it on the grid" }).click();
    await page.locator(".rbc-time-content").waitFor();
    await openWeek(page, week);
    await dragEpisode(page, "Noon in the quarry", "Mon 12:00");
    await block(page, /Noon in the quarry, Monday 12:00 to 12:55, on LibreTime/).waitFor();
    expect(await week.onAir("Mon")).toEqual([`Mon 12:00:00–12:52:07 ${LOOSE_TRACK}`]);

    await page.goto(`/admin/collections/episodes/${found.body.docs[0].id}`);
    await page.getByRole("link", { name: "See it on the grid" }).click();
    await scrollTo(page, "12:00");
    await block(page, /Noon in the quarry, Monday 12:00/).waitFor();
    expect(page.url()).not.toContain("/admin");
  });

  journey(
    "whoever changes their own password there is asked for the old one, and signs in with the new one from then on",
    async ({ browse }) => {
      const person = { name: "Nour Saadi", email: "nour@example.org", role: "host", password: "gravel at midnight" };
      const { body: made } = await ask("/api/users", { as: { key: "admin" }, method: "POST", body: person });
      const signIn = async (password: string) =>
        (await ask("/api/users/login", { as: "nobody", method: "POST", body: { email: person.email, password } }))
          .status;
      const page = await browse("nobody");
      await page.goto("/admin");
      await page.getByLabel(/^Email/).fill(person.email);
      await page.getByLabel(/^Password/).fill(person.password);
      await page.getByRole("button", { name: "Login" }).click();
      await page.waitForURL((url) => url.pathname === "/admin");

      const change = async (old: string) => {
        await page.goto("/admin/account");
        await page.getByRole("button", { name: "Change Password" }).click();
        await page.getByLabel(/^New Password/).pressSequentially("ferries after dark", { delay: 30 });
        await page.getByLabel(/^Confirm Password/).pressSequentially("ferries after dark", { delay: 30 });
        await page.getByLabel(/^Your old password/).pressSequentially(old, { delay: 30 });
        const answered = page.waitForResponse((response) => response.request().method() === "PATCH");
        await page.getByRole("button", { name: "Save", exact: true }).click();
        const response = await answered;
        expect(await response.text()).not.toContain('oldPassword":"');
        return response.status();
      };
      expect(await change("gravel at noon")).toBe(403);
      expect([await signIn(person.password), await signIn("ferries after dark")]).toEqual([200, 401]);
      expect(await change(person.password)).toBe(200);
      expect([await signIn(person.password), await signIn("ferries after dark")]).toEqual([401, 200]);
      // Whoever has an account page open keeps it locked for five minutes.
      expect(
        (await ask(`/api/users/${made.doc.id}?overrideLock=true`, { as: { key: "admin" }, method: "DELETE" })).status,
      ).toBe(200);
    },
  );

  journey("from the planner to the admin and back", async ({ browse }) => {
    const page = await browse("admin");
    await page.goto("/");
    await page.getByRole("button", { name: "You: Ada Moreau" }).click();
    await page.getByRole("link", { name: /Shows, episodes/ }).click();
    await page.waitForURL((url) => url.pathname === "/admin");
    await page
      .getByRole("link", { name: /The week/ })
      .first()
      .click();
    await page.locator(".rbc-time-content").waitFor();
  });

  journey("what is still planned cannot be deleted", async ({ station }) => {
    const week = weekOf(mondayFor("admin"), station);
    const { episodeId, showId } = idsOf("Traffic");
    const as = { key: "programmer" } as const;
    await ask("/api/schedule/planOne", {
      as,
      method: "POST",
      body: { episodeId, showId, scheduledAt: week.at("Tue 08:00"), scheduledEnd: week.at("Tue 08:05") },
    });
    const refused = await ask(`/api/episodes/${episodeId}`, { as, method: "DELETE" });
    expect(refused).toMatchObject({ status: 409, body: { success: false, code: "STILL_PLANNED" } });
    expect(refused.body.details.slots).toContainEqual({ startsAt: week.at("Tue 08:00"), endsAt: week.at("Tue 08:05") });
    expect(await week.onAir("Tue")).toEqual(["Tue 08:00:00–08:05:00 Traffic"]);
  });
});
