import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { timeLimit } from "./time-limit";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

const lease = (signal = new AbortController().signal) => ({ token: "t", signal });

test("the time of an act ends also when garbage is collected meanwhile", async () => {
  const limit = timeLimit(lease(), 150);
  // What is unreferenced is collected when nothing runs.
  await new Promise((resolve) => setImmediate(resolve));
  collectGarbage();
  expect(limit.signal.aborted).toBe(false);
  await expect.poll(() => limit.signal.aborted).toBe(true);
});

test("who has lost the station sends nothing more", () => {
  const lost = new AbortController();
  const limit = timeLimit(lease(lost.signal), 60_000);
  const { signal } = limit;
  lost.abort(new Error("lost"));
  expect([signal.aborted, limit.signal.aborted]).toEqual([true, true]);
});
