import { isIPv6 } from "node:net";

/**
 * Whose requests are counted together: an IPv4 address, or the /64 of an IPv6 one, which is what one customer
 * has. "2001:db8:0:1::5" is "2001:db8:0:1::/64". Who came by no socket is "unknown".
 */
export function networkOf(address: string | null): string {
  if (address === null || address === "") return "unknown";
  const bare = address.split("%")[0]!;
  if (!isIPv6(bare)) return bare;
  const [head = "", tail] = bare.toLowerCase().split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail ? tail.split(":") : [];
  // An IPv4 address at the end stands for two groups.
  const length = left.length + right.length + Number(bare.includes("."));
  const groups = tail === undefined ? left : [...left, ...Array<string>(Math.max(0, 8 - length)).fill("0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
