import { createHash } from "node:crypto";
import { fingerprintTables } from "@/domain/fingerprint/fingerprint";
import { changeIn, type StationChange } from "@/domain/fingerprint/judge";
import { sampleOf } from "@/domain/fingerprint/sample";
import type { Actor } from "@/server/cms/records";
import type { Deps } from "../deps";
import { lookAtStation, type StationLook } from "./look";
import { ourRecords, type OurRecords } from "./our-records";

/** What an admin looks at before this LibreTime is taken for ours. */
export type StationReport = {
  /** How it has changed; null while it fits, and there is nothing to confirm. */
  readonly change: StationChange | null;
  /** What was seen: confirming names it, so that nobody confirms what they have not looked at. */
  readonly token: string;
  /** Who took another LibreTime for ours before, and when. */
  readonly confirmed: { readonly at: string; readonly by: string } | null;
  readonly records: OurRecords;
};

/** What of our records is there, missing, or somebody else's. Nothing is asked of LibreTime that the mirror knows. */
export async function stationReport(deps: Deps, actor: Actor): Promise<StationReport> {
  await deps.mirror.ready();
  const look = await lookAtStation(deps);
  return {
    change: changeIn(look.verdict),
    token: tokenOf(look, deps.mirror),
    confirmed: look.kept?.confirmed ?? null,
    records: await ourRecords(deps, actor),
  };
}

/** A hash of what is kept, what differs, and the oldest rows that are there: those stay while a station goes on. */
export function tokenOf({ kept, verdict }: StationLook, mirror: Deps["mirror"]): string {
  const there = sampleOf(mirror, new Set());
  const oldest = fingerprintTables.map((table) => there[table].toSorted((a, b) => a.id - b.id).slice(0, 8));
  return createHash("sha256")
    .update(JSON.stringify([kept, verdict, oldest]))
    .digest("hex")
    .slice(0, 32);
}
