import config from "@payload-config";
import { handleEndpoints } from "payload";
import { httpStatus, type Problem } from "@/domain/problems";
import { isSoundText } from "@/domain/texts";
import { withBodyLimit } from "@/server/body-limit";
import { DatabaseUnreachable } from "@/server/database-unreachable";
import { refusalBody } from "@/server/refusal-body";
import { withoutGuessing } from "./database-away";

/** The longest text of the CMS has 10,000 characters; a list's layout is the longest thing that is kept. */
const BODY_LIMIT = 256 * 1024;
const overrides = ["x-http-method-override", "x-payload-http-method-override"];

/**
 * Payload's REST, behind what it does not look at itself: a path that is none, a body that is no object, a
 * form that is not whole, a method that is another. Airweek has no uploads, so that a form is its JSON.
 */
export async function payloadRest(request: Request): Promise<Response> {
  const readable = await readableRequest(request);
  if (!(readable instanceof Request)) return refusal(readable);
  return withoutGuessing(
    () => handleEndpoints({ config, request: readable }),
    () => false,
  ).catch((cause: unknown) => {
    if (cause instanceof DatabaseUnreachable) return refusal(cause.problem);
    throw cause;
  });
}

function refusal(problem: Problem): Response {
  return Response.json(refusalBody(problem), { status: httpStatus[problem.code] });
}

const malformed = (why: string): Problem => ({ code: "MALFORMED_REQUEST", why });

async function readableRequest(request: Request): Promise<Request | Problem> {
  const { pathname } = new URL(request.url);
  const path = decoded(pathname);
  if (path === null || !isSoundText(path)) return malformed("its address is none");
  // Payload looks collections up by name in a plain object.
  if (path.split("/").some((segment) => segment in Object.prototype)) return malformed("there is no such collection");
  if (request.method === "POST" && overrides.some((name) => request.headers.has(name))) return longQuery(request);
  return ["POST", "PATCH", "PUT"].includes(request.method)
    ? withObject(request)
    : bare(request, request.url, request.method);
}

/** How Payload's admin asks with a query that is too long for an address. */
async function longQuery(request: Request): Promise<Request | Problem> {
  const isGet = overrides.every((name) => (request.headers.get(name) ?? "GET") === "GET");
  if (!isGet || typeOf(request) !== "application/x-www-form-urlencoded")
    return malformed("its method is the one it is sent with");
  const query = await textOf(request);
  if (query === null) return malformed("it is too long");
  const url = new URL(request.url);
  url.search = query;
  return bare(request, url.href, "GET");
}

async function withObject(request: Request): Promise<Request | Problem> {
  const text = await textOf(request);
  if (text === null) return malformed("it is too long");
  const json =
    typeOf(request) === "multipart/form-data"
      ? await jsonOfForm(text, request.headers.get("content-type")!)
      : text.trim() || "{}";
  const read = json === null ? null : objectIn(json);
  if (!read) return malformed("it must be a JSON object of sound texts");
  const headers = headersOf(request);
  headers.set("content-type", "application/json");
  return new Request(request.url, {
    method: request.method,
    headers,
    body: JSON.stringify(read),
    signal: request.signal,
  });
}

/** The object, without keys that would become its prototype; null for everything that is none. */
function objectIn(json: string): object | null {
  let isSound = true;
  try {
    const read: unknown = JSON.parse(json, (key, value: unknown) => {
      isSound &&= isSoundText(key) && (typeof value !== "string" || isSoundText(value));
      return key === "__proto__" ? undefined : value;
    });
    return isSound && typeof read === "object" && !Array.isArray(read) ? read : null;
  } catch {
    return null;
  }
}

/** Payload's admin sends its documents as a form with one field of JSON. */
async function jsonOfForm(text: string, contentType: string): Promise<string | null> {
  const form = await new Response(text, { headers: { "content-type": contentType } }).formData().catch(() => null);
  const fields = form?.get("_payload");
  return typeof fields === "string" ? fields : null;
}

function textOf(request: Request): Promise<string | null> {
  return withBodyLimit(request, BODY_LIMIT)
    .text()
    .catch(() => null);
}

function bare(request: Request, url: string, method: string): Request {
  return new Request(url, { method, headers: headersOf(request), signal: request.signal });
}

function headersOf(request: Request): Headers {
  const headers = new Headers(request.headers);
  for (const name of [...overrides, "content-type", "content-length", "transfer-encoding"]) headers.delete(name);
  return headers;
}

function typeOf(request: Request): string {
  return (request.headers.get("content-type") ?? "").split(";")[0]!.trim().toLowerCase();
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
