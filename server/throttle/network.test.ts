import { expect, test } from "vitest";
import { networkOf } from "./network";

test.each([
  ["127.0.0.1", "127.0.0.1"],
  ["2001:db8:0:1::5", "2001:db8:0:1::/64"],
  ["2001:DB8:0:1:ffff:ffff:ffff:ffff", "2001:db8:0:1::/64"],
  ["2001:0db8:0000:0001::9", "2001:db8:0:1::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["64:ff9b::192.0.2.1", "64:ff9b:0:0::/64"],
  [null, "unknown"],
])("%s is counted with %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
