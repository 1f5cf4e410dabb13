import { lookAtLibreTime, plan, planHold } from "./kit/api";
import { expect } from "./kit/expect";
import { journey } from "./kit/journey";
import { dayAfter, mondayOf, parisClock } from "./kit/paris-time";
import { stack } from "./kit/stack";
import { mondayFor, weekOf } from "./kit/weeks";
import { INTERNAL_NOTE, JAZZ_ARCHIVE, STATION_NAME, WORLD_SERVICE } from "./kit/world";

const thisMonday = () => mondayOf(parisClock(Date.now()).slice(0, 10));

journey.describe("the station view, for listeners", () => {
  journey("says what is on now and when everything is, without a sign-in", async ({ browse, station }) => {
    const week = weekOf(mondayFor("station-view"), station);
    await plan("Alice, again", week.at("Wed 21:00"), week.at("Wed 22:00"));
    await planHold("Kiln", { kind: "live", title: INTERNAL_NOTE }, week.at("Wed 22:00"), week.at("Wed 23:00"));
    await planHold(
      "Deep Rooms",
      { kind: "stream", streamId: WORLD_SERVICE.id },
      week.at("Wed 23:00"),
      week.at("Wed 23:30"),
    );
    const ends = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 30 * 60_000);
    const starts = new Date(+ends - 60 * 60_000);
    const times = { starts_at: starts.toISOString(), ends_at: ends.toISOString() };
    const instance = await station.put("show-instances", { show: JAZZ_ARCHIVE.show, ...times });
    await station.put("schedule", { instance, file: JAZZ_ARCHIVE.file, ...times });
    await lookAtLibreTime();
    expect((await station.onAir(new Date(), new Date(Date.now() + 1000))).entries).toHaveLength(1);

    try {
      const page = await browse("nobody");
      await page.goto("/station");
      expect(page.url()).toMatch(/\/station$/);
      const now = page.getByRole("region", { name: "On now" });
      expect(await now.innerText()).toMatch(
        new RegExp(`On air now\\s+${JAZZ_ARCHIVE.name}[^]*until ${parisClock(+ends).slice(11, 16)}`, "i"),
      );
      await page.goto(`/station?week=${week.monday}`);
      const wednesday = page.getByRole("region", { name: /^Wednesday/ });
      expect(await wednesday.innerText()).toMatch(
        /21:00\s+Blue Hour\s+Alice, again\s+22:00\s+Live\s+Kiln\s+23:00\s+Deep Rooms\s+World Service/,
      );
      expect(await wednesday.innerText()).not.toContain(INTERNAL_NOTE);
      expect(await page.title()).toContain(STATION_NAME);
    } finally {
      await station.remove("show-instances", instance);
      await lookAtLibreTime();
    }
  });

  journey(
    "says until when nothing is heard, as the planner's head does, after a file has become shorter",
    async ({ browse, station }) => {
      const minute = Math.ceil(Date.now() / 60_000) * 60_000;
      const from = (minutes: number) => new Date(minute + minutes * 60_000).toISOString();
      const put = async (starts: number, ends: number, file?: number) => {
        const times = { starts_at: from(starts), ends_at: from(ends) };
        const instance = await station.put("show-instances", { show: JAZZ_ARCHIVE.show, ...times });
        if (file !== undefined) await station.put("schedule", { instance, file, ...times });
        return instance;
      };
      const file = await station.put("files", { track_title: "Cut short", length: "01:30:00" });
      const instances = [await put(-60, 20, file), await put(20, 40), await put(40, 60, JAZZ_ARCHIVE.file)];
      try {
        await lookAtLibreTime();
        const planner = await browse("programmer");
        await planner.goto("/");
        const head = planner.getByRole("banner");
        await head.getByText(`${JAZZ_ARCHIVE.name}: Cut short`).waitFor();
        await station.put("files", { id: file, length: "00:30:00" });
        await lookAtLibreTime();
        expect((await station.onAir(new Date(), new Date(Date.now() + 1000))).entries).toEqual([]);
        const words = `Nothing is heard until ${parisClock(minute + 40 * 60_000).slice(11, 16)}`;
        await head.getByText(words).waitFor();
        const page = await browse("nobody");
        const onNow = async () => {
          await page.goto("/station");
          return page.getByRole("region", { name: "On now" }).innerText();
        };
        await expect.poll(onNow, { timeout: 30_000 }).toContain(words);
        expect(await onNow()).not.toMatch(/on air/i);
        expect(await page.getByText("On air", { exact: true }).count()).toBe(0);
      } finally {
        for (const instance of instances) await station.remove("show-instances", instance);
        await station.remove("files", file);
        await lookAtLibreTime();
      }
    },
  );

  journey("has nothing in it that is not for listeners", async ({ station }) => {
    const week = weekOf(mondayFor("station-view"), station);
    const planned = await plan("Working title, do not tell", week.at("Thu 21:00"), week.at("Thu 21:30"));
    expect(planned.status).toBe(200);
    const times = { starts_at: week.at("Fri 10:00"), ends_at: week.at("Fri 11:00") };
    const instance = await station.put("show-instances", { show: JAZZ_ARCHIVE.show, ...times });
    await station.put("schedule", { instance, file: JAZZ_ARCHIVE.file, ...times });
    await lookAtLibreTime();
    const { people, shows, episodes } = stack().seeded;
    const secrets = [
      "Working title",
      INTERNAL_NOTE,
      JAZZ_ARCHIVE.title,
      planned.body.slotId,
      ...Object.values(shows),
      ...Object.values(episodes),
      ...Object.values(people).flatMap(({ name, email, apiKey }) => [name, email, apiKey]),
      "playoutId",
      "instanceId",
      "slotId",
      "episodeId",
      "showId",
      "plannedBy",
      "trackId",
      "libretime",
      "station-key",
    ];
    for (const monday of [week.monday, thisMonday()]) {
      const answer = await fetch(`${stack().plannerUrl}/station?week=${monday}`);
      expect(answer.status).toBe(200);
      const bytes = await answer.text();
      expect(secrets.filter((secret) => bytes.toLowerCase().includes(String(secret).toLowerCase()))).toEqual([]);
      expect(answer.headers.get("set-cookie")).toBeNull();
    }
    const bytes = await (await fetch(`${stack().plannerUrl}/station?week=${week.monday}`)).text();
    expect(bytes).toContain("Blue Hour");
    expect(bytes).toContain(JAZZ_ARCHIVE.name);
  });

  journey("a week far away is not read for anybody who asks", async ({ station }) => {
    const isAsked = async (monday: string): Promise<boolean> => {
      await station.clearRequests();
      const answer = await fetch(`${stack().plannerUrl}/station?week=${monday}`);
      expect(answer.status).toBe(200);
      const windows = (await station.requests()).flatMap(({ path }) =>
        path.startsWith("/api/v2/schedule?") ? [new URL(path, "http://station").searchParams] : [],
      );
      const [begins, ends] = [Date.parse(`${monday}T00:00:00Z`), Date.parse(`${dayAfter(monday, 7)}T00:00:00Z`)];
      return windows.some(
        (window) => Date.parse(window.get("ends_after")!) < ends && Date.parse(window.get("starts_before")!) > begins,
      );
    };
    // One within reach is read, and nobody has looked at it yet.
    expect(await isAsked(dayAfter(thisMonday(), -14))).toBe(true);
    for (const monday of ["1999-01-04", "2999-01-07", dayAfter(thisMonday(), 364 * 5)])
      expect([monday, await isAsked(monday)]).toEqual([monday, false]);
  });
});
