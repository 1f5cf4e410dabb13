import { execFile } from "node:child_process";
import { get } from "node:http";
import { promisify } from "node:util";
import { crowding } from "./kit/crowding";
import { expect } from "./kit/expect";
import { journey } from "./kit/journey";
import { stack } from "./kit/stack";

/** Two thousand at once, from a process of its own: what is measured here must not wait for it. */
const flood = `
  const { Agent, get } = require("node:http");
  const agent = new Agent({ maxSockets: Infinity });
  const counts = {};
  const one = (url) => new Promise((done) => {
    const count = (what) => { counts[what] = (counts[what] ?? 0) + 1; done(); };
    get(url, { agent }, (response) => response.resume().on("end", () => count(response.statusCode))).on("error", (error) => count(error.code));
  });
  Promise.all(Array.from({ length: 2000 }, () => one(process.argv[1]))).then(() => console.log(JSON.stringify(counts)));
`;

/** Asks on a connection of its own, as a probe does: one that is kept may be closed by the server just then. */
function statusOf(url: string): Promise<number | undefined> {
  return new Promise(
    (answered, failed) =>
      void get(url, { agent: false }, (response) =>
        response.resume().on("end", () => answered(response.statusCode)),
      ).on("error", failed),
  );
}

journey.describe("two thousand requests of nobody's at once", () => {
  for (const address of ["/station", "/login", "/api/schedule/listSlots"]) {
    journey(`${address} leaves health under a second`, async () => {
      const url = stack().plannerUrl;
      const live = async () => {
        const began = performance.now();
        expect(await statusOf(`${url}/api/health/live`)).toBe(200);
        return performance.now() - began;
      };
      await live();
      const before = crowding();
      let isOver = false;
      const flooding = promisify(execFile)(process.execPath, ["-e", flood, `${url}${address}`]).finally(() => {
        isOver = true;
      });
      const took: number[] = [];
      while (!isOver) took.push(await live());
      const counts = JSON.parse((await flooding).stdout) as Record<string, number>;
      console.log(
        `${address}: ${JSON.stringify(counts)}, health ${took.length} times, at most ${Math.round(Math.max(...took))} ms`,
      );
      expect(counts["429"]).toBeGreaterThan(0);
      expect(counts["500"]).toBeUndefined();
      // A second of a processor that has nothing else to do.
      expect(Math.max(...took)).toBeLessThan(1_000 * Math.max(before, crowding()));
      // The next journey of this worker asks as nobody again.
      await expect.poll(() => statusOf(`${url}/login`), { timeout: 20_000 }).toBe(200);
    });
  }
});
