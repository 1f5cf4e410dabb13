import { expect, test } from "vitest";
import { wordsIn } from "@/components/language/words.test-kit";
import { changeSentence, seenSentence } from "./change-words";

const words = wordsIn("Europe/Paris");

test("each way in which a LibreTime can be another one has its sentence", () => {
  expect(changeSentence(words, "another")).toBe("This is a different LibreTime from the one you planned on.");
  expect(changeSentence(words, "earlier")).toBe("This LibreTime is in an earlier state than the one you planned on.");
});

test("what differs is counted, one or several, and nothing is said of what does not", () => {
  expect(seenSentence(words, { another: 1, gone: 2, back: 1 })).toBe(
    "What differs: 1 known id belongs to another row now, 2 rows are gone, 1 row that had been deleted is back.",
  );
  expect(seenSentence(words, { another: 3, gone: 0, back: 0 })).toBe(
    "What differs: 3 known ids belong to other rows now.",
  );
});
