import { expect, test } from "vitest";
import { clearLeft } from "./clear-of";

const page = { left: 12, right: 1468 };
const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
/** Seven columns of 150 from 370 on. */
const column = (index: number, top = 300, height = 60) => box(370 + index * 150, top, 150, height);
const card = (left: number, top = 300) => box(left, top, 322, 300);

test("a card with nothing to keep in sight stands where it would", () => {
  expect(clearLeft(card(530), column(0), [], page)).toBe(530);
});

test("it goes to the other side of its block when what it offers is on this one", () => {
  expect(clearLeft(card(830), column(2), [{ box: column(3), weight: 1 }], page)).toBe(338);
});

test("it stands beside what it offers when that is next to its block, on the only side with room", () => {
  expect(clearLeft(card(530), column(0), [{ box: column(1), weight: 1 }], { ...page, left: 360 })).toBe(680);
});

test("what is above or below the card may be where it likes", () => {
  expect(clearLeft(card(830), column(2), [{ box: column(3, 700), weight: 1 }], page)).toBe(830);
});

test("where all cannot be seen, the heavier is", () => {
  const narrow = { left: 12, right: 420 };
  const seen = (weight: number, left: number) => ({ box: box(left, 300, 40, 60), weight });
  expect(clearLeft(card(20), box(0, 900, 10, 10), [seen(3, 20), seen(1, 346)], narrow)).toBe(70);
});
