import { expect } from "./kit/expect";
import { journey } from "./kit/journey";
import { weekIsThere } from "./kit/planner-page";
import { stack } from "./kit/stack";
import { mondayFor } from "./kit/weeks";

journey.describe("signing in", () => {
  journey(
    "a wrong password says so, the right one leads to where one was going, and signing out ends it",
    async ({ browse }) => {
      const { email, password } = stack().seeded.people.programmer;
      const page = await browse("nobody");
      await page.goto(`/?week=${mondayFor("signing-in")}&view=week`);
      expect(new URL(page.url()).pathname).toBe("/login");
      await page.getByLabel("Email").fill(email);
      await page.getByLabel("Password").fill("not the password");
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect
        .poll(() => page.getByRole("alert").allInnerTexts())
        .toContainEqual(expect.stringContaining("Wrong email or password."));
      expect(await page.getByLabel("Email").inputValue()).toBe(email);

      await page.getByLabel("Password").fill(password);
      await page.getByRole("button", { name: "Sign in" }).click();
      await weekIsThere(page);
      expect(page.url()).toContain(`week=${mondayFor("signing-in")}`);

      await page.getByRole("button", { name: "You: Marie Colin" }).click();
      await page.getByRole("button", { name: "Sign out" }).click();
      await page.waitForURL(/\/login/);
      const answer = await page.request.get("/api/schedule/listSlots");
      expect(answer.status()).toBe(401);
      await page.goto("/");
      expect(new URL(page.url()).pathname).toBe("/login");
    },
  );

  journey("nobody is sent to another site after signing in", async ({ browse }) => {
    const { email, password } = stack().seeded.people.viewer;
    const page = await browse("nobody");
    await page.goto(`/login?next=${encodeURIComponent("//elsewhere.example/")}`);
    await page.getByLabel("Email").fill(email);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL((url) => url.pathname !== "/login");
    expect(new URL(page.url()).origin).toBe(stack().plannerUrl);
  });
});
