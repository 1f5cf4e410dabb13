import { expect, test } from "vitest";
import { err, ok, type Result } from "./result";

test("a result says which of the two it is, and carries what belongs to it", () => {
  const half = (count: number): Result<number, string> => (count % 2 === 0 ? ok(count / 2) : err("odd"));
  expect(half(8)).toEqual({ ok: true, value: 4 });
  expect(half(7)).toEqual({ ok: false, error: "odd" });
});
