import { at, givenStation, refused, stationShows, tracks, type Given } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import { linkShow } from "@/server/cms/slots.test-kit";
import { sql } from "@/server/cms/sql";
import { rowsOf } from "@/server/cms/rows-of";
import { foreign, row } from "./given/foreign.test-kit";
import { mortal } from "./given/mortal.test-kit";
import { settleAll } from "./settle-open";

const IMPATIENT = { timeoutMs: 600 };

/** The hour in which our show was given an empty instance by LibreTime's pages. */
const emptyHour = (given: Given) => foreign(given, "20:00", "22:00", { show: stationShows.night });

/** LibreTime saves the instance that it hung over, now. */
async function savedLate({ station }: Given): Promise<void> {
  const lost = (await station.requests()).find(
    ({ method, path, fault }) => method === "POST" && path.endsWith("/show-instances") && fault === "hang",
  );
  await station.put("show-instances", lost!.body as never);
}

describe("what LibreTime saves late", () => {
  test("goes also when the same act was done meanwhile under the same key", async () => {
    await using given = await givenStation(IMPATIENT);
    await given.station.fault({ route: "POST /show-instances", kind: "delay", ms: 4_000 });
    const act = () => given.plan("night1", "20:00", "21:00", { idempotencyKey: "late" });
    expect((await refused(act())).code).toBe("LIBRETIME_UNREACHABLE");
    const { instanceId, playoutId } = await act();
    await expect
      .poll(async () => (await given.station.snapshot())["show-instances"].length, { timeout: 10_000 })
      .toBe(2);
    expect(await act()).toMatchObject({ instanceId, playoutId });
    await settleAll(given.deps);
    expect((await given.station.snapshot())["show-instances"].map(({ id }) => id)).toEqual([instanceId]);
    expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1"]);
  });

  test("stays when it is on air by the time that it is found", async () => {
    await using given = await givenStation(IMPATIENT);
    await emptyHour(given);
    await given.station.fault({ route: "POST /schedule", kind: "delay", ms: 4_000 });
    expect((await refused(given.plan("night1", "20:00", "21:00"))).code).toBe("LIBRETIME_UNREACHABLE");
    await expect.poll(() => given.heard(), { timeout: 10_000 }).toHaveLength(1);
    await given.setClock(at("20:00"));
    await rowsOf(sql`UPDATE operations SET at = ${"2026-11-24T19:59:00.000Z"}`);
    await settleAll(given.deps);
    expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1"]);
  });

  test("goes also when it was to put back what has been put back since", async () => {
    await using given = await givenStation(IMPATIENT);
    const [first, second] = [await given.plan("night1", "20:00", "21:00"), await given.plan("tapes", "21:00", "22:00")];
    await given.station.fault({ route: `DELETE /schedule/${second.playoutId}`, kind: "500", times: "always" });
    await given.station.fault({ route: "POST /schedule", kind: "delay", ms: 4_000, nth: 2 });
    expect((await refused(given.replace([first.slotId, second.slotId], "night2", "20:30", "21:30"))).code).toBe(
      "OUTCOME_UNKNOWN",
    );
    await given.station.clearFaults();
    await given.setClock(at("12:01"));
    await settleAll(given.deps);
    expect((await given.station.snapshot()).schedule).toHaveLength(2);
    await expect.poll(async () => (await given.station.snapshot()).schedule.length, { timeout: 10_000 }).toBe(3);
    await settleAll(given.deps);
    expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1", "21:00–22:00 Tapes from Leeds"]);
    expect((await given.station.snapshot()).schedule.map(({ id }) => id).toSorted()).toEqual(
      (await given.slots()).map(({ playoutId }) => playoutId).toSorted(),
    );
  });

  test.each(["DELETE /schedule/*", "DELETE /show-instances/*"])(
    "goes in the next round when it would not go in this one (%s)",
    async (route) => {
      await using given = await givenStation(IMPATIENT);
      const isRow = route.includes("schedule");
      if (isRow) await emptyHour(given);
      await given.station.fault({ route: isRow ? "POST /schedule" : "POST /show-instances", kind: "delay", ms: 4_000 });
      expect((await refused(given.plan("night1", "20:00", "21:00"))).code).toBe("LIBRETIME_UNREACHABLE");
      const left = async () => {
        const { schedule, "show-instances": instances } = await given.station.snapshot();
        return [...schedule, ...instances].length - (isRow ? 1 : 0);
      };
      await expect.poll(left, { timeout: 10_000 }).toBe(1);
      await given.station.fault({ route, kind: "500", times: "always" });
      await settleAll(given.deps);
      expect(await left()).toBe(1);
      await given.station.clearFaults();
      await settleAll(given.deps);
      expect(await left()).toBe(0);
    },
  );

  test("goes also when the process that takes it back is killed at any request", async () => {
    for (let [nth, isOver] = [1, false]; !isOver; nth += 1)
      for (const when of ["before", "after"] as const) {
        await using given = await givenStation(IMPATIENT);
        await given.station.fault({ route: "POST /show-instances", kind: "hang" });
        expect((await refused(given.plan("night1", "20:00", "21:00"))).code).toBe("LIBRETIME_UNREACHABLE");
        const left = async () => (await given.station.snapshot())["show-instances"].length;
        await savedLate(given);
        expect(await left()).toBe(1);
        const { deps, died } = mortal(await given.restarted(), { nth, when });
        isOver = await Promise.race([died.then(() => false), settleAll(deps).then(() => true)]);
        await settleAll(await given.restarted());
        expect([nth, when, await left()]).toEqual([nth, when, 0]);
      }
  });

  test("goes also when its act had been open for longer than that", async () => {
    await using given = await givenStation(IMPATIENT);
    await given.station.fault({ route: "POST /show-instances", kind: "delay", ms: 4_000 });
    await given.station.fault({ route: "GET /show-instances", kind: "500", times: "always" });
    expect((await refused(given.plan("night1", "20:00", "21:00"))).code).toBe("OUTCOME_UNKNOWN");
    await given.station.clearFaults();
    await given.setClock(at("12:11"));
    await given.deps.mirror.refresh();
    await settleAll(given.deps);
    await expect
      .poll(async () => (await given.station.snapshot())["show-instances"].length, { timeout: 10_000 })
      .toBe(1);
    await settleAll(given.deps);
    expect((await given.station.snapshot())["show-instances"]).toEqual([]);
  });

  test("is not what somebody has put there by hand, whatever it is like", async () => {
    await using given = await givenStation();
    const theirs = await foreign(given, "20:00", "22:00", { show: stationShows.night });
    await given.station.fault({ route: "POST /schedule", kind: "cut-before" });
    expect((await refused(given.plan("night1", "20:00", "21:00"))).code).toBe("LIBRETIME_UNREACHABLE");
    await given.station.fault({ route: "POST /shows", kind: "cut-before" });
    expect(
      (await refused(given.plan("tapes", "10:00", "11:00").catch(() => given.plan("tapes", "16:00", "17:00")))).code,
    ).toBe("LIBRETIME_UNREACHABLE");
    await row(given, theirs, "20:00", "20:30", {
      file: tracks.night1,
      fade_in: "00:00:00.500000",
      fade_out: "00:00:00.500000",
      cue_in: "00:00:00",
      cue_out: "00:30:00",
    });
    const show = await given.station.put("shows", { name: "Tapes" });
    await settleAll(given.deps);
    expect(await given.heard()).toEqual(["20:00–20:30 Night Flight #1"]);
    expect((await given.station.snapshot()).shows.map(({ id }) => id)).toContain(show);
  });

  test("is looked for while nobody is kept waiting", async () => {
    await using given = await givenStation();
    await given.station.fault({ route: "POST /show-instances", kind: "cut-before" });
    expect((await refused(given.plan("night1", "18:00", "19:00"))).code).toBe("LIBRETIME_UNREACHABLE");
    await given.station.fault({ route: "GET /show-instances", kind: "hang" });
    const round = settleAll(given.deps).then(
      () => "round",
      () => "round",
    );
    expect(await Promise.race([round, given.plan("night2", "20:00", "21:00").then(() => "plan")])).toBe("plan");
  });

  test("is not the show that somebody made since, and linked", async () => {
    await using given = await givenStation();
    await given.station.fault({ route: "POST /shows", kind: "cut-before" });
    expect((await refused(given.plan("tapes", "20:00", "21:00"))).code).toBe("LIBRETIME_UNREACHABLE");
    const theirs = await given.station.put("shows", { name: "Tapes" });
    await linkShow(given.shows.tapes, theirs);
    await settleAll(given.deps);
    expect((await given.station.snapshot()).shows.map(({ id }) => id)).toContain(theirs);
  });
});
