import type { Fingerprint } from "@/domain/fingerprint/fingerprint";
import { changeIn, judgeStation, type StationChange, type StationVerdict } from "@/domain/fingerprint/judge";
import { keptStation, type KeptStation } from "@/server/cms/kept-station";
import { unfinishedOperations } from "@/server/cms/operations";
import { instancesInUse } from "@/server/cms/slots";
import { Refusal } from "@/server/refusal";
import type { Deps } from "../deps";
import { tellVerdict } from "./tell-verdict";

/** LibreTime as it was read last, beside what is kept of ours. */
export type StationLook = { readonly kept: KeptStation | null; readonly verdict: StationVerdict };

/** Compares LibreTime with what is kept of ours. Nothing is asked of LibreTime: the mirror knows its tables. */
export async function lookAtStation(deps: Pick<Deps, "mirror">): Promise<StationLook> {
  return lookBeside(deps, await keptStation());
}

async function lookBeside({ mirror }: Pick<Deps, "mirror">, kept: KeptStation | null): Promise<StationLook> {
  const verdict =
    kept && isMirrored(mirror)
      ? judgeStation(kept.fingerprint, mirror, await takenOff(kept.fingerprint, mirror))
      : { kind: "nothing-kept" as const };
  tellVerdict(verdict);
  return { kept, verdict };
}

/** Has everything been read once? Before that nothing can be said. */
export function isMirrored({ asOf, filesAsOf }: Deps["mirror"]): boolean {
  return asOf !== null && filesAsOf !== null;
}

/** How the station has changed, if it has. */
export async function stationChange(deps: Pick<Deps, "mirror">): Promise<StationChange | null> {
  return changeIn((await lookAtStation(deps)).verdict);
}

/** LibreTime beside what is kept of ours; refuses with `STATION_CHANGED` when it is not the one that our records belong to. */
export async function ourStation(deps: Pick<Deps, "mirror">): Promise<StationLook> {
  const look = await lookAtStation(deps);
  refuseIfChanged(look);
  return look;
}

function refuseIfChanged({ verdict }: StationLook): void {
  const change = changeIn(verdict);
  if (change) throw new Refusal({ code: "STATION_CHANGED", ...change });
}

/**
 * The same once somebody has read of LibreTime what an act needs, and before it writes. What was read is of now, the
 * rest of the mirror up to a minute old: an instance that contradicts a higher one which is known from before
 * is a reason to read all tables anew.
 */
export async function refuseWhatWasRead(deps: Pick<Deps, "mirror">, kept: KeptStation | null): Promise<void> {
  const look = await lookBeside(deps, kept);
  refuseIfChanged(look);
  if (look.verdict.kind !== "fits" || !look.verdict.differences.some(({ what }) => what === "another")) return;
  await deps.mirror.refresh();
  refuseIfChanged(await lookBeside(deps, kept));
}

/** The instances of ours that are gone because we deleted them: no slot stands in them any more, or an act that is not settled yet was at it. */
async function takenOff({ instances }: Fingerprint, mirror: Deps["mirror"]): Promise<ReadonlySet<number>> {
  const absent = instances.flatMap(({ id, ours, gone }) => (ours && !gone && !mirror.instances.has(id) ? [id] : []));
  if (absent.length === 0) return new Set();
  const [used, operations] = await Promise.all([instancesInUse(absent), unfinishedOperations()]);
  const deleted = new Set(
    operations.flatMap(({ steps }) =>
      steps.flatMap(({ what, libretimeId }) =>
        what === "delete-instance" && libretimeId !== undefined ? [libretimeId] : [],
      ),
    ),
  );
  return new Set(absent.filter((id) => !used.has(id) || deleted.has(id)));
}
