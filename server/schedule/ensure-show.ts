import { findShowById, linkShow } from "@/server/cms/shows";
import type { Arriving, ShowRecord, ShowSign } from "@/server/cms/records";
import { createLock } from "@/server/coordination/lock";
import { knownShowOf } from "@/server/library/linked-one";
import { showFor } from "@/server/libretime/rows";
import { log } from "@/server/log";
import { Refusal } from "@/server/refusal";
import type { Act } from "./context";
import { findShow, lookingFrom, tablesOf } from "./signs";
import { makeOnce } from "./write-once";

type Whose = Pick<Arriving, "showId" | "stationShowId">;

/** Slots of one act may need the same new show at the same time: it is made once. */
const turns = createLock();
const inTurn = (act: Act, { showId }: Whose, make: () => Promise<number>): Promise<number> =>
  turns.withLock(`${act.journal.operation.id} ${showId}`, make);

/** LibreTime's id of the show: the linked one while LibreTime has it, otherwise a new one. Never one of the same name: an admin links by picking. */
export function ensureShow(act: Act, whose: Whose): Promise<number> {
  return inTurn(act, whose, async () => {
    const linked = madeHere(act, whose.showId) ?? whose.stationShowId;
    if (linked === null) return makeShow(act, await recordOf(whose.showId));
    if (act.deps.mirror.shows.has(linked) || (await act.libretime.shows.get(linked)) !== null) return linked;
    return makeAnother(act, whose, linked);
  });
}

/** A new show, for one that LibreTime says it does not have any more. */
export function replaceShow(act: Act, whose: Whose, gone: number): Promise<number> {
  return inTurn(act, whose, async () => {
    const made = madeHere(act, whose.showId);
    return made !== undefined && made !== gone ? made : makeAnother(act, whose, gone);
  });
}

async function makeAnother(act: Act, { showId }: Whose, gone: number): Promise<number> {
  const show = await recordOf(showId);
  log.warn(
    { event: "show_gone", showId, libretimeShowId: gone },
    `[LT] show ${gone} is gone from LibreTime: "${show.title}" gets a new one`,
  );
  act.deps.mirror.forget({ show: gone });
  return makeShow(act, show);
}

/** The show that this very act has made for it. */
function madeHere({ journal }: Act, showId: string): number | undefined {
  return journal
    .steps()
    .findLast(
      ({ what, outcome, sign }) => what === "create-show" && outcome === "done" && (sign as ShowSign).showId === showId,
    )?.libretimeId;
}

async function recordOf(showId: string): Promise<ShowRecord> {
  const show = await findShowById(showId);
  if (!show) throw new Refusal({ code: "SHOW_NOT_FOUND", showId });
  return show;
}

async function makeShow(act: Act, show: ShowRecord): Promise<number> {
  const { libretime, afterwards, deps } = act;
  const draft = showFor({ name: show.title, description: show.description, colour: show.colour });
  const sign: ShowSign = {
    showId: show.id,
    name: draft.name,
    colour: show.colour,
    aboveId: Math.max(0, ...deps.mirror.shows.keys()),
    linkedBefore: show.libretimeShowId,
    knownBefore: show.knownShow,
  };
  const made = await makeOnce(act, {
    facts: { what: "create-show", sign },
    create: () => libretime.shows.create(draft),
    find: () => findShow(lookingFrom(act), sign, tablesOf(afterwards)),
  });
  deps.mirror.remember({ show: made });
  await linkShow(act.journal.operation, show.id, { id: made.id, known: knownShowOf(made) });
  return made.id;
}
