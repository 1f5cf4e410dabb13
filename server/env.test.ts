import { expect, test } from "vitest";
import { parseEnv } from "./env";

const needed = {
  PAYLOAD_SECRET: "a-secret-for-tests-alone",
  LIBRETIME_API_URL: "http://127.0.0.1:9",
  LIBRETIME_API_KEY: "none",
};
const read = (more: Readonly<Record<string, string>>) => parseEnv({ ...needed, ...more });

test.each([
  ["https://Planner.example.org", "https://planner.example.org"],
  ["https://planner.example.org/", "https://planner.example.org"],
  ["https://planner.example.org:443", "https://planner.example.org"],
  ["http://[::1]:3000", "http://[::1]:3000"],
])("PUBLIC_URL %s is the origin that browsers write", (text, origin) => {
  expect(read({ PUBLIC_URL: text }).PUBLIC_URL).toBe(origin);
});

test.each([
  "planner.example.org",
  "ftp://planner.example.org",
  "https://planner.example.org/radio",
  "https://me:secret@planner.example.org",
  "https://planner.example.org?x=1",
  "https://",
])("PUBLIC_URL %s is refused by name, and not repeated", (text) => {
  expect(() => read({ PUBLIC_URL: text })).toThrow(/^Settings: PUBLIC_URL must be [^?@]*\.$/);
});

test("TRUSTED_PROXY is refused by name when it is none, and unset nobody is trusted", () => {
  expect(() => read({ TRUSTED_PROXY: "loopback, proxy.example.org" })).toThrow(
    "Settings: TRUSTED_PROXY must be addresses or networks, such as loopback or 10.0.0.0/8, separated by commas.",
  );
  expect([read({}).TRUSTED_PROXY, read({}).PUBLIC_URL]).toEqual(["", undefined]);
});
