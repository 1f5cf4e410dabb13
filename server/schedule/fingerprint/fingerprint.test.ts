import { at, expectRefused, givenStation, refused, type Given } from "../given/given.test-kit";
import { foreign } from "../given/foreign.test-kit";
import { describe, expect, test } from "vitest";
import { keptStation } from "@/server/cms/kept-station";
import { unfinishedOperations } from "@/server/cms/operations";
import { metricsPage } from "@/server/metrics";
import { listSlots } from "../list-slots";
import { planOne } from "../plan-one";
import { settleAll } from "../settle-open";
import { stationStatus } from "../station-status";
import { confirmStation } from "./confirm";
import { lookAtStation } from "./look";
import { stationReport } from "./report";
import { idComesAgain, otherWorld, pointedAt, restore, settledWorld } from "./stations.test-kit";

const verdict = async ({ deps }: Pick<Given, "deps">) => (await lookAtStation(deps)).verdict.kind;
const gauge = async () => /^airweek_station_changed (\d)$/m.exec((await metricsPage()).text)?.[1];

describe("what is kept", () => {
  test("begins with the first act, and knows what that act has made", async () => {
    await using given = await givenStation();
    expect(await keptStation()).toBeNull();
    const { instanceId } = await given.plan("night1", "20:00", "21:00");
    expect((await keptStation())!.fingerprint.instances).toEqual([
      { id: instanceId, mark: given.deps.mirror.instances.get(instanceId)!.createdAt, show: 1, ours: true },
    ]);
  });

  test("begins at the start of the process, and grows every minute with what LibreTime makes", async () => {
    await using given = await givenStation();
    await settleAll(given.deps);
    expect((await keptStation())!.fingerprint).toMatchObject({
      instances: [],
      shows: [{ id: 1, name: "Night Flight" }, { id: 2 }, { id: 3 }],
      files: expect.arrayContaining([{ id: 7, mark: expect.any(String) }]),
    });
    const theirs = await foreign(given, "18:00", "19:00");
    await settleAll(given.deps);
    expect((await keptStation())!.fingerprint.instances).toMatchObject([{ id: theirs, show: 2 }]);
  });

  test("fits in another process, under another address, and asks nothing of LibreTime", async () => {
    await using given = await givenStation();
    await given.plan("night1", "20:00", "21:00");
    const again = await given.restarted();
    expect(await given.requestsOf(() => lookAtStation(again))).toEqual([]);
    expect(await verdict({ deps: again })).toBe("fits");
    again.mirror.stop();
  });

  test("an act asks LibreTime no more than before", async () => {
    await using given = await givenStation();
    await given.plan("night1", "20:00", "21:00");
    const first = await given.requestsOf(() => given.plan("night2", "21:00", "22:00"));
    expect(first).toEqual(["GET /schedule", "POST /show-instances", "POST /schedule", "GET /schedule"]);
  });
});

describe("ordinary drift", () => {
  test("is none of it: an instance and a show that somebody deleted, a renamed show, all files gone", async () => {
    await using given = await givenStation({ world: settledWorld });
    const { instanceId } = await given.plan("night1", "20:00", "21:00");
    await given.plan("tapes", "21:00", "22:00");
    await foreign(given, "18:00", "19:00");
    await settleAll(given.deps);
    await given.station.remove("show-instances", instanceId);
    await given.station.remove("shows", 2);
    await given.station.put("shows", { id: 3, name: "Early" });
    for (const { id } of (await given.station.snapshot()).files)
      if (id !== 2 && id !== 6) await given.station.remove("files", id as number);
    await given.deps.mirror.refresh();
    expect(await verdict(given)).toBe("fits");
    await given.plan("night2", "22:00", "23:00");
    expect((await given.list()).slots.map(({ state }) => state)).toEqual(["missing", "on-libretime", "on-libretime"]);
  });

  test("is none of what we take off ourselves, however much", async () => {
    await using given = await givenStation({ world: settledWorld });
    const planned = [
      await given.plan("night1", "18:00", "19:00"),
      await given.plan("tapes", "19:00", "20:00"),
      await given.plan("night2", "20:00", "21:00"),
      await given.plan("short", "22:00", "22:58"),
    ];
    await given.unplan("night1", "18:00");
    await given.unplan("tapes", "19:00");
    await given.unplan("night2", "20:00");
    await given.unplan("short", "22:00");
    await given.deps.mirror.refresh();
    expect(await verdict(given)).toBe("fits");
    await settleAll(given.deps);
    expect((await keptStation())!.fingerprint.instances.filter(({ gone }) => gone).map(({ id }) => id)).toEqual(
      planned.map(({ instanceId }) => instanceId),
    );
    await given.plan("night1", "20:00", "21:00");
    expect(await verdict(given)).toBe("fits");
  });
});

describe("a changed station", () => {
  test("is told in the status, the metrics and each refusal; the grid shows what is there", async () => {
    await using given = await givenStation();
    await given.plan("night1", "20:00", "21:00");
    await using other = await pointedAt(given, otherWorld);
    expect([await gauge(), await verdict(other), await gauge()]).toEqual(["0", "another-station", "1"]);
    expect((await stationStatus(other.deps, given.people.viewer)).stationChange).toBe("another");
    expect(
      (await listSlots(other.deps, { from: at("-24:00"), to: at("48:00") })).slots.filter(
        ({ kind }) => kind === "foreign",
      ),
    ).toHaveLength(6);
    expect((await stationStatus(given.deps, given.people.viewer)).stationChange).toBeNull();
    expect(await gauge()).toBe("0");
  });

  test("is known by one id that has come again, at the next act", async () => {
    await using given = await givenStation();
    const { instanceId } = await given.plan("night1", "20:00", "21:00");
    await idComesAgain(given, instanceId);
    expect(await expectRefused(given, "STATION_CHANGED", () => given.plan("night2", "21:00", "22:00"))).toMatchObject({
      station: "earlier",
      counts: { another: 1 },
    });
  });

  test("is known by what an act itself reads, before the mirror has looked", async () => {
    await using given = await givenStation({ world: settledWorld });
    const theirs = await foreign(given, "18:00", "19:00");
    await given.plan("tapes", "22:00", "23:00");
    const backup = await given.station.snapshot();
    const others = backup["show-instances"].map((row) => ({
      ...row,
      starts_at: "2026-11-25T08:00:00Z",
      ends_at: "2026-11-25T09:00:00Z",
      created_at: "2026-11-24T12:30:00.000009Z",
    }));
    await given.station.given({ ...backup, "show-instances": others } as never);
    const problem = await expectRefused(given, "STATION_CHANGED", () => given.plan("night1", "18:00", "19:00"));
    expect(problem).toMatchObject({
      examples: expect.arrayContaining([expect.objectContaining({ id: theirs, what: "another" })]),
    });
  });

  test("leaves open what was open: nothing is taken back on somebody else's LibreTime", async () => {
    await using given = await givenStation({ timeoutMs: 1_000 });
    await given.station.fault({ route: "GET /schedule", kind: "500", nth: 2, times: "always" });
    expect((await refused(given.plan("night1", "20:00", "21:00"))).code).toBe("OUTCOME_UNKNOWN");
    const open = await unfinishedOperations();
    await using other = await pointedAt(given, otherWorld);
    await settleAll(given.deps).catch(() => undefined);
    await given.station.clearFaults();
    const before = await other.station.snapshot();
    await using _ = await pointedAt(given, otherWorld);
    await settleAll(other.deps);
    expect([await other.station.snapshot(), (await unfinishedOperations()).map(({ id }) => id)]).toEqual([
      before,
      open.map(({ id }) => id),
    ]);
    await settleAll(given.deps);
    expect(await unfinishedOperations()).toEqual([]);
  });

  test("goes on by itself when the right LibreTime is back", async () => {
    await using given = await givenStation({ world: settledWorld });
    await given.plan("night1", "20:00", "21:00");
    const right = await given.station.snapshot();
    await restore(given, { ...right, "show-instances": [], schedule: [], files: [], webstreams: [] });
    expect(await verdict(given)).toBe("another-station");
    await restore(given, right);
    expect(await given.plan("night2", "21:00", "22:00")).toMatchObject({ success: true });
  });
});

describe("an admin", () => {
  test("sees what is there, missing and somebody else's, confirms it, and planning works at once, in every process", async () => {
    await using given = await givenStation();
    const { instanceId } = await given.plan("night1", "20:00", "21:00");
    for (const [starts, ends] of [
      ["12:30", "13:28"],
      ["13:30", "14:28"],
    ] as const)
      await given.plan("short", starts, ends);
    await using other = await pointedAt(given, {
      ...otherWorld,
      "show-instances": otherWorld["show-instances"]!.slice(0, 2),
      schedule: [],
      files: otherWorld.files!.filter(({ id }) => id !== 2),
    });
    await using second = await pointedAt(given, otherWorld);
    const report = await stationReport(other.deps, given.people.admin);
    expect(report.change).toMatchObject({ station: "another" });
    expect(report.records).toMatchObject({
      slots: { counts: { there: 0, missing: 1, another: 2 } },
      shows: { counts: { there: 1, missing: 0, another: 0 } },
    });
    expect(report.records.tracks.gone).toContainEqual({
      title: "Night Flight, night2",
      libretimeId: 2,
      state: "missing",
    });
    expect(report.records.slots.gone).toContainEqual({
      title: "Night Flight: Night Flight, night1",
      startsAt: "2026-11-24T20:00:00Z",
      libretimeId: instanceId,
      state: "another",
      thereNow: "Jazz Hour",
      thereAt: expect.any(String),
    });
    const before = await other.station.snapshot();
    await confirmStation(other.deps, given.people.admin, { token: report.token });
    expect([await other.station.snapshot(), (await keptStation())?.confirmed?.by]).toEqual([
      before,
      given.people.admin.name,
    ]);
    expect(await planOne(other.deps, given.people.programmer, given.wish("tapes", "16:00", "17:00"))).toMatchObject({
      success: true,
    });
    // The one that it was before is another one by now.
    expect(
      (await refused(planOne(second.deps, given.people.programmer, given.wish("tapes", "18:00", "19:00")))).code,
    ).toBe("STATION_CHANGED");
    expect((await refused(given.plan("tapes", "18:00", "19:00"))).code).toBe("STATION_CHANGED");
  });

  test("confirms only what was looked at, and only what has changed", async () => {
    await using given = await givenStation();
    const { instanceId } = await given.plan("night1", "20:00", "21:00");
    const { token } = await stationReport(given.deps, given.people.admin);
    expect((await refused(confirmStation(given.deps, given.people.admin, { token }))).code).toBe("STALE_PLAN");
    await idComesAgain(given, instanceId);
    const seen = await stationReport(given.deps, given.people.admin);
    await using other = await pointedAt(given, otherWorld);
    expect((await refused(confirmStation(other.deps, given.people.admin, { token: seen.token }))).code).toBe(
      "STALE_PLAN",
    );
    expect((await refused(given.plan("night2", "21:00", "22:00"))).code).toBe("STATION_CHANGED");
    await confirmStation(given.deps, given.people.admin, { token: seen.token });
    expect(await given.plan("night2", "21:00", "22:00")).toMatchObject({ success: true });
  });
});
