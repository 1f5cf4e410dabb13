import { randomUUID } from "node:crypto";
import { episodeIn, isSameContent, mediaOf } from "@/domain/content";
import { conflictCode, type Conflict } from "@/domain/conflicts";
import type { EpisodeId } from "@/domain/ids";
import { overlap, type Interval } from "@/domain/interval";
import { problemOnWire, type ProblemOnWire } from "@/domain/problems";
import { unfinishedOperations } from "@/server/cms/operations";
import type { Actor, Arriving, Effects, OperationRecord, SlotRecord } from "@/server/cms/records";
import { findSlot, firstStarts } from "@/server/cms/slots";
import type { LibreTime } from "@/server/libretime/client";
import { Refusal } from "@/server/refusal";
import { inAct, type Act } from "./act";
import { warningsOf, type ArrangeAnswer } from "./answers";
import type { Deps } from "./deps";
import { ourStation, refuseWhatWasRead } from "./fingerprint/look";
import { inGroups } from "./in-groups";
import { heldByOpen, refuseDoomed, refuseEpisodeUnderCheck, refuseUnderCheck } from "./open-slots";
import { problemIn } from "./problem-in";
import { booksOf, wantedAgain, wantedOf, type Books, type Thing, type Wanted } from "./request";
import { stateNow } from "./state-now";
import { slotToTouch } from "./take-off";
import { asOurSlot, judgeAll, type Judgement } from "./world";

/** What a slot is known by once an act has left it. */
export type LeftAs = Pick<SlotRecord, "startsAt" | "endsAt" | "content">;

/** What is to happen to one slot: a new one of an episode (as its premiere: only while it has no slot anywhere), of a live hold or of a webstream; one of ours that moves or goes (`to` null), or one that comes back as it was, with what it held then: from nowhere, or from where an act has left it. */
export type Change =
  | {
      readonly slotId: string;
      readonly version?: number | undefined;
      readonly leftAs?: LeftAs | undefined;
      readonly to: Interval | null;
    }
  | (Thing & { readonly showId: string; readonly to: Interval; readonly premiere?: true | undefined })
  | { readonly back: SlotRecord; readonly leftAs?: LeftAs | undefined };

/** What is to stand, where it comes from, and in which change it was asked for. */
type Part = {
  readonly index: number;
  readonly wanted: Wanted | null;
  readonly leaving: SlotRecord | null;
  readonly slotId: string;
};
type Refused = { readonly index: number; readonly problem: ProblemOnWire };

export type Arranging = {
  readonly kind: OperationRecord["kind"];
  readonly changes: readonly Change[];
  /** All or nothing; or as many as can be. */
  readonly mode: "all" | "best";
  readonly input: unknown;
  readonly idempotencyKey?: string | undefined;
  readonly dryRun?: boolean | undefined;
  /** Judges what else must hold, when it is this act's turn. */
  readonly demand?: () => Promise<void>;
};

/**
 * Changes several slots in one act, with one undo: all are judged first as one picture, then written a few at a
 * time, what arrives before what leaves. Slots that move keep their ids.
 */
export async function arrange(deps: Deps, actor: Actor, arranging: Arranging): Promise<ArrangeAnswer> {
  const { kind, input, idempotencyKey, dryRun } = arranging;
  await ourStation(deps);
  // What cannot be, need not wait for its turn. Under a key it may have been done already, so that its turn decides.
  if (!idempotencyKey) await partsOf(deps, actor, arranging).catch(unlessStale);
  if (dryRun) return rehearse(deps, actor, arranging);
  const answer = await inAct(
    deps,
    actor,
    { kind, input, idempotencyKey, slots: arranging.changes.length },
    async ({ libretime }, open) => {
      const { effects, refused } = await judgedParts(deps, actor, { libretime, open }, arranging);
      if (effects.arriving.length + effects.leaving.length === 0)
        return { answer: { success: true, placed: effects.untouched ?? [], refused } };
      return { effects: { ...effects, refused } };
    },
  );
  return answer as ArrangeAnswer;
}

/** What is stale may be so by an act that is not settled yet: its turn decides. */
function unlessStale(cause: unknown): void {
  if (problemIn(cause)?.code !== "STALE_PLAN") throw cause;
}

/** The slots that are there already, or were. */
function slotsNamed(change: Change): readonly Pick<SlotRecord, "id">[] {
  if ("back" in change) return [change.back];
  return "slotId" in change ? [{ id: change.slotId }] : [];
}

async function rehearse(deps: Deps, actor: Actor, arranging: Arranging): Promise<ArrangeAnswer> {
  await deps.mirror.ready();
  const problem = deps.mirror.problem(deps.now());
  if (problem) throw new Refusal(problem);
  const { kept } = await ourStation(deps);
  const { effects, refused } = await judgedParts(
    deps,
    actor,
    { libretime: deps.libretime, open: await unfinishedOperations() },
    arranging,
  );
  // What only goes is judged by our records alone, and yet the act itself would have to reach LibreTime.
  if (effects.arriving.length === 0 && effects.leaving.length > 0)
    await deps.libretime.schedule.window(effects.leaving[0]!);
  await refuseWhatWasRead(deps, kept);
  return {
    success: true,
    dryRun: true,
    placed: [],
    refused,
    warnings: effects.arriving.flatMap((each) => warningsOf(deps, each)),
  };
}

/** LibreTime, and what is not settled of earlier acts. */
type World = Pick<Act, "libretime"> & { readonly open: readonly OperationRecord[] };

async function judgedParts(
  deps: Deps,
  actor: Actor,
  { libretime, open }: World,
  arranging: Arranging,
): Promise<{ readonly effects: Effects; readonly refused: readonly Refused[] }> {
  // Before anything else is demanded: of what is being checked nobody knows whether it is stale.
  if (arranging.mode === "all") refuseUnderCheck(arranging.changes.flatMap(slotsNamed), open);
  await arranging.demand?.();
  await libretime.probeWritableSchedule();
  const { parts, refused } = await partsOf(deps, actor, arranging, open);
  const world = { libretime, unsettled: heldByOpen(open).map(asOurSlot) };
  const untouched = await untouchedOf(deps, libretime, parts);
  // Who is refused stays where it is, and may be in another's way: judged until nobody more is refused.
  for (let left = parts.filter(({ leaving }) => !leaving || !untouched.includes(leaving)), out = refused; ;) {
    const judgements = await judgeParts(deps, world, left);
    const more = left.flatMap(({ index }, at) =>
      judgements[at]!.conflicts.length > 0 ? [{ index, conflicts: judgements[at]!.conflicts }] : [],
    );
    if (more.length === 0) {
      await refuseDoomed(judgements.map(({ reuse }) => reuse));
      return { effects: effectsOf(left, judgements, untouched), refused: out };
    }
    if (arranging.mode === "all") {
      const conflicts = more.flatMap((each) => each.conflicts);
      throw new Refusal({ code: conflictCode(conflicts), conflicts });
    }
    const gone = new Set(more.map(({ index }) => index));
    out = [
      ...out,
      ...more.map(({ index, conflicts }) => ({
        index,
        problem: problemOnWire({ code: conflictCode(conflicts), conflicts }),
      })),
    ];
    left = left.filter(({ index }) => !gone.has(index));
  }
}

/** Every change judged by what our records say; with `all`, the first that cannot be refuses the whole. */
async function partsOf(
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

/** Is it where an act has left it, with what it held? */
export function isAs(slot: LeftAs, left: LeftAs): boolean {
  return slot.startsAt === left.startsAt && slot.endsAt === left.endsAt && isSameContent(slot.content, left.content);
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

/** Those that are where they are to be already, as LibreTime has them: anew, they would be cut for nothing. */
async function untouchedOf(deps: Deps, libretime: LibreTime, parts: readonly Part[]): Promise<readonly SlotRecord[]> {
  const there = parts.flatMap(({ wanted, leaving }) =>
    wanted && leaving && isAs(leaving, { ...wanted.slot, content: wanted.content }) ? [leaving] : [],
  );
  const states = await inGroups(there, (slot) => stateNow(deps, libretime, slot));
  return there.filter((_, at) => states[at] === "on-libretime");
}

/** Each part against LibreTime without what leaves, and against the parts before it. */
async function judgeParts(
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

function effectsOf(
  parts: readonly Part[],
  judgements: readonly Judgement[],
  untouched: readonly SlotRecord[],
): Effects {
  return {
    arriving: parts.flatMap(({ wanted, slotId }, index) =>
      wanted ? [arrivingOf(wanted, slotId, judgements[index]!)] : [],
    ),
    leaving: parts.flatMap((each) => each.leaving ?? []),
    untouched: untouched.map(({ id: slotId, instanceId, playoutId }) => ({ slotId, instanceId, playoutId })),
    askedAt: Object.fromEntries(parts.map(({ slotId, index }) => [slotId, index])),
  };
}

/** What is to stand, under that id. */
export function arrivingOf(
  { content, known, title, show, cueIn, slot }: Wanted,
  slotId: string,
  { reuse, reuseMark }: Pick<Arriving, "reuse" | "reuseMark">,
): Arriving {
  return {
    ...(reuseMark && { reuseMark }),
    slotId,
    ...slot,
    content,
    ...(known && { known }),
    title,
    showId: show.id,
    showTitle: show.title,
    colour: show.colour,
    cueIn,
    stationShowId: show.libretimeShowId,
    reuse,
  };
}
