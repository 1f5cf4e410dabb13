import { mediaOf, wantedRow } from "@/domain/content";
import { differencesOf, playsAsWanted } from "@/domain/checks";
import type { Difference } from "@/domain/differences";
import { markOf } from "@/domain/identity";
import type { Interval } from "@/domain/interval";
import { heldBy } from "@/domain/picture";
import type { Instance, Row } from "@/domain/station-rows";
import { slotRangeProblem } from "@/domain/slot-rules";
import type { Actor, SlotRecord } from "@/server/cms/records";
import { logSchedule } from "@/server/log";
import { inAct, type Judged } from "./act";
import type { Act } from "./context";
import type { ActAnswer } from "./answers";
import type { Deps } from "./deps";
import { ourStation } from "./fingerprint/look";
import type { RepairOneInput } from "./inputs";
import { refuseUnderCheck } from "./open-slots";
import { place } from "./place";
import { wantedAgain } from "./request";
import { standingAs, type Standing } from "./standing";
import { slotToTouch } from "./guards";
import { refuseOnAir } from "./take-off";
import { asOurSlot, judgeNow, refuseConflicts } from "./world";

/** What LibreTime has of a slot of ours, read at this moment. */
type Seen = {
  readonly standing: Standing | null;
  readonly row: Row | null;
  readonly home: Instance | null;
  readonly differences: readonly Difference[];
};

/**
 * Ends a drift. `ours`: what was planned is put back on LibreTime, by the act that plans and with its guard.
 * `libretime`: what LibreTime has counts; our record follows it where it can, and lets go of it otherwise.
 */
export function repairOne(deps: Deps, actor: Actor, input: RepairOneInput): Promise<ActAnswer> {
  const { take, ...rest } = input;
  return logSchedule.act("repair", { slotId: input.slotId, take }, () =>
    take === "ours" ? putOursBack(deps, actor, rest) : takeTheirs(deps, actor, rest),
  );
}

function putOursBack(deps: Deps, actor: Actor, input: Omit<RepairOneInput, "take">): Promise<ActAnswer> {
  return place(deps, actor, {
    kind: "repair",
    input,
    check: async () => {
      const slot = await slotToTouch(deps, input.slotId);
      const wanted = await wantedAgain(deps, actor, slot);
      const { standing, differences } = await seenOf(deps, deps.libretime, slot);
      if (standing) refuseOnAir(deps, standing);
      // What is as it should be is left alone: it would be cut for nothing.
      return { wanted, leaving: [slot], ...(differences.length > 0 ? { anew: true as const } : {}) };
    },
  });
}

async function takeTheirs(
  deps: Deps,
  actor: Actor,
  { idempotencyKey, ...asked }: Omit<RepairOneInput, "take">,
): Promise<ActAnswer> {
  // What cannot be, need not wait for its turn. Under a key it may have been done already, so that its turn decides.
  await ourStation(deps);
  if (!idempotencyKey) await slotToTouch(deps, asked.slotId);
  return inAct(
    deps,
    actor,
    { kind: "repair", input: { ...asked, take: "libretime" }, idempotencyKey },
    async (act, open) => {
      const slot = await slotToTouch(deps, asked.slotId);
      refuseUnderCheck([slot], open);
      const seen = await seenOf(deps, act.libretime, slot);
      const is = (what: Difference["what"]): boolean => seen.differences.some((each) => each.what === what);
      // Of two the one that somebody made in LibreTime stays, in a live hold as well; what is gone there goes here.
      if (is("twin") || is("filled") || is("row-gone") || is("hold-gone"))
        return { effects: { arriving: [], leaving: [slot] } };
      if (seen.differences.length > 0) return follow(act, slot, seen);
      deps.inbox.settled([slot.id]);
      return { answer: { success: true, noop: true } };
    },
  );
}

/** Only our record changes: LibreTime is as somebody wanted it there. */
async function follow({ deps, libretime, unsettled }: Act, slot: SlotRecord, { row, home }: Seen): Promise<Judged> {
  const to = home && wholeOf(slot, row, home);
  if (!to) return { effects: { arriving: [], leaving: [slot], records: [] } };
  const { conflicts } = await judgeNow(
    deps,
    libretime,
    { slot: to, ...mediaOf(slot.content), stationShowId: home.showId },
    { leaving: new Set([slot.id]), arriving: [asOurSlot(slot)], unsettled },
  );
  refuseConflicts(conflicts);
  const followed = { ...slot, ...to, mark: markOf(home) };
  return { effects: { arriving: [], leaving: [slot], records: [followed] } };
}

/** Where the slot is by now, if LibreTime still has it whole, as a slot can be: what it holds, from its instance's start, as long as it lasts there. */
function wholeOf({ content }: SlotRecord, row: Row | null, home: Instance): Interval | null {
  const to = heldBy(home);
  const wanted = wantedRow({ content, ...to });
  const isPlayed = !wanted || (row !== null && row.instanceId === home.id && playsAsWanted(wanted, row));
  return isPlayed && !home.modified && !slotRangeProblem(to) ? to : null;
}

async function seenOf(deps: Deps, libretime: Act["libretime"], slot: SlotRecord): Promise<Seen> {
  const standing = await standingAs(libretime, slot);
  const row = standing && "row" in standing ? standing.row : null;
  const home = standing?.home ?? null;
  if (home) deps.mirror.remember({ instance: home });
  const rows = await libretime.schedule.window(slot);
  const all = row && !rows.some(({ id }) => id === row.id) ? [...rows, row] : rows;
  return { standing, row, home, differences: differencesOf(asOurSlot(slot), all, home ?? undefined) };
}
