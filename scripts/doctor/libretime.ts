import { bad, good, type Finding } from "./finding";

/** Playout polls every 400 s; half a minute of skew already moves what counts as past, or as on air. */
const SKEW_LIMIT_SECONDS = 30;

export type Patient = {
  readonly url: string;
  readonly key: string;
  readonly timeoutMs: number;
  readonly now: () => number;
};

type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
  readonly roundTripMs: number;
};

/** Is it LibreTime? `/version` is one of the two addresses that it answers to anybody (R001). */
export async function examineLibreTime(patient: Patient): Promise<readonly Finding[]> {
  const answer = await ask(patient, "/version", { signedIn: false });
  if (typeof answer === "string")
    return [
      bad(
        "LibreTime",
        `the connection opens, but no answer comes (${answer})`,
        "Something else listens there, or LibreTime's API hangs: look into its log.",
      ),
    ];
  const { status, headers, json } = answer;
  if (status >= 300 && status < 400)
    return [
      bad(
        "LibreTime",
        `it sends us on to ${headers.get("location") ?? "another address"}`,
        "Write that address, up to and without /api/v2, in LIBRETIME_API_URL.",
      ),
    ];
  if (!isObject(json))
    return [
      bad(
        "LibreTime",
        `${status} with ${headers.get("content-type")?.split(";")[0] ?? "nothing"} instead of JSON`,
        status >= 500
          ? "The web server in front is there, LibreTime's API behind it is not: start libretime-api."
          : "Another program, or a page for browsers, answers there. LIBRETIME_API_URL must be the base under which /api/v2/version answers.",
      ),
    ];
  if (status !== 200 || typeof json.api_version !== "string")
    return [
      bad(
        "LibreTime",
        `${status}, and not what LibreTime's /api/v2/version says`,
        "Another program answers there. LIBRETIME_API_URL must be the base under which /api/v2/version answers.",
      ),
    ];
  return [good("LibreTime", "it answers /api/v2/version as LibreTime does"), examineClock(patient, answer)];
}

function examineClock({ now }: Patient, { headers, roundTripMs }: Answer): Finding {
  const theirs = Date.parse(headers.get("date") ?? "");
  if (Number.isNaN(theirs)) return good("clock", "it does not tell its time");
  const skew = Math.round((theirs - (now() - roundTripMs / 2)) / 1000);
  if (Math.abs(skew) <= SKEW_LIMIT_SECONDS) return good("clock", `${Math.abs(skew)} s apart`);
  return {
    ...bad(
      "clock",
      `LibreTime's clock is ${Math.abs(skew)} s ${skew > 0 ? "ahead of" : "behind"} ours`,
      "Let both machines keep time by NTP.",
    ),
    goesOn: true,
  } as Finding;
}

/** Is the key the one of LibreTime's configuration? A window of a minute is the smallest thing that needs it. */
export async function examineKey(patient: Patient): Promise<Finding> {
  const from = new Date(patient.now()).toISOString();
  const to = new Date(patient.now() + 60_000).toISOString();
  const answer = await ask(patient, `/schedule?ends_after=${from}&starts_before=${to}`);
  if (typeof answer === "string")
    return bad("key", `no answer to a request with the key (${answer})`, "Look into LibreTime's log.");
  if (answer.status === 200 && Array.isArray(answer.json)) return good("key", "it is accepted");
  if (answer.status === 401 || answer.status === 403)
    return bad(
      "key",
      `LibreTime refuses it (${answer.status}${detailOf(answer)})`,
      "LIBRETIME_API_KEY must be general.api_key of LibreTime's config.yml. LibreTime reads it at its start only.",
    );
  return bad(
    "key",
    `${answer.status} to a request with the key`,
    "The proxy in front may drop the Authorization header, or LibreTime fails: look into its log.",
  );
}

/**
 * May we write, and can this LibreTime? An empty row is refused with 400 and saves nothing; only from 4.3 on is
 * `ends_at` among what it misses (R208, R809).
 */
export async function examineWriting(patient: Patient): Promise<readonly Finding[]> {
  const answer = await ask(patient, "/schedule", { method: "POST", body: {} });
  if (typeof answer === "string")
    return [
      bad(
        "rights",
        `no answer to a write (${answer})`,
        "The proxy in front may hold back POST: look into its log and LibreTime's.",
      ),
    ];
  if (answer.status === 401 || answer.status === 403 || answer.status === 405)
    return [
      bad(
        "rights",
        `reading is allowed, writing is not (${answer.status}${detailOf(answer)})`,
        "The proxy in front must let POST and DELETE through to /api/v2.",
      ),
    ];
  if (answer.status !== 400 || !isObject(answer.json))
    return [
      bad("version", `${answer.status} to an empty row, where LibreTime answers 400`, "Look into LibreTime's log."),
    ];
  const rights = good("rights", "it may write");
  if ("ends_at" in answer.json) return [rights, good("version", "4.3 or later: the schedule can be written")];
  return [
    rights,
    bad("version", "the schedule cannot be written: LibreTime is older than 4.3", "Upgrade LibreTime to 4.3 or later."),
  ];
}

/** One request; the code of what happened instead where there is no answer. */
async function ask(
  { url, key, timeoutMs }: Patient,
  path: `/${string}`,
  { method = "GET", signedIn = true, body }: { method?: "GET" | "POST"; signedIn?: boolean; body?: object } = {},
): Promise<Answer | string> {
  const began = performance.now();
  try {
    const response = await fetch(`${url}/api/v2${path}`, {
      method,
      redirect: "manual",
      headers: {
        accept: "application/json",
        ...(signedIn && { authorization: `Api-Key ${key}` }),
        ...(body && { "content-type": "application/json" }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const roundTripMs = performance.now() - began;
    const text = await response.text();
    return { status: response.status, headers: response.headers, json: parsed(text), roundTripMs };
  } catch (error) {
    // The runtime's own message may quote the header with the key: only its code is told.
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    return cause instanceof Error
      ? "code" in cause && typeof cause.code === "string"
        ? cause.code
        : cause.name
      : "no answer";
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function detailOf({ json }: Answer): string {
  return isObject(json) && typeof json.detail === "string" ? `: ${json.detail}` : "";
}
