import type { Ask, RequestReport } from "./call";
import type { Connection } from "./connection";
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
  /** The same client within an act: its requests end when the act's time is up. The signal is looked up anew for each. */
  readonly within: (act: { readonly signal: AbortSignal }) => LibreTime;
};

/** A client of LibreTime's. Nothing is sent before the first call. */
export function createLibreTime({ url, apiKey, timeoutMs = 10_000, tableTimeoutMs = 120_000, onRequest }: LibreTimeOptions): LibreTime {
  return resources({ url, apiKey, onRequest }, { timeoutMs, tableTimeoutMs }, { isWritable: false });
}

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
    within: (act) => resources(connection, { ...patience, get signal() { return act.signal; } }, known),
  };
}
