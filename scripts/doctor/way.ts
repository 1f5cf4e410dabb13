import { lookup } from "node:dns/promises";
import { connect as connectPlain, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { bad, good, type Finding } from "./finding";

/** Does the name of the host lead to an address? */
export async function examineName(url: URL): Promise<Finding> {
  const host = hostOf(url);
  try {
    const { address } = await lookup(host);
    return good("name", host === address ? host : `${host} is ${address}`);
  } catch (error) {
    const code = codeOf(error);
    if (code === "EAI_AGAIN")
      return bad(
        "name",
        `the name server does not answer for ${host}`,
        "Check this machine's network and its DNS servers.",
      );
    return bad(
      "name",
      `there is no host ${host} (${code})`,
      "Check the spelling of LIBRETIME_API_URL. In containers, the name of the service counts, and both must be on one network.",
    );
  }
}

/** Does anything listen there? */
export async function examineConnection(url: URL, timeoutMs: number): Promise<Finding> {
  const where = `${url.hostname} port ${portOf(url)}`;
  const code = await opened(connectPlain({ host: hostOf(url), port: portOf(url) }), "connect", timeoutMs);
  if (code === null) return good("connection", where);
  if (code === "ECONNREFUSED")
    return bad(
      "connection",
      `nothing listens on ${where}`,
      "Is LibreTime running? Is the port in LIBRETIME_API_URL the one of its web server?",
    );
  if (code === "ETIMEDOUT")
    return bad("connection", `no answer from ${where}`, "A firewall swallows the packets, or the machine is off.");
  return bad(
    "connection",
    `${where} cannot be reached (${code})`,
    "Check the network between this machine and LibreTime's.",
  );
}

const certificateMends: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: "Renew the certificate of LibreTime's web server.",
  ERR_TLS_CERT_ALTNAME_INVALID: "Use the name that the certificate is for in LIBRETIME_API_URL.",
  DEPTH_ZERO_SELF_SIGNED_CERT: "Let Node trust it: NODE_EXTRA_CA_CERTS=/path/to/certificate.pem.",
  SELF_SIGNED_CERT_IN_CHAIN: "Let Node trust its authority: NODE_EXTRA_CA_CERTS=/path/to/authority.pem.",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "The web server must send its intermediate certificates as well.",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    "The web server must send its intermediate certificates, or NODE_EXTRA_CA_CERTS must name its authority.",
};

/** Is it TLS, with a certificate that is good for this name? Null where none is wanted. */
export async function examineTls(url: URL, timeoutMs: number): Promise<Finding | null> {
  if (url.protocol !== "https:") return null;
  const host = hostOf(url);
  const code = await opened(
    connectTls({ host, port: portOf(url), servername: /^[\d.:]+$/.test(host) ? "" : host }),
    "secureConnect",
    timeoutMs,
  );
  if (code === null) return good("TLS", `the certificate is good for ${host}`);
  const mend = certificateMends[code];
  if (mend) return bad("TLS", `the certificate of ${host} is not trusted (${code})`, mend);
  return bad(
    "TLS",
    `${host} port ${portOf(url)} does not speak TLS (${code})`,
    "Write http:// in LIBRETIME_API_URL, or use the port that speaks https.",
  );
}

/** The code of what went wrong, or null when the socket got as far as that event. */
function opened(socket: Socket, event: "connect" | "secureConnect", timeoutMs: number): Promise<string | null> {
  return new Promise((resolve) => {
    const end = (code: string | null): void => {
      socket.destroy();
      resolve(code);
    };
    socket.once(event, () => end(null)).once("error", (error) => end(codeOf(error)));
    socket.setTimeout(timeoutMs, () => end("ETIMEDOUT"));
    socket.once("close", () => end("ECONNRESET"));
  });
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "");
}

function portOf(url: URL): number {
  return Number(url.port) || (url.protocol === "https:" ? 443 : 80);
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
