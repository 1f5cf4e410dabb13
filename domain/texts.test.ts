import { expect, test } from "vitest";
import { isSoundText } from "./texts";

test("a text is sound unless it holds a NUL or half a character", () => {
  expect(["", "Été à Orléans", "🎧 \n\t"].map(isSoundText)).toEqual([true, true, true]);
  expect(["a\0b", "\ud83c", "\udfa7x"].map(isSoundText)).toEqual([false, false, false]);
});
