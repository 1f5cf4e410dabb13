import { changeIn } from "@/domain/fingerprint/judge";
import { sampleOf, withOurs } from "@/domain/fingerprint/sample";
import { keepStation, type KeptStation } from "@/server/cms/kept-station";
import { unfinishedOperations } from "@/server/cms/operations";
import type { OperationStep } from "@/server/cms/records";
import { newestInstancesInUse } from "@/server/cms/slots";
import type { Deps } from "../deps";
import { isMirrored, lookAtStation, ourStation } from "./look";

/** Refuses what is to be written while this is not the LibreTime that our records belong to; the first one that is met is ours. Whoever calls holds the station. */
export async function demandOurStation(deps: Pick<Deps, "mirror">): Promise<KeptStation | null> {
  const look = await ourStation(deps);
  return look.verdict.kind === "nothing-kept" ? keepAsSeen(deps, look.kept) : look.kept;
}

/**
 * Keeps up with LibreTime as it grows, while it is the one that our records belong to. Whoever calls holds the
 * station. While an act is not settled nobody can tell ours from LibreTime's own: then nothing is kept.
 */
export async function keepUpWithStation(deps: Pick<Deps, "mirror">): Promise<void> {
  const { kept, verdict } = await lookAtStation(deps);
  if (!changeIn(verdict) && (await unfinishedOperations()).length === 0) await keepAsSeen(deps, kept);
}

async function keepAsSeen({ mirror }: Pick<Deps, "mirror">, kept: KeptStation | null): Promise<KeptStation | null> {
  if (!isMirrored(mirror)) return kept;
  const next = { ...kept, fingerprint: sampleOf(mirror, await newestInstancesInUse(), kept?.fingerprint ?? null) };
  if (JSON.stringify(next) !== JSON.stringify(kept)) await keepStation(next);
  return next;
}

/** Keeps the instances that an act has just made: a backup of the minute before it does not have them. */
export async function keepMade(
  { mirror }: Pick<Deps, "mirror">,
  kept: KeptStation | null,
  steps: readonly OperationStep[],
): Promise<void> {
  const made = steps.flatMap(({ what, outcome, libretimeId }) => {
    const isThere = what === "create-instance" && outcome === "done" && libretimeId !== undefined;
    return isThere ? (mirror.instances.get(libretimeId) ?? []) : [];
  });
  if (kept && made.length > 0) await keepStation({ ...kept, fingerprint: withOurs(kept.fingerprint, made) });
}
