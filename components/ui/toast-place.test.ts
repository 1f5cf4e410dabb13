import { expect, test } from "vitest";
import { toastPlace } from "./toast-place";

const page = { right: 1200, bottom: 800 };
const room = { width: 400, height: 40, margin: 16, foot: 20 };
const card = (left: number, top: number, width = 322, height = 300) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

test("toasts stand in the middle of the foot, with no card and beside one", () => {
  expect([
    toastPlace(page, room, []),
    toastPlace(page, room, [card(500, 300)]),
    toastPlace(page, room, [card(820, 480)]),
  ]).toEqual(["foot", "foot", "foot"]);
});

test("a card in the middle of the foot has them at a side, one that is as wide as the page at the head", () => {
  expect(toastPlace(page, room, [card(480, 480)])).toBe("foot-left");
  expect(toastPlace(page, room, [card(380, 480)])).toBe("foot-right");
  expect(toastPlace({ right: 390, bottom: 844 }, { ...room, width: 358 }, [card(34, 500, 322, 332)])).toBe("head");
});

test("where a card leaves no room, they hide the least of it", () => {
  expect(toastPlace({ right: 390, bottom: 844 }, { ...room, width: 358 }, [card(34, 40, 322, 792)])).toBe("head");
});

test("beside a card and a panel they hide neither", () => {
  expect(toastPlace(page, room, [card(20, 300, 322, 490), card(500, 50, 500, 740)])).toBe("head");
  expect(toastPlace(page, room, [card(760, 300, 322, 490), card(500, 50, 500, 740)])).toBe("foot-left");
});
