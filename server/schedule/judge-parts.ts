import { mediaOf } from "@/domain/content";
import type { Conflict } from "@/domain/conflicts";
import { overlap } from "@/domain/interval";
import type { SlotRecord } from "@/server/cms/records";
import type { LibreTime } from "@/server/libretime/client";
import type { Act } from "./context";
import type { Deps } from "./deps";
import { inGroups } from "./in-groups";
import type { Wanted } from "./request";
import { stateNow } from "./state-now";
import { judgeAll, type Judgement } from "./world";
import { type Part, isAs } from "./change";

/** Those that are where they are to be already, as LibreTime has them: anew, they would be cut for nothing. */
export async function untouchedOf(
  deps: Deps,
  libretime: LibreTime,
  parts: readonly Part[],
): Promise<readonly SlotRecord[]> {
  const there = parts.flatMap(({ wanted, leaving }) =>
    wanted && leaving && isAs(leaving, { ...wanted.slot, content: wanted.content }) ? [leaving] : [],
  );
  const states = await inGroups(there, (slot) => stateNow(deps, libretime, slot));
  return there.filter((_, at) => states[at] === "on-libretime");
}

/** Each part against LibreTime without what leaves, and against the parts before it. */
export async function judgeParts(
  deps: Deps,
  { libretime, unsettled }: Pick<Act, "libretime" | "unsettled">,
  parts: readonly Part[],
): Promise<readonly Judgement[]> {
  const leaving = new Set(parts.flatMap((each) => each.leaving?.id ?? []));
  const wishes = parts.flatMap(({ wanted }) =>
    wanted ? [{ slot: wanted.slot, ...mediaOf(wanted.content), stationShowId: wanted.show.libretimeShowId }] : [],
  );
  const judged = (await judgeAll(deps, libretime, wishes, { leaving, unsettled })).values();
  const used = new Set<number>();
  const seen: Wanted[] = [];
  return parts.map(({ wanted }): Judgement => {
    if (!wanted) return { conflicts: [], reuse: null, rows: [] };
    const { conflicts, reuse, reuseMark, ifUsed, rows } = judged.next().value!;
    const taken = ifUsed && used.has(ifUsed.instanceId) ? [ifUsed] : [];
    const among = seen
      .filter((other) => overlap(other.slot, wanted.slot))
      .map((other) => amongThemselves(other, wanted));
    const all = [...conflicts, ...taken, ...among];
    // Who is refused takes nobody's time, and nobody's instance.
    if (all.length === 0) seen.push(wanted);
    if (all.length === 0 && reuse !== null) used.add(reuse);
    return { conflicts: all, reuse, reuseMark, rows };
  });
}

/** Two wishes of one act that want the same time. */
function amongThemselves(other: Wanted, wanted: Wanted): Conflict {
  const [track, theirs] = [mediaOf(wanted.content).trackId, mediaOf(other.content).trackId];
  return {
    kind: track !== null && track === theirs ? "track" : "slot",
    instanceId: 0,
    showName: other.show.title,
    title: other.title,
    ...other.slot,
    foreign: false,
  };
}
