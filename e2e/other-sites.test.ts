import type { Page } from "@playwright/test";
import { startStation } from "@/station/station";
import { idsOf, plan, unplan } from "./kit/api";
import { expect } from "./kit/expect";
import { journey } from "./kit/journey";
import { listenEveryWay, otherSite, readEveryWay, sendEveryWay, type Wish } from "./kit/other-site";
import { weekIsThere } from "./kit/planner-page";
import { startPlanner } from "./kit/planner-server";
import { changesBetween, everything } from "./kit/rows";
import { seed, type Person } from "./kit/seed";
import { stack } from "./kit/stack";
import { mondayFor, weekOf, type OwnWeek } from "./kit/weeks";
import { stationWorld } from "./kit/world";

const planner = () => stack().plannerUrl;

/** Signs in as a person does: the cookie is the one that the planner gives. */
async function signIn(page: Page, url: string, { email, password }: Pick<Person, "email" | "password">): Promise<void> {
  await page.goto(`${url}/login`);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await weekIsThere(page);
}

/** Whom the planner takes this browser for. */
async function signedInAs(page: Page, url = planner()): Promise<string | null> {
  const answer = await page.request.get(`${url}/api/users/me`);
  return ((await answer.json()) as { user: { email: string } | null }).user?.email ?? null;
}

const planWish = (week: OwnWeek) => ({
  ...idsOf("Concrete choir"),
  scheduledAt: week.at("Wed 20:00"),
  scheduledEnd: week.at("Wed 21:00"),
});

/** What would do harm at each door, with the rights of an admin. */
function wishesAt(week: OwnWeek, adminId: string): readonly Wish[] {
  const { people, shows } = stack().seeded;
  const there = (path: string, fields: Readonly<Record<string, string>>): Wish => ({
    url: `${planner()}${path}`,
    fields,
    json: fields,
  });
  const off = { episodeId: idsOf("Piano alone").episodeId, scheduledAt: week.at("Tue 20:00") };
  const intruder = { email: "intruder@example.org", password: "intruder-password", name: "Intruder", role: "admin" };
  return [
    there("/api/schedule/planOne", planWish(week)),
    there("/api/trpc/planOne", planWish(week)),
    there(`/api/schedule/unplanOne?${new URLSearchParams(off)}`, off),
    there("/api/trpc/unplanOne", off),
    there("/api/trpc/undoOne", {}),
    there("/api/trpc/station.refresh", {}),
    there("/api/users", intruder),
    there("/api/users/first-register", intruder),
    there(`/api/users/${adminId}`, { password: intruder.password, role: "viewer" }),
    there(`/api/users/${adminId}/api-key`, {}),
    there("/api/users/login", { email: people.viewer.email, password: people.viewer.password }),
    there("/api/users/logout", {}),
    there("/api/users/forgot-password", { email: people.admin.email }),
    there("/api/shows", { title: "From another port" }),
    there(`/api/shows/${shows.Kiln}`, { title: "Renamed from another port", _method: "PATCH" }),
    there("/api/payload-preferences/nav", { value: "{}" }),
    there("/admin", { $ACTION_ID_0: "" }),
    there("/admin/collections/users/create", intruder),
    there("/admin/logout", {}),
    there("/login", { email: people.viewer.email, password: people.viewer.password }),
  ];
}

const privateAddresses = [
  "/",
  "/admin/account",
  "/station-changed",
  "/api/metrics",
  "/api/users/me",
  "/api/users",
  "/api/schedule/listSlots",
  "/api/trpc/station.status",
  "/api/trpc/station.news",
];

journey.describe("a page of another site, visited by an admin who is signed in", () => {
  for (const where of ["onThisHost", "elsewhere"] as const) {
    const named = where === "onThisHost" ? "on another port of this host" : "on another host";
    journey(
      `${named}: changes nothing and reads nothing, at no door and in no way that a browser has`,
      async ({ browse, station }) => {
        journey.setTimeout(180_000);
        await using site = await otherSite();
        const week = weekOf(mondayFor("other-sites"), station);
        const { admin } = stack().seeded.people;
        const own = await browse("nobody");
        await signIn(own, planner(), admin);
        const { user } = (await (await own.request.get("/api/users/me")).json()) as { user: { id: string } };
        await plan("Piano alone", week.at("Tue 20:00"), week.at("Tue 20:30"));
        const before = await everything(stack().databaseUrl, station);

        const page = await own.context().newPage();
        const sent: string[] = [];
        const letIn: string[] = [];
        page.on("request", (request) => {
          if (request.url().startsWith(planner())) sent.push(`${request.method()} ${request.url()}`);
        });
        page.on("response", (response) => {
          const told = `${response.request().method()} ${response.url()}: ${response.status()}`;
          if (response.url().startsWith(planner()) && !/^(GET|OPTIONS) /.test(told) && response.status() < 400)
            letIn.push(told);
        });
        await page.goto(site[where]);
        const wishes = wishesAt(week, user.id);
        await sendEveryWay(page, wishes);
        expect(letIn).toEqual([]);
        for (const { url } of wishes)
          expect(sent.filter((each) => each === `POST ${url}`).length, url).toBeGreaterThanOrEqual(10);
        expect(
          await readEveryWay(
            page,
            privateAddresses.map((path) => `${planner()}${path}`),
          ),
        ).toEqual([]);
        expect(
          await listenEveryWay(
            page,
            ["/api/trpc/station.news", "/"].map((path) => `${planner()}${path}`),
          ),
        ).toEqual([]);
        expect(changesBetween(before, await everything(stack().databaseUrl, station))).toEqual([]);
        expect(await signedInAs(own)).toBe(admin.email);

        // From a page of the planner's own the same wish is done: it was refused for where it came from.
        expect(
          await own.evaluate(async (wish) => {
            const headers = { "content-type": "application/json" };
            return (await fetch("/api/schedule/planOne", { method: "POST", headers, body: JSON.stringify(wish) }))
              .status;
          }, planWish(week)),
        ).toBe(200);
        expect(await week.onAir("Wed")).toEqual(["Wed 20:00:00–21:00:00 Concrete choir"]);
        await unplan("Concrete choir", week.at("Wed 20:00"));
        await unplan("Piano alone", week.at("Tue 20:00"));
      },
    );
  }

  journey(
    "opens the planner's pages in a window: it reads nothing there, and ends no session",
    async ({ browse, station }) => {
      await using site = await otherSite();
      const { admin } = stack().seeded.people;
      const own = await browse("nobody");
      await signIn(own, planner(), admin);
      const before = await everything(stack().databaseUrl, station);
      const page = await own.context().newPage();
      await page.goto(site.onThisHost);
      for (const path of ["/", "/station-changed", "/admin/logout", "/admin/logout-inactivity", "/api/users/logout"]) {
        const opened = own.context().waitForEvent("page");
        await page.evaluate((url) => void Object.assign(window, { opened: window.open(url) }), `${planner()}${path}`);
        const popup = await opened;
        await popup.waitForLoadState("load");
        // The admin's pages say what they have to say once their scripts run.
        await expect.poll(() => popup.locator("body").innerText()).not.toBe("");
        const seen = await page.evaluate((origin) => {
          const { opened: there } = window as unknown as { opened: Window };
          there.postMessage({ type: "payload-live-preview", data: { title: "From another port" } }, "*");
          try {
            return [there.closed, there.document.title, there.location.href, origin];
          } catch {
            return "nothing";
          }
        }, planner());
        expect([path, seen]).toEqual([path, "nothing"]);
        await popup.close();
      }
      expect(await signedInAs(own)).toBe(admin.email);
      expect(changesBetween(before, await everything(stack().databaseUrl, station))).toEqual([]);
    },
  );
});

journey.describe("a second Airweek on this machine", () => {
  journey(
    "knows nobody of the first, and leaves it as it is; under a name of its own, both keep who is signed in",
    async ({ browse, station }) => {
      journey.setTimeout(180_000);
      const otherStation = await startStation({ world: stationWorld });
      const second = await startPlanner({ root: process.cwd(), station: otherStation });
      try {
        const { programmer } = (await seed(second)).people;
        const { admin } = stack().seeded.people;
        const own = await browse("nobody");
        await signIn(own, planner(), admin);
        const before = await everything(stack().databaseUrl, station);
        expect(await signedInAs(own, second.url)).toBeNull();

        const named = second.url.replace("127.0.0.1", "localhost");
        const page = await own.context().newPage();
        await signIn(page, named, programmer);
        expect([await signedInAs(own), await signedInAs(own, named)]).toEqual([admin.email, programmer.email]);
        await page.getByRole("button", { name: /^You: / }).click();
        await page.getByRole("button", { name: "Sign out" }).click();
        await page.waitForURL(/\/login/);
        expect([await signedInAs(own), await signedInAs(own, named)]).toEqual([admin.email, null]);

        // A cookie knows no port: under the same name the browser keeps one of the two. Its session here goes on.
        const { cookies } = await own.context().storageState();
        await signIn(page, second.url, programmer);
        expect([await signedInAs(own), await signedInAs(own, second.url)]).toEqual([null, programmer.email]);
        await own.context().addCookies(cookies);
        expect([await signedInAs(own), await signedInAs(own, second.url)]).toEqual([admin.email, null]);
        expect(changesBetween(before, await everything(stack().databaseUrl, station))).toEqual([]);
      } finally {
        await second.close();
        await otherStation.close();
      }
    },
  );
});
