import { describe, expect, test } from "vitest";
import { arrivalOf, trustIn } from "./forwarded";

const trust = trustIn("loopback, 10.0.0.0/8, 2001:db8::/32")!;
const arrival = (peer: string, headers: Readonly<Record<string, string>>) =>
  arrivalOf(peer, (name) => headers[name], trust);

describe("a stranger speaks for itself alone", () => {
  test.each(["203.0.113.9", "::ffff:203.0.113.9"])("%s", (peer) => {
    const claims = {
      host: "radio.lan",
      "x-forwarded-for": "127.0.0.1",
      "x-forwarded-host": "example.org",
      "x-forwarded-proto": "https",
    };
    expect(arrival(peer, claims)).toEqual({ address: "203.0.113.9", host: "radio.lan", protocol: "http" });
  });
});

describe("a trusted proxy says for whom it speaks", () => {
  test.each([
    ["one client", "203.0.113.9", "203.0.113.9"],
    ["a client that lied before it", "127.0.0.1, 198.51.100.1, 203.0.113.9", "203.0.113.9"],
    ["another trusted proxy", "203.0.113.9, 10.1.1.1", "203.0.113.9"],
    ["a client of the house", "10.2.2.2", "10.2.2.2"],
    ["an address with its port", "203.0.113.9:4711", "203.0.113.9"],
    ["an IPv6 address with its port", "[2a00::1]:4711", "2a00::1"],
    ["an IPv4 address in IPv6", "::ffff:203.0.113.9", "203.0.113.9"],
    ["no address", "unknown", "10.0.0.1"],
    ["no address behind a proxy", "203.0.113.9, _hidden, 10.1.1.1", "10.1.1.1"],
    ["nothing", "", "10.0.0.1"],
  ])("%s", (_what, chain, address) => {
    expect(arrival("10.0.0.1", { "x-forwarded-for": chain })).toMatchObject({ address });
  });

  test("by the last word of each header, which is its own", () => {
    const said = {
      host: "127.0.0.1:3000",
      "x-forwarded-host": "evil.example, Planner.example.org",
      "x-forwarded-proto": "http, https",
    };
    expect(arrival("::1", said)).toEqual({ address: "::1", host: "planner.example.org", protocol: "https" });
    expect(
      arrival("::1", { host: "127.0.0.1:3000", "x-forwarded-host": "a b/", "x-forwarded-proto": "gopher" }),
    ).toEqual({ address: "::1", host: "127.0.0.1:3000", protocol: "http" });
  });
});

test("nobody is trusted unless somebody is named", () => {
  expect([
    trustIn("")!("127.0.0.1"),
    trust("10.255.0.1"),
    trust("11.0.0.1"),
    trust("2001:db8::5"),
    trust("127.9.9.9"),
  ]).toEqual([false, true, false, true, true]);
});

test.each(["proxy.example.org", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/8/8", "::1/129", "*", "10.0.0", "true"])(
  "%s names nobody",
  (setting) => {
    expect(trustIn(setting)).toBeNull();
  },
);
