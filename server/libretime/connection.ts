import { readBody } from "./answer-body";
import { givenUp, badAnswer, detailOf, noAnswer } from "./failures";
import type { Call, RequestReport } from "./call";
import { LibreTimeError } from "./libretime-error";

/** Where LibreTime is, and how patient we are with it. */
export type Connection = {
  /** `http://host:port`, without /api/v2. */
  readonly url: string;
  readonly apiKey: string;
  readonly onRequest?: ((report: RequestReport) => void) | undefined;
};

const MB = 2 ** 20;

/** What is read of an answer at most: 100,000 instances are 25 MB, the rows of six weeks below 1 MB. */
function capOf({ wholeTable }: Call<unknown>): number {
  return (wholeTable ? 64 : 4) * MB;
}

/** Sends one request once. `signal` ends it, `timeUp` says how that is told. */
export async function send<T>(
  connection: Connection,
  call: Call<T>,
  signal: AbortSignal,
  timeUp: () => string,
): Promise<T> {
  if (signal.aborted) throw givenUp(call, timeUp(), false);
  // A key that no header can carry is never sent; LibreTime answers 500 to some of them (R013, R014).
  if (!/^[\x21-\x7e]+$/.test(connection.apiKey)) {
    throw new LibreTimeError({
      ...call,
      problemCode: "LIBRETIME_REFUSED_KEY",
      outcome: "not sent, the key has characters that no key has",
      maybeSaved: false,
    });
  }
  const beganAt = performance.now();
  let [status, bytes]: [number | null, number] = [null, 0];
  try {
    const response = await fetch(`${connection.url}/api/v2${call.path}`, {
      method: call.method,
      headers: {
        accept: "application/json",
        authorization: `Api-Key ${connection.apiKey}`,
        ...(call.body === undefined ? {} : { "content-type": "application/json" }),
      },
      body: call.body === undefined ? null : JSON.stringify(call.body),
      // A redirected POST would become a GET, and its answer a success.
      redirect: "manual",
      cache: "no-store",
      signal,
    });
    status = response.status;
    const body = await readBody(response, capOf(call), (read) => (bytes = read));
    if (body === "too long")
      throw badAnswer(call, status, { json: null, unreadable: `longer than ${capOf(call) / MB} MB` });
    return readAnswer(call, response, body);
  } catch (error) {
    if (error instanceof LibreTimeError) throw error;
    throw signal.aborted ? givenUp(call, timeUp(), true) : noAnswer(call, error);
  } finally {
    report(connection, {
      method: call.method,
      route: call.route,
      path: call.path,
      status,
      ms: performance.now() - beganAt,
      bytes,
    });
  }
}

function readAnswer<T>(call: Call<T>, response: Response, body: Uint8Array): T {
  const { status } = response;
  const type = (response.headers.get("content-type") ?? "").split(";")[0];
  if (status === 204 && call.method === "DELETE") return call.answer.parse(undefined);
  if (type !== "application/json")
    throw badAnswer(call, status, {
      json: null,
      unreadable: type === "text/html" ? "HTML" : type ? "no JSON" : "empty",
    });
  const json = parsed(body);
  if (json === undefined) throw badAnswer(call, status, { json: null, unreadable: "broken JSON" });
  if (status === 404 && call.whenMissing && detailOf(json) !== null) return call.whenMissing();
  if (status < 200 || status >= 300) throw badAnswer(call, status, { json });
  const result = call.answer.safeParse(json);
  if (result.success && call.answersThis?.(result.data) === false)
    throw badAnswer(call, status, { json: null, unreadable: "about something else" });
  if (result.success) return result.data;
  throw badAnswer(call, status, {
    json: null,
    unreadable: `unreadable at ${result.error.issues[0]?.path.join(".") || "its top"}`,
  });
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}

/** A listener that throws must not turn a saved write into a failed one. */
function report(connection: Connection, what: RequestReport): void {
  try {
    connection.onRequest?.(what);
  } catch {
    // The listener's own failure is the listener's to log.
  }
}
