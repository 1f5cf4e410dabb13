import { canChange } from "./same-origin";

/** What a request says of itself, before anything of its body is read. */
export type Asked = Pick<Request, "method" | "headers"> & { readonly pathname: string };

/** Collections whose documents Payload's admin sends as a form, with the document as JSON in its field `_payload`. */
const formCollections = /^\/api\/(shows|episodes|patterns|users)(\/|$)/;

/**
 * May the body be what it says it is? JSON everywhere; a form where Payload's admin sends documents; text to its
 * server functions, since React writes their arguments so; a long query of the admin's as a query.
 */
export function hasReadableType(asked: Asked): boolean {
  const { method, headers } = asked;
  const given = headers.get("content-type");
  if (!canChange(method)) return true;
  if (given === null) return !hasBody(headers);
  const type = given.split(";")[0]!.trim().toLowerCase();
  if (type === "application/json") return !isServerFunction(asked) && isUtf8(given);
  if (type === "multipart/form-data") return !isServerFunction(asked) && formCollections.test(asked.pathname);
  if (type === "text/plain") return isServerFunction(asked) && isUtf8(given);
  return type === "application/x-www-form-urlencoded" && isLongQuery(asked);
}

/** A call of a function of Payload's admin: Next tells it by this header. */
export function isServerFunction({ method, headers }: Asked): boolean {
  return method === "POST" && headers.has("next-action");
}

export function isApi({ pathname }: Asked): boolean {
  return pathname === "/api" || pathname.startsWith("/api/");
}

function isLongQuery({ method, headers, pathname }: Asked): boolean {
  return (
    method === "POST" &&
    pathname.startsWith("/api/") &&
    ["x-http-method-override", "x-payload-http-method-override"].some((name) => headers.get(name) === "GET")
  );
}

function hasBody(headers: Headers): boolean {
  return headers.has("transfer-encoding") || !["0", null].includes(headers.get("content-length"));
}

function isUtf8(contentType: string): boolean {
  const charset = /;\s*charset\s*=\s*"?([^";,\s]*)/i.exec(contentType)?.[1];
  return !contentType.includes(",") && (charset === undefined || /^utf-?8$/i.test(charset));
}
