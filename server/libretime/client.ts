import type { Ask, RequestReport } from "./call";
import { createCircuitBreaker, type CircuitBreaker } from "./circuit-breaker";
import type { Connection } from "./connection";
import { probesOf } from "./probes";
import { filesOf } from "./files";
import { instancesOf } from "./instances";
import { patientAsk, type Patience } from "./patience";
import { scheduleOf } from "./schedule";
import { showsOf } from "./shows";
import { streamsOf } from "./streams";
import { probeSchedule, readInfo, type StationInfo } from "./station-facts";

/** How to reach LibreTime. The key is in the header of each request, and nowhere else. */
export type LibreTimeOptions = {
  /** `http://host:port`, without /api/v2 and without a slash at its end. */
  readonly url: string;
  readonly apiKey: string;
  /** What one request may take with all its tries; 10 s unless told. */
  readonly timeoutMs?: number;
  /** What reading a whole table may take; 120 s unless told. */
  readonly tableTimeoutMs?: number;
  /** Told of each request, tries included. */
  readonly onRequest?: (report: RequestReport) => void;
};

/** LibreTime's v2 API as far as Airweek uses it. Everything fails with LibreTimeError and with nothing else. */
export type LibreTime = {
  readonly shows: ReturnType<typeof showsOf>;
  readonly instances: ReturnType<typeof instancesOf>;
  readonly schedule: ReturnType<typeof scheduleOf>;
  readonly files: ReturnType<typeof filesOf>;
  readonly streams: ReturnType<typeof streamsOf>;
  readonly info: () => Promise<StationInfo>;
  /** Makes sure, once per client, that this LibreTime's schedule can be written; LIBRETIME_TOO_OLD otherwise. */
  readonly probeWritableSchedule: () => Promise<void>;
  /** The same client within an act: its requests end when the act's time is up, and pass the breaker. The signal is looked up anew for each. */
  readonly within: (act: { readonly signal: AbortSignal }) => LibreTime;
  /** The same client, whose lists have so long. */
  readonly soon: (tableTimeoutMs: number) => LibreTime;
  /** What is known of the way to LibreTime. */
  readonly breaker: Omit<CircuitBreaker, "admit" | "note" | "demandWay" | "demandSchedule">;
  /** Fails at once when nothing can be planned: with what is wrong with the way to LibreTime, or with its schedule. */
  readonly demandWay: () => Promise<void>;
  /** Fails at once when the schedule cannot be read: with what is wrong. */
  readonly demandSchedule: () => Promise<void>;
};

/** A client of LibreTime's. Nothing is sent before the first call. */
export function createLibreTime({
  url,
  apiKey,
  timeoutMs = 10_000,
  tableTimeoutMs = 120_000,
  onRequest,
}: LibreTimeOptions): LibreTime {
  const connection = { url, apiKey, onRequest };
  const patience = { timeoutMs: Math.min(timeoutMs, HANGS_MS), tableTimeoutMs, tries: 1, isAdmitted: true };
  const probes = probesOf(() => patientAsk(connection, { ...patience, breaker }));
  const breaker: CircuitBreaker = createCircuitBreaker(probes);
  return resources(connection, { timeoutMs, tableTimeoutMs, breaker }, { isWritable: false });
}

/** A LibreTime that has not answered a small question in this time hangs. One that takes three seconds is slow. */
const HANGS_MS = 5_000;

function resources(connection: Connection, patience: Patience, known: { isWritable: boolean }): LibreTime {
  const ask: Ask = patientAsk(connection, patience);
  return {
    shows: showsOf(ask),
    instances: instancesOf(ask),
    schedule: scheduleOf(ask),
    files: filesOf(ask),
    streams: streamsOf(ask),
    info: () => readInfo(ask),
    probeWritableSchedule: async () => {
      if (!known.isWritable) await probeSchedule(ask);
      known.isWritable = true;
    },
    within: (act) =>
      resources(
        connection,
        {
          ...patience,
          isAdmitted: true,
          get signal() {
            return act.signal;
          },
        },
        known,
      ),
    soon: (tableTimeoutMs) =>
      resources(connection, { ...patience, tableTimeoutMs: Math.min(tableTimeoutMs, patience.tableTimeoutMs) }, known),
    breaker: patience.breaker,
    demandWay: patience.breaker.demandWay,
    demandSchedule: patience.breaker.demandSchedule,
  };
}
