import { expect, test } from "vitest";
import { signInProblem } from "./sign-in-problem";

test("a wrong password does not say which of the two was wrong", () => {
  expect(signInProblem(401, "The email or password provided is incorrect.")).toBe("Email and password do not belong together.");
});

test("somebody who tried too often is told to wait, not that the password is wrong", () => {
  expect(signInProblem(401, "This user is locked due to having too many failed login attempts.")).toContain("Wait ten minutes");
});

test("no answer and a broken server are not the person's fault, and say so", () => {
  expect(signInProblem(null, "")).toContain("does not answer");
  expect(signInProblem(500, "")).toContain("on our side");
});
