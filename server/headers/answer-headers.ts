import { contentPolicy, type PolicyOf } from "./content-policy";

/** What an answer is about: a page of ours, of Payload's admin, an answer to a program, or a picture of the build. */
export type AnswerKind = "page" | "admin" | "api" | "asset";

const unused = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "usb",
  "xr-spatial-tracking",
];

const HSTS_SECONDS = 365 * 24 * 3600;

/** The pictures beside the layouts, as Next serves them. */
const icon = /^\/(?:admin\/|station\/)?icon[^/]*\.svg$/;

/** What is at an address. */
export function kindOf(pathname: string): AnswerKind {
  const [, first = ""] = pathname.split("/");
  if (first === "api") return "api";
  if (first === "_next" || icon.test(pathname)) return "asset";
  return first === "admin" ? "admin" : "page";
}

export type Given = Omit<PolicyOf, "kind"> & {
  readonly kind: AnswerKind;
  /** Who may keep the answer. Left out: whoever answers says so itself. */
  readonly cacheControl?: string;
  readonly referrerPolicy?: string;
};

/** The headers of every answer. What only browsers with https obey is there with an https `PUBLIC_URL`. */
export function answerHeaders({
  kind,
  cacheControl,
  referrerPolicy = "same-origin",
  ...policy
}: Given): Record<string, string> {
  return {
    "content-security-policy": contentPolicy({
      ...policy,
      kind: kind === "page" || kind === "admin" ? kind : "nothing",
    }),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": referrerPolicy,
    "permissions-policy": unused.map((name) => `${name}=()`).join(", "),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    ...(policy.publicOrigin?.startsWith("https:") && { "strict-transport-security": `max-age=${HSTS_SECONDS}` }),
    ...(cacheControl && { "cache-control": cacheControl }),
  };
}
