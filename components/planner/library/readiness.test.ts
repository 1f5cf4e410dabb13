import { expect, test } from "vitest";
import { wordsIn } from "@/components/language/words.test-kit";
import type { Former } from "@/domain/identities/former";
import { sentenceOf } from "@/domain/problems";
import type { NotReady } from "@/domain/tracks";
import { reasonSentence, shortReason } from "./readiness";

const words = wordsIn("Europe/Paris");
const reasons: readonly NotReady[] = [
  "no-track",
  "unknown",
  "hidden",
  "gone",
  "import-pending",
  "import-failed",
  "no-length",
  "replaced",
];
const formers: readonly Former[] = [
  { kind: "file", id: 1204, title: "Night Flight #1", lengthSeconds: 3480 },
  { kind: "stream", id: 3, title: "World Service", lengthSeconds: null },
];

test("a reason is two words on the card and a sentence with the mend when asked", () => {
  expect(shortReason(words, "import-pending")).toBe("importing");
  expect(reasonSentence(words, "no-track")).toContain("Pick one from LibreTime's files");
});

test("a reason that we do not know is said as it came", () => {
  expect(shortReason(words, "on the moon")).toBe("on the moon");
  expect(reasonSentence(words, "on the moon")).toBe("on the moon");
});

test("the card gives the sentence with which the server would refuse", () => {
  for (const reason of reasons)
    for (const was of [undefined, ...formers])
      expect(reasonSentence(words, reason, was)).toBe(
        sentenceOf({ code: "TRACK_NOT_READY", reason, trackId: null, ...(was && { was }) }),
      );
});
