import { describe, test } from "vitest";
import { createDeps } from "@/server/deps";
import { reasonsIn } from "@/server/health-of";
import { startStation, type Fault } from "@/station/station";

/** An Airweek that serves: its mirror and its probes run by themselves. */
async function anAirweek() {
  const station = await startStation({ world: { shows: [{ name: "Jazz" }] } });
  const deps = createDeps({
    LIBRETIME_API_URL: station.url,
    LIBRETIME_API_KEY: station.key,
    STATION_TIMEZONE: "UTC",
    STATION_NAME: "Radio",
    LEAD_TIME_SECONDS: 0,
  });
  await deps.mirror.ready();
  deps.mirror.start();
  deps.libretime.breaker.start();
  const reasons = () => reasonsIn(deps, null);
  return {
    station,
    deps,
    reasons,
    [Symbol.asyncDispose]: async () => {
      await deps.close();
      await station.close();
    },
  };
}

const within = { timeout: 10_000, interval: 50 };
const faults: readonly Omit<Fault, "route">[] = [
  { kind: "500" },
  { kind: "hang" },
  { kind: "html", status: 200 },
  { kind: "refuse" },
];
const routes = [
  ["GET /shows", "list shows"],
  ["GET /show-instances", "list instances"],
  ["GET /files", "list files"],
  ["GET /webstreams", "list webstreams"],
  ["GET /schedule", "read schedule"],
  ["GET /shows/*", "read show"],
  ["GET /show-instances/*", "read instance"],
  ["GET /files/*", "read file"],
  ["GET /webstreams/*", "read webstream"],
  ["GET /schedule/*", "read row"],
] as const;

describe("whatever LibreTime fails at is told within ten seconds, by its name, and is forgotten within ten seconds", () => {
  test.concurrent.for(routes)("%s", { timeout: 240_000 }, async ([route, name], { expect }) => {
    await using airweek = await anAirweek();
    await expect.poll(airweek.reasons, within).toEqual([]);
    for (const fault of faults) {
      await airweek.station.fault({ route, times: "always", ...fault });
      await expect.poll(() => airweek.reasons().join(), within).toContain(name);
      await airweek.station.clearFaults();
      await expect.poll(airweek.reasons, within).toEqual([]);
    }
  });

  test.concurrent("everything, by silence or by nobody there", { timeout: 240_000 }, async ({ expect }) => {
    await using airweek = await anAirweek();
    await airweek.station.fault({ route: "* *", kind: "hang", times: "always" });
    await expect.poll(() => airweek.reasons().join(), within).toContain("LibreTime does not answer");
    const began = performance.now();
    await expect(
      airweek.deps.windows.read({ startsAt: airweek.deps.now(), endsAt: airweek.deps.now() }),
    ).rejects.toMatchObject({ problemCode: "LIBRETIME_UNREACHABLE" });
    await expect(airweek.deps.libretime.demandWay()).rejects.toMatchObject({ problemCode: "LIBRETIME_UNREACHABLE" });
    expect(performance.now() - began).toBeLessThan(2_000);
    await airweek.station.clearFaults();
    await expect.poll(airweek.reasons, within).toEqual([]);
    await airweek.station.goAway();
    await expect.poll(() => airweek.reasons().join(), within).toContain("ECONNREFUSED");
    await airweek.station.comeBack();
    await expect.poll(airweek.reasons, within).toEqual([]);
  });
});

test.concurrent(
  "a LibreTime that takes three seconds is slow, and does not hang",
  { timeout: 120_000 },
  async ({ expect }) => {
    await using airweek = await anAirweek();
    await airweek.station.fault({ route: "* *", kind: "delay", ms: 3_000, times: "always" });
    const asked = async () =>
      new Set(
        (await airweek.station.requests())
          .filter(({ fault }) => fault === "delay")
          .map(({ path }) => path.replace(/\?.*/, "")),
      ).size;
    await expect.poll(asked, { timeout: 60_000 }).toBeGreaterThanOrEqual(6);
    expect(airweek.reasons()).toEqual([]);
  },
);

test.concurrent(
  "a read that LibreTime refuses is told, whatever its words; an id that it does not have is not",
  { timeout: 120_000 },
  async ({ expect }) => {
    await using airweek = await anAirweek();
    for (const status of [400, 404, 405, 429]) {
      await airweek.station.fault({
        route: "GET /schedule",
        kind: "answer",
        status,
        body: { detail: "Not found." },
        times: "always",
      });
      await expect.poll(() => airweek.reasons().join(), within).toContain("read schedule");
      await airweek.station.clearFaults();
      await expect.poll(airweek.reasons, within).toEqual([]);
    }
    await airweek.station.fault({ route: "GET /files/*", kind: "answer", status: 404, body: [], times: "always" });
    await expect.poll(() => airweek.reasons().join(), within).toContain("read file");
    await airweek.station.clearFaults();
    await expect.poll(airweek.reasons, within).toEqual([]);
    await airweek.station.fault({
      route: "GET /files/*",
      kind: "answer",
      status: 404,
      body: { detail: "Not found." },
      times: "always",
    });
    const asked = async () =>
      (await airweek.station.requests()).filter(({ fault, path }) => fault === "answer" && path.includes("/files/"))
        .length;
    const before = await asked();
    await expect.poll(asked, { timeout: 20_000 }).toBeGreaterThanOrEqual(before + 2);
    expect(airweek.reasons()).toEqual([]);
  },
);
