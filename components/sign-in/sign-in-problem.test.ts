import { expect, test } from "vitest";
import { wordsIn } from "@/components/language/words.test-kit";
import { signInProblem } from "./sign-in-problem";

const words = wordsIn("Europe/Paris");
const answered = (status: number, retryAfterSeconds = 0) => signInProblem(words, { status, retryAfterSeconds });

test("a wrong password does not say which of the two was wrong", () => {
  expect(answered(401)).toBe("Wrong email or password.");
});

test.each([
  [1, "1 second"],
  [30, "30 seconds"],
  [119, "119 seconds"],
  [240, "4 minutes"],
  [241, "5 minutes"],
])("whoever tried too often is told to wait %i seconds as %s", (seconds, wait) => {
  expect(answered(429, seconds)).toBe(`Too many attempts. Try again in ${wait}.`);
});

test("no answer, a refused page and a broken server are not the person's fault, and say so", () => {
  expect(signInProblem(words, null)).toContain("does not answer");
  expect(answered(403)).toContain("Reload");
  expect(answered(503)).toContain("database");
  expect(answered(500)).toContain("on our side");
});
