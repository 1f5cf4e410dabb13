import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import en from "@/messages/en.json";
import { pseudo } from "./pseudo";

test("every message of the pseudo-locale is in brackets and accents, and takes what the English one takes", () => {
  const t = createTranslator({ locale: "en-XA", messages: pseudo(en) });
  expect(t("time.longer", { amount: "15 min" })).toBe("⟦15 min ļöñĝéŕ⟧");
  expect(t("time.repeatedHour", { clock: "02:30", pass: "first" })).toBe("⟦02:30 Å⟧");
});
