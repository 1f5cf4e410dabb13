import { expect, test } from "vitest";
import { fold } from "./folding";

test("case, accents and spaces do not matter", () => {
  expect(fold("Été  à", "ORLÉANS", null, "Ærø")).toBe("ete a orleans ærø");
});
