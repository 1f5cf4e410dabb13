import { pythonType } from "./field-reading";
import type { StationRequest } from "./request";

type Body =
  | { readonly ok: true; readonly data: Readonly<Record<string, unknown>>; readonly isForm: boolean }
  | { readonly ok: false; readonly status: 400 | 415; readonly error: unknown };

/** Reads a body as JSON, urlencoded or multipart; anything else is 415 (R072). Nothing at all is `{}` (R319, R320). */
export function readBody(request: StationRequest): Body {
  const sent = request.header("content-type") ?? "";
  const type = (sent.split(";")[0] ?? "").trim().toLowerCase();
  const isForm = type === "application/x-www-form-urlencoded" || type === "multipart/form-data";
  if (request.body.length === 0) return { ok: true, data: {}, isForm };
  if (type === "application/json") return readJson(request.body);
  if (type === "application/x-www-form-urlencoded") {
    return { ok: true, data: Object.fromEntries(new URLSearchParams(request.body.toString("utf8"))), isForm };
  }
  if (type === "multipart/form-data") return { ok: true, data: multipartFields(request.body, sent), isForm };
  return { ok: false, status: 415, error: { detail: `Unsupported media type "${sent}" in request.` } };
}

/** The named fields; a file part is no field of any model (R181). */
function multipartFields(body: Buffer, contentType: string): Readonly<Record<string, string>> {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1] ?? "";
  const fields: Record<string, string> = {};
  for (const part of body.toString("utf8").split(`--${boundary}`)) {
    const [head = "", ...rest] = part.split("\r\n\r\n");
    const name = /name="([^"]*)"/.exec(head)?.[1];
    if (name === undefined || head.includes("filename=")) continue;
    fields[name] = rest.join("\r\n\r\n").replace(/\r\n$/, "");
  }
  return fields;
}

const malformed = (reason: string): Body => ({
  ok: false,
  status: 400,
  error: { detail: `JSON parse error - ${reason}` },
});
const notAnObject = (reason: string): Body => ({ ok: false, status: 400, error: { non_field_errors: [reason] } });

function readJson(bytes: Buffer): Body {
  const text = bytes.toString("utf8");
  const bad = firstBadByte(bytes, text);
  if (bad !== undefined) return malformed(bad);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return malformed(pythonComplaint(text, String(error)));
  }
  if (value === null) return notAnObject("No data provided");
  if (typeof value !== "object" || Array.isArray(value))
    return notAnObject(`Invalid data. Expected a dictionary, but got ${pythonType(value)}.`);
  return { ok: true, data: value as Record<string, unknown>, isForm: false };
}

/** Python's sentence about bytes that are no UTF-8 (R326). */
function firstBadByte(bytes: Buffer, text: string): string | undefined {
  const again = Buffer.from(text, "utf8");
  if (again.equals(bytes)) return undefined;
  const at = again.findIndex((byte, index) => byte !== bytes[index]);
  const byte = bytes[at] ?? 0;
  const isStart = byte >= 0xc2 && byte <= 0xf4;
  return `'utf-8' codec can't decode byte 0x${byte.toString(16)} in position ${at}: invalid ${isStart ? "continuation" : "start"} byte`;
}

/** Python's sentence about text that is no JSON: right for NaN (R325) and for a text that ends too soon (R071), roughly right else. */
function pythonComplaint(text: string, complaint: string): string {
  const special = /-?\bInfinity\b|\bNaN\b/.exec(text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""'))?.[0];
  if (special !== undefined) return `Out of range float values are not JSON compliant: '${special}'`;
  const place = /position (\d+)/.exec(complaint)?.[1];
  const at = place === undefined ? text.length : Number(place);
  const before = text.slice(0, at).split("\n");
  return `Expecting value: line ${before.length} column ${(before.at(-1)?.length ?? 0) + 1} (char ${at})`;
}
