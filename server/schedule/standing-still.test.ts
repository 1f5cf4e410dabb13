import { at, givenStation, refused, type Given } from "./given/given.test-kit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aRedis, type GivenRedis } from "@/server/coordination/redis.test-kit";
import { connectTo } from "@/server/coordination/redis/connection";
import { redisLock } from "@/server/coordination/redis/redis-lock";
import { hours, later } from "@/domain/time";
import { arrangeMany } from "./plan-many";
import { planOne } from "./plan-one";
import { settleAll } from "./settle-open";

let redis: GivenRedis;
beforeAll(async () => {
  redis = await aRedis();
});
afterAll(() => redis[Symbol.asyncDispose]());

/** The acts of a process that stands still once `route` has been asked: its lease runs out meanwhile, and when it goes on no timer of it has run yet. */
async function standingStillAt(given: Given, route: string) {
  const [connection, clock] = [connectTo({ url: redis.url, station: given.station.url }), { ms: 0 }];
  await given.station.fault({ route, kind: "delay", ms: 400, times: "always" });
  await given.station.clearRequests();
  const sent = async () =>
    (await given.station.requests())
      .filter(({ method }) => method !== "GET")
      .map(({ method, path }) => `${method} ${path.replace("/api/v2", "")}`);
  return {
    deps: { ...given.deps, lock: redisLock(connection, { monotonic: () => clock.ms }) },
    sent,
    /** As soon as so many steps are in the journal. */
    standStill: async (steps: number) => {
      await expect
        .poll(async () => (await given.lastOperation())?.steps.length ?? 0, { interval: 10, timeout: 10_000 })
        .toBe(steps);
      clock.ms = 60_000;
    },
    [Symbol.asyncDispose]: () => connection.close(),
  };
}

test("an act that goes on after its lease ran out sends nothing on", async () => {
  await using given = await givenStation();
  await using still = await standingStillAt(given, "POST /show-instances");
  const acting = refused(planOne(still.deps, given.people.programmer, given.wish("night1", "20:00", "21:00")));
  await still.standStill(1);
  expect((await acting).code).toBe("OUTCOME_UNKNOWN");
  expect(await still.sent()).toEqual(["POST /show-instances"]);
  await settleAll(given.deps);
  expect((await given.station.snapshot())["show-instances"]).toEqual([]);
});

test("of an act on many, what was in the journal and waited for its turn is not sent either", async () => {
  await using given = await givenStation();
  await using still = await standingStillAt(given, "POST /show-instances");
  const to = (index: number) => ({
    startsAt: later(at("14:00"), hours(index)),
    endsAt: later(at("15:00"), hours(index)),
  });
  const changes = Array.from({ length: 8 }, (_, index) => ({
    showId: given.shows.night,
    episodeId: given.episodes.night1,
    to: to(index),
  }));
  const acting = refused(arrangeMany(still.deps, given.people.programmer, { mode: "all", changes }));
  await still.standStill(8);
  expect((await acting).code).toBe("OUTCOME_UNKNOWN");
  // Four at a time: four of the eight were waiting. LibreTime carries out late what was underway.
  const underway = Array.from({ length: 4 }, () => "POST /show-instances");
  await expect.poll(still.sent).toEqual(underway);
  await settleAll(given.deps);
  expect((await still.sent()).filter((each) => each.startsWith("POST"))).toEqual(underway);
  expect((await given.station.snapshot())["show-instances"]).toEqual([]);
});
