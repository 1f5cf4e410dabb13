import { z } from "zod";
import { changeIn } from "@/domain/fingerprint/judge";
import { sampleOf } from "@/domain/fingerprint/sample";
import { floorToSecond, formatInstant } from "@/domain/time";
import { keepStation } from "@/server/cms/kept-station";
import type { Actor } from "@/server/cms/records";
import { newestInstancesInUse } from "@/server/cms/slots";
import { log } from "@/server/log";
import { Refusal } from "@/server/refusal";
import type { Deps } from "../deps";
import { lookAtStation } from "./look";
import { tokenOf } from "./report";

/** What was looked at. */
export const confirmStationInput = z.strictObject({ token: z.string().regex(/^[0-9a-f]{32}$/) });

/**
 * Takes this LibreTime for ours from now on, as it is at this moment. Nothing is written to it, and none of our
 * slots changes: what is not there is `missing`. Fails with `STALE_PLAN` when it is not what was looked at any more.
 */
export async function confirmStation(
  deps: Deps,
  actor: Actor,
  { token }: z.infer<typeof confirmStationInput>,
): Promise<{ readonly success: true }> {
  await deps.mirror.ready();
  await deps.lock.withLock("station", async () => {
    await deps.mirror.refresh();
    const look = await lookAtStation(deps);
    const change = changeIn(look.verdict);
    if (!change || tokenOf(look, deps.mirror) !== token) throw new Refusal({ code: "STALE_PLAN" });
    const fingerprint = sampleOf(deps.mirror, await newestInstancesInUse());
    await keepStation({ fingerprint, confirmed: { at: formatInstant(floorToSecond(deps.now())), by: actor.name } });
    log.warn(
      { event: "station_confirmed", who: actor.id, station: change.station, ...change.counts },
      `[STATION] ${actor.id} takes this LibreTime for ours: ${change.station === "another" ? "another one" : "an earlier state"} than before.`,
    );
    await lookAtStation(deps);
  });
  deps.windows.drop();
  deps.news.publish({ kind: "slots-changed" });
  return { success: true };
}
