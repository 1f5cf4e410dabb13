import { expect, test } from "vitest";
import { memoFor } from "./memo";

test("one computation is everybody's until its time is over; a failure is nobody's", async () => {
  let at = 0;
  let made = 0;
  const memo = memoFor<number>({ ms: 15_000, most: 2, now: () => at });
  const make = async () => (made += 1);
  expect(await Promise.all([memo.of("a", make), memo.of("a", make), memo.of("b", make)])).toEqual([1, 1, 2]);
  at = 14_999;
  expect(await memo.of("a", make)).toBe(1);
  at = 15_000;
  expect(await memo.of("a", make)).toBe(3);
  await expect(
    memo.of("b", async () => {
      throw new Error("away");
    }),
  ).rejects.toThrow("away");
  expect(await memo.of("b", make)).toBe(4);
  // A third key puts out the oldest.
  await memo.of("c", make);
  expect([await memo.of("b", make), await memo.of("a", make)]).toEqual([4, 6]);
});
