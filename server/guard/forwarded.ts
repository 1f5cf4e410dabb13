import { BlockList, isIP, isIPv6 } from "node:net";

/** Where a request really comes from, and how its sender reached us. */
export type Arrival = { readonly address: string; readonly host: string | null; readonly protocol: "http" | "https" };

/** Whom we believe what they say of others. */
export type Trust = (address: string) => boolean;

const loopback = ["127.0.0.0/8", "::1"];

/** `loopback`, addresses and networks (`10.0.0.0/8`), separated by commas. Null when one of them is none. */
export function trustIn(setting: string): Trust | null {
  const list = new BlockList();
  const wanted = setting
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "")
    .flatMap((each) => (each === "loopback" ? loopback : [each]));
  for (const each of wanted) if (!added(list, each)) return null;
  return (address) => list.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}

function added(list: BlockList, text: string): boolean {
  const [address = "", bits, ...more] = text.split("/");
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  const family = version === 6 ? "ipv6" : "ipv4";
  if (bits === undefined) list.addAddress(address, family);
  else if (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 6 ? 128 : 32))
    list.addSubnet(address, Number(bits), family);
  else return false;
  return true;
}

type Header = (name: string) => string | undefined;

/**
 * Whoever is not trusted speaks for itself alone. A trusted proxy says whom it speaks for: the last address of
 * `X-Forwarded-For` that is no trusted proxy itself, and the last value of the other headers, since a proxy
 * appends to what a client may have sent.
 */
export function arrivalOf(peer: string, header: Header, trust: Trust): Arrival {
  const address = plainAddress(peer) ?? peer;
  const host = header("host") ?? null;
  if (!trust(address)) return { address, host, protocol: "http" };
  const forwardedHost = lastOf(header("x-forwarded-host"));
  return {
    address: clientBehind(address, header("x-forwarded-for"), trust),
    host: forwardedHost && URL.canParse(`http://${forwardedHost}`) ? forwardedHost : host,
    protocol: lastOf(header("x-forwarded-proto")) === "https" ? "https" : "http",
  };
}

function clientBehind(proxy: string, chain: string | undefined, trust: Trust): string {
  let nearest = proxy;
  for (const each of (chain ?? "").split(",").toReversed()) {
    const address = plainAddress(each);
    if (address === null) return nearest;
    nearest = address;
    if (!trust(address)) return nearest;
  }
  return nearest;
}

/** `::ffff:10.0.0.1`, `10.0.0.1:4711` and `[::1]:4711` without what is around the address. */
function plainAddress(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, "$1")
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, "$1")
    .replace(/^::ffff:(?=\d+\.)/i, "");
  return isIP(bare) === 0 ? null : bare;
}

function lastOf(list: string | undefined): string | undefined {
  return list?.split(",").at(-1)?.trim().toLowerCase() || undefined;
}
