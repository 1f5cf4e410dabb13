import { at } from "./given/given.test-kit";
import { expect, test } from "vitest";
import { createWindowCache } from "./window-cache";

test("what was read before the clock was set back is read again", async () => {
  let [now, reads] = [at("12:00") as number, 0];
  const cache = createWindowCache(
    async () => ((reads += 1), []),
    () => now,
  );
  const window = { startsAt: at("00:00"), endsAt: at("24:00") };
  for (const clock of ["12:00", "11:00", "11:00"]) {
    now = at(clock);
    await cache.read(window);
  }
  expect([reads, (await cache.read(window)).asOf]).toEqual([2, at("11:00")]);
});
