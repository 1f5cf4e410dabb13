import type { Lease } from "@/server/coordination/lock";
import type { LibreTime } from "@/server/libretime/client";
import type { Act } from "./context";
import type { Deps } from "./deps";
import { timeLimit } from "./time-limit";

/** No act keeps a programmer waiting longer than thirty seconds; the last ten are for taking back. */
const ACT_MS = 20_000;
const ACT_AND_AFTERWARDS_MS = 30_000;

/** One on many slots takes longer: whoever sent it sees how far it is, and can stop it. */
const EACH_MS = 250;

/** What an act on so many slots works with from now on; its requests end with its time, or when the station is lost. */
export function startAct(
  deps: Deps,
  lease: Lease,
  rest: Pick<Act, "actorId" | "journal" | "unsettled">,
  slots = 1,
): Act {
  const within = (ms: number): LibreTime =>
    deps.libretime.within(timeLimit(lease, ms + Math.max(0, slots - 1) * EACH_MS));
  return { deps, ...rest, libretime: within(ACT_MS), afterwards: within(ACT_AND_AFTERWARDS_MS) };
}
