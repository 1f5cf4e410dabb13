import { expect, test } from "vitest";
import { isSameStream } from "./webstream";

const planned = { name: "World Service", addressDigest: "0123456789abcdef" };

test("a webstream that was renamed, or got another address, is the same; with both it is another", () => {
  expect(isSameStream(planned, { ...planned, name: "World Service, HD" })).toBe(true);
  expect(isSameStream(planned, { ...planned, name: " world service", addressDigest: "fedcba9876543210" })).toBe(true);
  expect(isSameStream(planned, { name: "Parliament live", addressDigest: "fedcba9876543210" })).toBe(false);
});
