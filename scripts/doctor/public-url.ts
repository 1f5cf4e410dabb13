import { isIP } from "node:net";
import { isOrigin } from "@/server/env";
import { trustIn } from "@/server/guard/forwarded";
import { bad, good, type Finding } from "./finding";

/** How browsers reach Airweek, where it listens, and whose X-Forwarded headers it believes, as the settings say. */
export type Reach = { readonly publicUrl?: string; readonly host: string; readonly trustedProxy?: string };

/** Does `PUBLIC_URL` fit how browsers come? Cookies travel as its scheme says, and its host alone is ours. */
export function examinePublicUrl({ publicUrl, host, trustedProxy = "" }: Reach): Finding {
  if (trustIn(trustedProxy) === null)
    return bad(
      "address",
      "TRUSTED_PROXY names no proxy",
      "Write addresses or networks, such as loopback or 10.0.0.0/8, separated by commas.",
    );
  if (!publicUrl)
    return isHere(host)
      ? good("address", "PUBLIC_URL is not set; browsers on this machine alone reach Airweek")
      : bad(
          "address",
          "PUBLIC_URL is not set, and Airweek listens to the network",
          "Set PUBLIC_URL to the address that people type, such as https://planner.example.org.",
        );
  if (!isOrigin(publicUrl))
    return bad(
      "address",
      "PUBLIC_URL is no http(s) address of a host alone",
      "Write it like https://planner.example.org, without a path.",
    );
  const { protocol, hostname, origin } = new URL(publicUrl);
  if (hostname === "0.0.0.0" || hostname === "[::]")
    return bad("address", `PUBLIC_URL is ${origin}, where no browser goes`, "Name the host that people type.");
  if (protocol === "https:") {
    const seen = `browsers come to ${origin}; cookies travel by https alone`;
    return trustedProxy
      ? good("address", seen)
      : bad(
          "address",
          `${seen}, but nobody is a TRUSTED_PROXY: everybody behind it counts as one address`,
          "Set TRUSTED_PROXY to the address of the proxy that ends TLS, such as loopback.",
        );
  }
  return isPublicName(hostname)
    ? bad(
        "address",
        `PUBLIC_URL is ${origin}: passwords and sessions travel for anybody to read`,
        "Put a proxy with TLS before Airweek and write https.",
      )
    : good("address", `browsers come to ${origin}; cookies travel without TLS`);
}

function isHere(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}

/** A name of the world's; an address of a house's own network, `radio.local` and a name without a dot are none. */
function isPublicName(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, "");
  if (isIP(bare)) return !/^(127|10|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))\.|^::1$|^f[cde]/.test(bare);
  return bare.includes(".") && !/\.(local|lan|internal|home|test|localhost|arpa)$/.test(bare);
}
