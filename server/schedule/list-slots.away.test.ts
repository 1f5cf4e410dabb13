import { at, givenStation, refused } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import { foreign } from "./given/foreign.test-kit";
import { stationStatus } from "./station-status";
import { stationWeek } from "./station-week";

describe("while LibreTime is away", () => {
  test("what was seen last is answered, with its time, as stale and unknown", async () => {
    await using given = await givenStation();
    await given.plan("night1", "20:00", "21:00");
    await foreign(given, "21:00", "22:00");
    await given.list("19:00", "23:00");
    await given.station.goAway();
    await given.setClock(at("12:01"));
    const list = await given.list("19:00", "23:00");
    expect(list).toMatchObject({
      stale: true,
      asOf: "2026-11-24T12:00:00Z",
      slots: [
        { kind: "planned", state: "unknown" },
        { kind: "foreign", state: "unknown" },
      ],
    });
    await given.station.comeBack();
    expect(await given.list("19:00", "23:00")).not.toHaveProperty("stale");
  });

  test("a week that was read a moment ago is stale as soon as acts are refused, and fresh again once they are not", async () => {
    await using given = await givenStation();
    await given.plan("night1", "20:00", "21:00");
    const fresh = await given.list();
    await given.station.goAway();
    // Anybody's question may be the one that finds out: the act and the list then go by what is known.
    await given.deps.libretime.schedule.window({ startsAt: at("06:00"), endsAt: at("07:00") }).catch(() => undefined);
    expect((await refused(given.plan("night2", "22:00", "23:00"))).code).toBe("LIBRETIME_UNREACHABLE");
    expect(await given.list()).toMatchObject({ stale: true, asOf: fresh.asOf });
    await given.station.comeBack();
    expect(await given.list()).toEqual(fresh);
  });

  test("a week that was read a moment ago is stale while LibreTime answers nonsense about the schedule", async () => {
    await using given = await givenStation();
    const fresh = await given.list();
    await given.station.fault({ route: "GET /schedule", kind: "html", times: "always" });
    const wish = given.plan("night2", "22:00", "23:00", { dryRun: true });
    expect((await refused(wish)).code).toBe("LIBRETIME_ANSWER");
    expect(await given.list()).toMatchObject({ stale: true });
    await given.station.clearFaults();
    expect(await given.list()).toEqual(fresh);
  });

  test("a window that was never seen is LIBRETIME_UNREACHABLE", async () => {
    await using given = await givenStation();
    await given.station.goAway();
    expect((await refused(given.list())).code).toBe("LIBRETIME_UNREACHABLE");
  });

  test("the head of the page says so, and since when; the station's week is stale, not broken", async () => {
    await using given = await givenStation();
    expect(await stationStatus(given.deps, given.people.viewer)).toMatchObject({
      problem: null,
      seenAt: "2026-11-24T12:00:00Z",
      me: { role: "viewer", canPlan: false },
    });
    await given.station.goAway();
    await given.setClock(at("12:01"));
    expect(await stationStatus(given.deps, given.people.viewer)).toMatchObject({ seenAt: "2026-11-24T12:00:00Z" });
    await given.deps.mirror.catchUp();
    expect(await stationStatus(given.deps, given.people.viewer)).toMatchObject({
      problem: { code: "LIBRETIME_UNREACHABLE" },
    });
    expect(await stationWeek(given.deps)).toMatchObject({ stale: true });
  });
});
