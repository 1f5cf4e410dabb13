import type { Problem } from "@/domain/problems";
import { hasReadableType, isApi, isServerFunction, type Asked } from "./content-type";
import { canChange, hasApiKey, isLedByThisSite, isOfThisSite } from "./same-origin";

/** Why a request does not come in, and the status that says so. */
export type Refused = { readonly status: number; readonly problem: Problem };

/**
 * The one guard before all doors: REST, tRPC, Payload's REST, Payload's server functions, and whatever a page is
 * sent. It reads no body. Null lets the request in; who asks, and whether that person may, is the door's to say.
 */
export function judge(asked: Asked, publicOrigin: string | null): Refused | null {
  if (endsSession(asked) && !isLedByThisSite(asked.headers, publicOrigin))
    return { status: 403, problem: { code: "FORBIDDEN", needs: "pages of Airweek itself" } };
  if (!canChange(asked.method)) return null;
  if (!hasApiKey(asked.headers) && !isOfThisSite(asked.headers, publicOrigin)) {
    return {
      status: 403,
      problem: { code: "FORBIDDEN", needs: "pages of Airweek itself and scripts with an API key" },
    };
  }
  if (!hasReadableType(asked))
    return {
      status: 415,
      problem: malformed("its Content-Type is none that this address takes; send application/json"),
    };
  if (!isApi(asked) && !isFunctionOfAdmin(asked))
    return { status: 400, problem: malformed("this address is a page, which is only read") };
  return null;
}

/** Payload's page of signing out does so by being opened. Next reads an address that is written otherwise as the same. */
function endsSession({ pathname }: Asked): boolean {
  return /^\/+admin\/+logout/i.test(pathname.replace(/%[0-7][0-9a-f]/gi, (escape) => decodeURIComponent(escape)));
}

/** Payload's admin calls its functions under its own address; elsewhere Next would look for them, and ask itself over HTTP. */
function isFunctionOfAdmin(asked: Asked): boolean {
  return isServerFunction(asked) && /^\/admin(\/|$)/.test(asked.pathname);
}

function malformed(why: string): Problem {
  return { code: "MALFORMED_REQUEST", why };
}
