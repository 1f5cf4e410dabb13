import { expect, test } from "vitest";
import { reasonSentence, shortReason } from "./readiness";

test("a reason is two words on the card and a sentence with the mend when asked", () => {
  expect(shortReason("import-pending")).toBe("importing");
  expect(reasonSentence("no-track")).toContain("Pick one from LibreTime's files");
});

test("a reason that we do not know is said as it came", () => {
  expect(shortReason("on the moon")).toBe("on the moon");
  expect(reasonSentence("on the moon")).toBe("on the moon");
});
