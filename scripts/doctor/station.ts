import { changeIn, type StationVerdict } from "@/domain/fingerprint/judge";
import { bad, good, type Finding } from "./finding";

/** Is it the LibreTime that the records in our database belong to? All its tables are read for that, and nothing is written. */
export async function examineStation(): Promise<Finding> {
  try {
    // Only now: these read the settings, which must be whole for them.
    const { createDeps } = await import("@/server/deps");
    const { env } = await import("@/server/env");
    const { lookAtStation } = await import("@/server/schedule/fingerprint/look");
    const { REDIS_URL: _, ...settings } = env();
    const deps = createDeps(settings);
    await deps.mirror.ready();
    return stationFinding((await lookAtStation(deps)).verdict);
  } catch (cause) {
    return bad(
      "station",
      `it cannot be compared with our records: ${cause instanceof Error ? cause.message : String(cause)}`,
      "Are DATABASE_URL and PAYLOAD_SECRET right, and does the database answer?",
    );
  }
}

function stationFinding(verdict: StationVerdict): Finding {
  if (verdict.kind === "nothing-kept")
    return good("station", "nothing of it is kept yet: what the first start meets is ours");
  const change = changeIn(verdict);
  if (!change) return good("station", "it is the one that our records belong to");
  const { another, gone, back } = change.counts;
  const seen = `${change.station === "another" ? "another LibreTime" : "an earlier state of LibreTime"} than our records belong to; known ids that are others by now: ${another}, known rows that are gone: ${gone}, that are back: ${back}`;
  return bad(
    "station",
    seen,
    "If the address is wrong, mend LIBRETIME_API_URL. If this LibreTime is to be ours from now on, an admin confirms it at /station-changed. Nothing is planned until then.",
  );
}
