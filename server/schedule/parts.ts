import { randomUUID } from "node:crypto";
import { episodeIn } from "@/domain/content";
import type { EpisodeId } from "@/domain/ids";
import { problemOnWire } from "@/domain/problems";
import type { Actor } from "@/server/cms/records";
import { findSlot, firstStarts } from "@/server/cms/slots";
import { Refusal } from "@/server/refusal";
import type { Deps } from "./deps";
import { refuseEpisodeUnderCheck, refuseUnderCheck } from "./open-slots";
import { problemIn } from "./problem-in";
import { booksOf, wantedAgain, wantedOf, type Books } from "./request";
import { slotToTouch } from "./guards";
import { type Arranging, type Change, type Part, type Refused, type World, isAs, slotsNamed } from "./change";

/** Every change judged by what our records say; with `all`, the first that cannot be refuses the whole. */
export async function partsOf(
  deps: Deps,
  actor: Actor,
  { changes, mode }: Arranging,
  open: World["open"] = [],
): Promise<{ readonly parts: readonly Part[]; readonly refused: readonly Refused[] }> {
  const [parts, refused]: [Part[], Refused[]] = [[], []];
  const books = booksOf(actor);
  const named = new Set<string>();
  for (const [index, change] of changes.entries()) {
    try {
      refuseUnderCheck(slotsNamed(change), open);
      if ("premiere" in change && change.premiere && "episodeId" in change)
        await refuseSecond(change.episodeId, { parts, open });
      const part = await partOf(deps, actor, change, books);
      if (named.has(part.slotId))
        throw new Refusal({ code: "MALFORMED_REQUEST", why: `slot ${part.slotId} is in this act already` });
      named.add(part.slotId);
      parts.push({ index, ...part });
    } catch (cause) {
      const problem = problemIn(cause);
      if (mode === "all" || !problem) throw cause;
      refused.push({ index, problem: problemOnWire(problem) });
    }
  }
  return { parts, refused };
}

/** A premiere is the only slot of its episode: in our records, in this act, and in those of which nobody knows yet. */
async function refuseSecond(
  episodeId: EpisodeId,
  { parts, open }: { readonly parts: readonly Part[]; readonly open: World["open"] },
): Promise<void> {
  refuseEpisodeUnderCheck(episodeId, open);
  const isHere = parts.some(({ wanted }) => wanted !== null && episodeIn(wanted.content) === episodeId);
  if (isHere || (await firstStarts([episodeId])).size > 0) throw new Refusal({ code: "STALE_PLAN" });
}

async function partOf(deps: Deps, actor: Actor, change: Change, books: Books): Promise<Omit<Part, "index">> {
  if ("back" in change) return comesBack(deps, actor, change, books);
  if (!("slotId" in change)) {
    return {
      wanted: await wantedOf(deps, actor, { ...change, slot: change.to }, books),
      leaving: null,
      slotId: randomUUID(),
    };
  }
  const slot = await slotToTouch(deps, change.slotId);
  if (change.version !== undefined && change.version !== slot.version) throw new Refusal({ code: "STALE_PLAN" });
  if (change.leftAs && !isAs(slot, change.leftAs)) throw new Refusal({ code: "STALE_PLAN" });
  if (!change.to) return { wanted: null, leaving: slot, slotId: slot.id };
  return { wanted: await wantedAgain(deps, actor, slot, { to: change.to, books }), leaving: slot, slotId: slot.id };
}

/** Under its own id. Of what was taken off, somebody may have been faster to bring it back. */
async function comesBack(
  deps: Deps,
  actor: Actor,
  { back, leftAs }: Extract<Change, { back: unknown }>,
  books: Books,
): Promise<Omit<Part, "index">> {
  const leaving = leftAs ? await slotToTouch(deps, back.id) : null;
  if (leaving && leftAs ? !isAs(leaving, leftAs) : await findSlot(back.id)) throw new Refusal({ code: "STALE_PLAN" });
  return {
    wanted: await wantedAgain(deps, actor, back, { to: { startsAt: back.startsAt, endsAt: back.endsAt }, books }),
    leaving,
    slotId: back.id,
  };
}
