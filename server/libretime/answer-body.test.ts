import type { RequestListener } from "node:http";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { instant } from "@/domain/time";
import { aServer } from "./a-server.test-kit";
import { createLibreTime } from "./client";
import { failureOf } from "./client.suite";
import { instanceFor } from "./rows";

const KEY = "the-key-that-nobody-may-see";
const slot = { startsAt: instant(Date.UTC(2026, 10, 24, 20)), endsAt: instant(Date.UTC(2026, 10, 24, 21)) };

describe("an answer is read up to 4 MB, a list up to 64 MB, whatever its Content-Length says", () => {
  const MB = 2 ** 20;
  const rows = (count: number): string =>
    JSON.stringify(Array.from({ length: count }, (_, id) => ({ id, name: "J".repeat(1000), live_enabled: false })));
  const answers: readonly (readonly [string, RequestListener])[] = [
    [
      "says how long it is",
      (_, response) =>
        response
          .writeHead(200, { "content-type": "application/json", "content-length": 5 * MB })
          .end(" ".repeat(5 * MB)),
    ],
    [
      "does not say",
      (_, response) => {
        response.writeHead(200, { "content-type": "application/json" });
        response.write(" ".repeat(3 * MB));
        response.end(" ".repeat(3 * MB));
      },
    ],
    [
      "is packed into a few kB",
      (_, response) =>
        response
          .writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" })
          .end(gzipSync(" ".repeat(5 * MB))),
    ],
    [
      "is an error",
      (_, response) => response.writeHead(400, { "content-type": "application/json" }).end(" ".repeat(5 * MB)),
    ],
  ];
  test.each(answers)("one that %s is told as too long", async (_, answer) => {
    await using server = await aServer(answer);
    expect(await failureOf(createLibreTime({ url: server.url, apiKey: KEY }).schedule.window(slot))).toMatchObject({
      problemCode: "LIBRETIME_ANSWER",
      outcome: expect.stringMatching(/, longer than 4 MB$/),
    });
  });

  test("one that never ends is left, and its connection closed; so is a list", async () => {
    let closed = 0;
    await using endless = await aServer((_, response) => {
      response.writeHead(200, { "content-type": "application/json" }).on("close", () => (closed += 1));
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(MB, " ")));
      };
      response.on("drain", more);
      more();
    });
    const client = createLibreTime({ url: endless.url, apiKey: KEY });
    expect(await failureOf(client.schedule.get(1))).toMatchObject({ outcome: "200, longer than 4 MB" });
    expect(await failureOf(client.files.list())).toMatchObject({ outcome: "200, longer than 64 MB" });
    expect(
      await failureOf(client.instances.create(instanceFor({ showId: 1, slot, now: instant(Date.now()) }))),
    ).toMatchObject({ problemCode: "OUTCOME_UNKNOWN", maybeSaved: true });
    await expect.poll(() => closed).toBe(3);
  });

  test("a list of 20 MB is read, packed or not", async () => {
    await using server = await aServer((request, response) => {
      const body = Buffer.from(rows(20_000));
      const isPacked = request.headers["accept-encoding"]?.includes("gzip");
      response
        .writeHead(200, { "content-type": "application/json", ...(isPacked && { "content-encoding": "gzip" }) })
        .end(isPacked ? gzipSync(body, { level: 1 }) : body);
    });
    expect(await createLibreTime({ url: server.url, apiKey: KEY }).shows.list()).toHaveLength(20_000);
  });

  test("one that comes drop by drop has no more time than any other", async () => {
    await using server = await aServer((_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const dripping = setInterval(() => response.write(" "), 20);
      response.on("close", () => clearInterval(dripping));
    });
    expect(
      await failureOf(createLibreTime({ url: server.url, apiKey: KEY, timeoutMs: 200 }).schedule.get(1)),
    ).toMatchObject({ problemCode: "LIBRETIME_UNREACHABLE", outcome: "no answer in 0.2 s" });
  });
});
