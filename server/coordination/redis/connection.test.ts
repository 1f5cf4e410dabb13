import { afterAll, beforeAll, expect, test } from "vitest";
import { examineRedis } from "@/scripts/doctor/redis";
import { overRedis } from "../coordination";
import { aRedis, type GivenRedis } from "../redis.test-kit";
import { connectTo } from "./connection";

let redis: GivenRedis;
beforeAll(async () => {
  redis = await aRedis();
});
afterAll(() => redis[Symbol.asyncDispose]());

test("the doctor and whoever coordinates see the same Redis", async () => {
  const coordination = overRedis({ url: redis.url, station: "http://libretime.test" });
  await expect.poll(() => coordination.problem()).toBeNull();
  expect(await examineRedis(redis.url)).toMatchObject({ check: "Redis", ok: true });
  await redis.goAway();
  await expect.poll(() => coordination.problem()).toEqual({ code: "COORDINATION_UNREACHABLE" });
  expect(await examineRedis(redis.url)).toMatchObject({ check: "Redis", ok: false });
  await redis.comeBack();
  await expect.poll(() => coordination.problem()).toBeNull();
  await coordination.close();
});

test("a refused password is told as refused, once, and never itself", async () => {
  const said: string[] = [];
  await redis.ask("CONFIG", "SET", "requirepass", "the right one");
  const connection = connectTo({
    url: redis.url.replace("//", "//:a-wrong-one@"),
    station: "http://libretime.test",
    onFailure: (why) => said.push(why),
  });
  await expect.poll(() => said.length).toBeGreaterThan(0);
  await expect(connection.commands.ping()).rejects.toThrow();
  await connection.close();
  await redis.ask("CONFIG", "SET", "requirepass", "");
  expect(said.filter((why) => why.startsWith("WRONGPASS"))).toHaveLength(1);
  expect(said.join()).not.toContain("a-wrong-one");
});
