import { isDeepStrictEqual } from "node:util";

import type { Recording } from "./recording";
import type { Replayed } from "./replay";

const compared = [
  "content-type",
  "allow",
  "location",
  "vary",
  "x-accel-redirect",
  "set-cookie",
  "access-control-allow-origin",
  "access-control-allow-headers",
  "access-control-allow-methods",
] as const;

/** What is not as recorded, in words; undefined if nothing. A HEAD's length is compared, for want of a body; of R278 only the content-type was kept. */
export function differenceOf(recording: Recording, replayed: Replayed): string | undefined {
  const { status, headers, body } = recording.response;
  if (replayed.status !== status)
    return `status ${replayed.status} instead of ${status}: ${JSON.stringify(replayed.body)}`;
  const names = recording.request.method === "HEAD" ? [...compared, "content-length"] : compared;
  for (const name of names) {
    const [is, was] = [replayed.headers[name], headers[name]].map(withoutSecrets);
    const isUnrecorded = was === undefined && headers.vary === undefined;
    if (is !== was && !isUnrecorded) return `${name} "${is}" instead of "${was}"`;
  }
  const seen = withRecordedHost(replayed.body);
  return isDeepStrictEqual(seen, body)
    ? undefined
    : `body ${JSON.stringify(seen)}\n instead of ${JSON.stringify(body)}`;
}

const withoutSecrets = (header: string | undefined): string | undefined =>
  header?.replace(/sessionid=("[^"]*"|<redacted>|\w+)/, "sessionid=…");

/** R007 names the host that was asked. */
function withRecordedHost(body: unknown): unknown {
  return JSON.parse(
    JSON.stringify(body).replaceAll(/http:\/\/127\.0\.0\.1:\d+\/api/g, "http://127.0.0.1:8081/api"),
  ) as unknown;
}
