import type { StationChange } from "@/domain/fingerprint/judge";

/** How this LibreTime differs from the one that our records belong to. */
export function changeSentence(station: StationChange["station"]): string {
  return station === "another"
    ? "This is a different LibreTime from the one you planned on."
    : "This LibreTime is in an earlier state than the one you planned on.";
}
