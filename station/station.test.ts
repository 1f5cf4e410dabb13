import { expect, test } from "vitest";

import { controlOf } from "./control";
import { startStation } from "./station";
import type { World } from "./station";
import { call } from "./testing-call";

const week: World = {
  shows: [{ id: 1, name: "Field Notes" }],
  "show-instances": [{ id: 1, show: 1, starts_at: "2026-12-01T09:00:00Z", ends_at: "2026-12-01T09:30:00Z" }],
  files: [{ id: 1, track_title: "Reed bed, first light", length: "00:29:10" }],
  schedule: [{ id: 1, instance: 1, file: 1, starts_at: "2026-12-01T09:00:00Z", ends_at: "2026-12-01T09:29:10Z" }],
};

test("by a clock that stands still, a file is in use until its last row has ended", async () => {
  await using station = await startStation({ world: week });
  await station.setClock("2026-12-01T09:29:00Z");
  expect((await call(station, "DELETE", "/files/1")).status).toBe(409);
  await station.setClock("2026-12-01T09:30:00Z");
  expect((await call(station, "DELETE", "/files/1")).status).toBe(204);
});

test("the answers' Date is the station's time, and a running clock goes on from where it was set", async () => {
  await using station = await startStation();
  await station.setClock("2030-01-01T12:00:00Z", "running");
  const sent = async (): Promise<string> => (await fetch(`${station.url}/api/v2/version`)).headers.get("date") ?? "";
  const first = await sent();
  expect(first).toMatch(/^Tue, 01 Jan 2030 12:00:/);
  await expect.poll(sent, { timeout: 5000 }).not.toBe(first);
  await station.setClock(null);
  expect(Math.abs(Date.parse(await sent()) - Date.now())).toBeLessThan(5000);
});

test("a described world is what the API shows, and nothing of the one before is left", async () => {
  await using station = await startStation({ world: week });
  await station.given({ shows: [{ id: 40, name: "Blue Hour" }] });
  const after = await station.snapshot();
  expect(after.shows.map(({ id, name }) => [id, name])).toEqual([[40, "Blue Hour"]]);
  expect(after.schedule).toEqual([]);
  expect(after.users).toMatchObject([{ username: "admin" }]);
});

test("a world with a misspelt field is refused by its name", async () => {
  await using station = await startStation();
  await expect(station.given({ schedule: [{ start_at: "2026-12-01T09:00:00Z" }] })).rejects.toThrow(
    'schedule: no field "start_at"',
  );
});

test("a world that refers to what is not there is refused, and so is such a row", async () => {
  await using station = await startStation({ world: week });
  await expect(
    station.given({
      schedule: [{ id: 3, instance: 9, starts_at: "2026-12-01T09:00:00Z", ends_at: "2026-12-01T10:00:00Z" }],
    }),
  ).rejects.toThrow("schedule 3: no show-instances 9");
  await expect(station.put("schedule", { id: 1, file: 77 })).rejects.toThrow("schedule 1: no files 77");
  expect((await station.snapshot()).schedule).toMatchObject([{ id: 1, file: 1 }]);
});

test("a snapshot shows stored ends, and is the same before and after a refusal", async () => {
  await using station = await startStation({ world: week });
  await station.put("show-instances", { id: 1, ends_at: "2026-12-01T09:10:00Z" });
  const before = await station.snapshot();
  expect(before.schedule).toMatchObject([{ ends_at: "2026-12-01T09:29:10Z", cue_out: "00:29:10" }]);
  expect((await call(station, "GET", "/schedule/1")).body).toMatchObject({
    ends_at: "2026-12-01T09:10:00Z",
    cue_out: "00:10:00",
  });
  expect((await call(station, "POST", "/schedule", { instance: 99 })).status).toBe(400);
  expect(await station.snapshot()).toEqual(before);
});

test("a row that ends just with its instance is read as it was written, its cue_out too", async () => {
  const world = {
    ...week,
    schedule: [
      {
        id: 1,
        instance: 1,
        file: 1,
        starts_at: "2026-12-01T09:00:00Z",
        ends_at: "2026-12-01T09:30:00Z",
        cue_in: "0.35",
      },
    ],
  };
  await using station = await startStation({ world });
  expect((await call(station, "GET", "/schedule/1")).body).toMatchObject({
    ends_at: "2026-12-01T09:30:00Z",
    cue_in: "00:00:00.350000",
    cue_out: "00:30:00.350000",
  });
});

test("another process has the same verbs over the control door", async () => {
  await using station = await startStation({ world: week });
  const control = controlOf(station.controlUrl);
  await control.setClock("2026-12-01T09:00:00Z");
  await control.fault({ route: "GET /shows", kind: "500" });
  expect((await call(station, "GET", "/shows")).status).toBe(500);
  expect(await control.requests()).toMatchObject([
    { method: "GET", path: "/api/v2/shows", status: 500, fault: "500", at: "2026-12-01T09:00:00.000Z" },
  ]);
  expect((await control.onAir("2026-12-01T09:00:00Z", "2026-12-01T10:00:00Z")).entries).toMatchObject([
    { title: "Reed bed, first light" },
  ]);
  expect(await control.put("shows", { name: "By SQL" })).toBe(2);
  await control.remove("shows", 1);
  expect((await control.snapshot()).schedule).toEqual([]);
  await expect(control.put("nonsense" as "shows", {})).rejects.toThrow("no table");
  await control.reset();
  expect((await control.snapshot()).schedule).toHaveLength(1);
});

test("the control door does not open for a web page", async () => {
  await using station = await startStation();
  const response = await fetch(`${station.controlUrl}/control/reset`, {
    method: "POST",
    headers: { origin: "http://localhost:3000" },
  });
  expect(response.status).toBe(403);
});

test("a window of a schedule of 100,000 rows is found without waiting", async () => {
  const start = Date.parse("2020-01-01T00:00:00Z");
  const at = (minute: number): string => new Date(start + minute * 60_000).toISOString();
  const rows = Array.from({ length: 100_000 }, (_, n) => ({
    instance: 1,
    file: 1,
    starts_at: at(30 * n),
    ends_at: at(30 * n + 29),
  }));
  const instances = [{ id: 1, show: 1, starts_at: at(0), ends_at: at(30 * 100_000) }];
  await using station = await startStation({ world: { ...week, "show-instances": instances, schedule: rows } });
  const began = performance.now();
  const { body } = await call(
    station,
    "GET",
    `/schedule?ends_after=${at(3_000_000 - 10_080)}&starts_before=${at(3_000_000)}`,
  );
  expect(body).toHaveLength(336);
  expect(performance.now() - began).toBeLessThan(1000);
}, 20_000);

test("a station with a pace lets each request wait, and each row of a list beside it", async () => {
  await using station = await startStation({ world: week, pace: { requestMs: 40, rowMs: 30 } });
  for (const path of ["/schedule", "/schedule/1", "/schedule?ends_after=2030-01-01T00:00:00Z"])
    await call(station, "GET", path);
  const waits = (await station.requests()).map(({ ms }) => ms);
  for (const [index, atLeastMs] of [70, 40, 40].entries()) expect(waits[index]).toBeGreaterThanOrEqual(atLeastMs - 2);
});
