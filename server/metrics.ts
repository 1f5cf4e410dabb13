import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { RequestReport } from "@/server/libretime/call";

type Metrics = ReturnType<typeof createMetrics>;

/** Next may load this file once per bundle; the numbers are the process's. */
const home = globalThis as { airweekMetrics?: Metrics };
const metrics = (home.airweekMetrics ??= createMetrics());

function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const windows = { readAt: null as number | null };
  return {
    registry,
    windows,
    acts: new Counter({
      name: "airweek_acts_total",
      help: "Acts of people, by kind and by how they ended.",
      labelNames: ["kind", "outcome"],
      registers,
    }),
    requests: new Counter({
      name: "airweek_libretime_requests_total",
      help: "Requests to LibreTime; status is none when no answer came.",
      labelNames: ["method", "route", "status"],
      registers,
    }),
    bytes: new Counter({
      name: "airweek_libretime_answer_bytes_total",
      help: "Bytes of LibreTime's answers.",
      labelNames: ["method", "route"],
      registers,
    }),
    durations: new Histogram({
      name: "airweek_libretime_request_seconds",
      help: "How long LibreTime took.",
      labelNames: ["method", "route"],
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    }),
    stationChanged: new Gauge({
      name: "airweek_station_changed",
      help: "1 while LibreTime is another one than our records belong to, or an earlier state of it: planning is paused.",
      registers,
    }),
    windowAge: new Gauge({
      name: "airweek_libretime_window_age_seconds",
      help: "Since LibreTime's schedule was last read.",
      registers,
      collect() {
        if (windows.readAt !== null) this.set((Date.now() - windows.readAt) / 1000);
      },
    }),
  };
}

/** Counts an act: `plan` `ok`. */
export function countAct(kind: string, outcome: string): void {
  metrics.acts.inc({ kind, outcome });
}

/** Takes note of a request to LibreTime; made to be the client's `onRequest`. */
export function countRequest({ method, route, path, status, ms, bytes }: RequestReport): void {
  metrics.requests.inc({ method, route, status: status ?? "none" });
  metrics.bytes.inc({ method, route }, bytes);
  metrics.durations.observe({ method, route }, ms / 1000);
  if (status === 200 && path.includes("ends_after=")) metrics.windows.readAt = Date.now();
}

/** Whether planning is paused because LibreTime is not the one that our records belong to. */
export function setStationChanged(isChanged: boolean): void {
  metrics.stationChanged.set(isChanged ? 1 : 0);
}

/** The numbers as Prometheus reads them. */
export async function metricsPage(): Promise<{ readonly contentType: string; readonly text: string }> {
  return { contentType: metrics.registry.contentType, text: await metrics.registry.metrics() };
}
