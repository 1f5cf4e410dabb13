import { expect, test, vi } from "vitest";
import { LibreTimeError } from "@/server/libretime/libretime-error";
import { Refusal } from "./refusal";

const failure = {
  problemCode: "LIBRETIME_UNREACHABLE",
  what: "list shows",
  method: "GET",
  path: "/shows",
  outcome: "ECONNREFUSED",
  maybeSaved: false,
} as const;

test("an error of another bundle of the same module is known for what it is", async () => {
  vi.resetModules();
  const elsewhere = { ...(await import("./refusal")), ...(await import("@/server/libretime/libretime-error")) };
  expect(elsewhere.Refusal).not.toBe(Refusal);
  expect(new elsewhere.Refusal({ code: "ON_AIR" })).toBeInstanceOf(Refusal);
  expect(new elsewhere.LibreTimeError(failure)).toBeInstanceOf(LibreTimeError);
});

test("any other error is neither", () => {
  for (const other of [new Error("Refusal"), { name: "Refusal" }, null, new LibreTimeError(failure)])
    expect(other).not.toBeInstanceOf(Refusal);
  expect(new Refusal({ code: "ON_AIR" })).not.toBeInstanceOf(LibreTimeError);
});
