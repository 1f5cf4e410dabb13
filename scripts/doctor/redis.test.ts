import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { freePort } from "@/server/free-port.test-kit";
import { examineRedis } from "./redis";

test("a Redis where nothing listens is a fault, and its password is not told", async () => {
  const port = await freePort();
  const finding = await examineRedis(`redis://:the-password@127.0.0.1:${port}`, 500);
  expect(finding).toMatchObject({
    check: "Redis",
    ok: false,
    seen: `127.0.0.1:${port} does not answer as Redis does (ECONNREFUSED)`,
  });
  expect(JSON.stringify(finding)).not.toContain("the-password");
});

test("a port that says nothing, and an address of something else, are faults too", async () => {
  const silent = createServer().listen(0, "127.0.0.1");
  await once(silent, "listening");
  const { port } = silent.address() as AddressInfo;
  expect(await examineRedis(`redis://127.0.0.1:${port}`, 200)).toMatchObject({ ok: false });
  silent.close();
  expect(await examineRedis("http://127.0.0.1:6379")).toMatchObject({
    ok: false,
    seen: "REDIS_URL is no redis address",
  });
});
