import { changeIn, type StationVerdict } from "@/domain/fingerprint/judge";
import { log } from "@/server/log";
import { setStationChanged } from "@/server/metrics";

/** The framework bundles a module more than once; what was said last is the process's. */
const shared = globalThis as { airweekStationSaid?: string };

/** Says once that the station has changed, and once that it fits again; the metrics have it at any time. */
export function tellVerdict(verdict: StationVerdict): void {
  const change = changeIn(verdict);
  setStationChanged(change !== null);
  const said = change?.station ?? "fits";
  if (said === (shared.airweekStationSaid ?? "fits")) return;
  shared.airweekStationSaid = said;
  if (!change)
    log.info(
      { event: "station_fits" },
      "[STATION] This is the LibreTime that our records belong to. Planning goes on.",
    );
  else
    log.warn(
      { event: "station_changed", station: change.station, ...change.counts },
      `[STATION] Planning is paused: this is ${change.station === "another" ? "another LibreTime" : "an earlier state of LibreTime"} than our records belong to. An admin looks at /station-changed.`,
    );
}
