/** One request that LibreTime's side got. */
export type LoggedRequest = {
  /** By the station's clock. */
  readonly at: string;
  readonly method: string;
  /** With the query, below the host: "/api/v2/schedule?ends_after=…". */
  readonly path: string;
  /** JSON as a value, other bodies as text, none as null. */
  readonly body: unknown;
  /** Null if no answer went out. */
  readonly status: number | null;
  /** The fault that it met. */
  readonly fault: string | null;
  readonly bytesIn: number;
  /** Of the answer's body. */
  readonly bytesOut: number;
  /** Until the answer was handed over. */
  readonly ms: number;
};

const kept = 20_000;

/** The requests since the last `clear`, in the order in which they came to their end; the oldest go first. */
export class RequestLog {
  #requests: LoggedRequest[] = [];

  add(request: LoggedRequest): void {
    this.#requests.push(request);
    if (this.#requests.length > 2 * kept) this.#requests = this.#requests.slice(-kept);
  }

  all(): readonly LoggedRequest[] {
    return [...this.#requests];
  }

  clear(): void {
    this.#requests = [];
  }
}

export function loggedBody(body: Buffer): unknown {
  const text = body.toString("utf8");
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
