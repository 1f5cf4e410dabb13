import { createHash, createHmac, timingSafeEqual } from "node:crypto";

const KNOWN_MS = 10 * 60_000;
const MOST_KEYS = 1_000;

const session = /(?:^|;)\s*payload-token\s*=\s*"?([^;\s"]+)/;
const apiKey = /^users API-Key\s+\S/i;

/** Whether a request was signed by us, as far as can be told without the database. Who it is, its door asks. */
export type Credential = "session" | "api-key" | "none";

/** A session's token counts when its signature and its time do: most of what is made up costs no more than this look. */
export function credentialOf(
  headers: { readonly cookie?: string; readonly authorization?: string },
  secret: string,
): Credential {
  if (apiKey.test(headers.authorization ?? "")) return "api-key";
  const bearer = /^(?:JWT|Bearer)\s+(\S+)/i.exec(headers.authorization ?? "")?.[1];
  const tokens = [bearer, session.exec(headers.cookie ?? "")?.[1]];
  return tokens.some((token) => token !== undefined && isOurs(token, secret)) ? "session" : "none";
}

function isOurs(token: string, secret: string): boolean {
  const [head, body, signature, ...more] = token.split(".");
  if (!head || !body || !signature || more.length > 0) return false;
  const ours = createHmac("sha256", secret).update(`${head}.${body}`).digest();
  const theirs = Buffer.from(signature, "base64url");
  if (ours.length !== theirs.length || !timingSafeEqual(ours, theirs)) return false;
  return isInTime(body);
}

function isInTime(body: string): boolean {
  try {
    const { exp } = JSON.parse(Buffer.from(body, "base64url").toString()) as { exp?: unknown };
    return typeof exp === "number" && exp * 1000 > Date.now();
  } catch {
    return false;
  }
}

export type KnownKeys = {
  /** Was it somebody's within the last ten minutes? */
  readonly has: (authorization: string) => boolean;
  /** Asks whose it is, so that it is known from the next request on. */
  readonly learn: (authorization: string) => Promise<void>;
};

/** Which API keys are somebody's: a program is counted until the first is answered, and then not any more. */
export function knownKeys(isSomebodys: (authorization: string) => Promise<boolean>, now = Date.now): KnownKeys {
  const until = new Map<string, number>();
  const named = (authorization: string) => createHash("sha256").update(authorization).digest("base64");
  return {
    has: (authorization) => (until.get(named(authorization)) ?? 0) > now(),
    learn: async (authorization) => {
      if (!(await isSomebodys(authorization).catch(() => false))) return;
      if (until.size >= MOST_KEYS) until.clear();
      until.set(named(authorization), now() + KNOWN_MS);
    },
  };
}
