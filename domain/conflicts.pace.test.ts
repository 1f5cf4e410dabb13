import { expect, test } from "vitest";
import { inTheWay } from "./conflicts";
import { instant, minutes } from "./time";

const SLOTS = 500;
const slotAt = (index: number) => instant(index * 1000 * minutes(20));

test("who is in the way of 500 slots is known in well under a frame", () => {
  const many = Array.from({ length: SLOTS }, (_, index) => ({
    id: `slot-${index}`,
    startsAt: slotAt(index),
    endsAt: slotAt(index + 1),
  }));
  const wish = { startsAt: slotAt(250), endsAt: slotAt(253) };
  const once = (): number => {
    const beganMs = performance.now();
    inTheWay(wish, many);
    return performance.now() - beganMs;
  };
  expect(inTheWay(wish, many).map((each) => each.id)).toEqual(["slot-250", "slot-251", "slot-252"]);
  expect(Math.min(...Array.from({ length: SLOTS }, once))).toBeLessThan(0.2);
});
