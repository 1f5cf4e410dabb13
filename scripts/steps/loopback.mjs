import { lookup } from "node:dns/promises";
import { BlockList, isIPv6 } from "node:net";

/** The addresses that only this machine reaches; an IPv4 address written as IPv6 is found among the first. */
const own = new BlockList();
own.addSubnet("127.0.0.0", 8, "ipv4");
own.addAddress("::1", "ipv6");

/**
 * Does a server that listens on that host answer this machine alone? The name is looked up as `listen` does it, so
 * that `127.1`, `localhost` and a name of /etc/hosts are what they lead to. What leads nowhere is not.
 * @param {string} host
 */
export async function isLoopback(host) {
  const addresses = await lookup(host.replace(/^\[(.*)\]$/, "$1"), { all: true }).catch(() => []);
  return (
    addresses.length > 0 &&
    addresses.every(({ address }) => own.check(address.split("%")[0] ?? "", isIPv6(address) ? "ipv6" : "ipv4"))
  );
}
