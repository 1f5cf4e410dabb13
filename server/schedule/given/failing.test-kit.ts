import { refused, stationShows, tracks } from "./given.test-kit";
import type { Problem } from "@/domain/problems";
import type { FaultKind } from "@/station/station";
import { on } from "./foreign.test-kit";

/** Where something hangs, a request may take this long, so that it is given up soon. */
export const IMPATIENT = { timeoutMs: 600 };

export const patienceFor = (kind: FaultKind) => (kind.startsWith("hang") ? IMPATIENT : {});

/** Somebody in LibreTime puts the Jazz Hour on at 20:30. */
export const rival = [
  { table: "show-instances", row: { id: 50, show: stationShows.jazz, starts_at: on("20:30"), ends_at: on("21:30") } },
  { table: "schedule", row: { id: 60, instance: 50, file: tracks.jazz, starts_at: on("20:30"), ends_at: on("21:15") } },
] as const;

/** What became of an act: its answer, or its problem. */
export async function outcomeOf(act: Promise<{ success: true }>): Promise<Problem["code"] | "success"> {
  return act.then(
    () => "success" as const,
    async () => (await refused(act)).code,
  );
}
