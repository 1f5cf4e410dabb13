import { expect, test } from "vitest";
import { sameOriginPath } from "./same-origin-path";

test("a path of this site is kept with its query", () => {
  expect(sameOriginPath("/?week=2026-11-23&view=day")).toBe("/?week=2026-11-23&view=day");
  expect(sameOriginPath("/station")).toBe("/station");
});

test.each([
  "https://elsewhere.example/",
  "//elsewhere.example",
  "/\\elsewhere.example",
  "/\t/elsewhere.example",
  "/.//elsewhere.example",
  "javascript:alert(1)",
  "station",
  "",
  null,
  undefined,
  ["/a", "/b"],
])("%j leads to the planner", (wish) => expect(sameOriginPath(wish as string)).toBe("/"));

test("the sign-in does not lead to itself", () => {
  expect(sameOriginPath("/login?next=/station")).toBe("/");
});
