import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { everything, type News, type NewsEvent } from "../news";
import { aRedis, type GivenRedis } from "../redis.test-kit";
import { connectTo, type Connection } from "./connection";
import { redisNews } from "./redis-news";

const changed: NewsEvent = { kind: "slots-changed", from: "2026-11-24T20:00:00Z", to: "2026-11-24T21:00:00Z" };
let redis: GivenRedis;
let open: Connection[];

beforeAll(async () => {
  redis = await aRedis();
});
beforeEach(() => {
  open = [];
  return () => Promise.all(open.map((each) => each.close()));
});
afterAll(() => redis[Symbol.asyncDispose]());

/** The news of another process, and what it has heard since it began to. */
async function aProcess(): Promise<{ readonly news: News; readonly heard: NewsEvent[] }> {
  const connection = connectTo({ url: redis.url, station: "http://libretime.test" });
  open.push(connection);
  const [news, heard] = [redisNews(connection), [] as NewsEvent[]];
  news.subscribe((event) => heard.push(event));
  await expect.poll(() => heard).toEqual(everything);
  heard.length = 0;
  return { news, heard };
}

test("every process hears of it exactly once, and who published at once", async () => {
  const [a, b, c] = [await aProcess(), await aProcess(), await aProcess()];
  a.news.publish(changed);
  expect(a.heard).toEqual([changed]);
  b.news.publish({ kind: "mirror" });
  await expect.poll(() => [a, b, c].map(({ heard }) => heard.length)).toEqual([2, 2, 2]);
  expect([a, b, c].map(({ heard }) => new Set(heard))).toEqual(Array(3).fill(new Set([changed, { kind: "mirror" }])));
});

test("without Redis a process still hears its own news, and with it again that everything may have changed", async () => {
  const [a, b] = [await aProcess(), await aProcess()];
  await redis.goAway();
  a.news.publish(changed);
  expect(a.heard).toEqual([changed]);
  await redis.comeBack();
  await expect.poll(() => [a.heard, b.heard], { timeout: 5_000 }).toEqual([[changed, ...everything], everything]);
  b.news.publish(changed);
  await expect.poll(() => a.heard.at(-1)).toEqual(changed);
});
