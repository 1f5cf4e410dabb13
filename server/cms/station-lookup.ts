import type { Recording } from "@/domain/identities/recording";
import type { KnownShow } from "@/domain/identities/station-show";

/** What LibreTime has under an id at this moment; null where it has nothing, or does not answer. */
export type StationLookup = {
  /** `lengthSeconds`: whole seconds that it plays; null where LibreTime does not know. */
  readonly file: (
    id: number,
  ) => Promise<{ readonly recording: Recording; readonly lengthSeconds: number | null } | null>;
  readonly show: (id: number) => Promise<KnownShow | null>;
};

// The framework bundles a module more than once; what a process has only one of lives on the process.
const shared = globalThis as typeof globalThis & { airweekLookup?: StationLookup };

/** LibreTime's files and shows, for who picks one in the CMS; nothing until a process has LibreTime. */
export function stationLookup(): StationLookup | undefined {
  return shared.airweekLookup;
}

/** From now on this process looks things up so, or no more: `server/cms/` knows when, not where. */
export function lookUpWith(lookup: StationLookup | undefined): void {
  shared.airweekLookup = lookup;
}
