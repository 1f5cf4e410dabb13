import { at, type Given } from "../../given/given.test-kit";
import type { OperationRecord } from "@/server/cms/records";
import { on } from "../../given/foreign.test-kit";
import { arrangeMany } from "../../plan-many";
import { repairOne } from "../../repair-one";
import { takeWayOut } from "../../take-way-out";
import { undoOne } from "../../undo-one";
import type { Case } from "../matrix.test-kit";
import { previewed } from "./ways-out.test-kit";

type Kind = OperationRecord["kind"];

/** An act of that kind, which is then taken back. */
type Done = Pick<Case, "name" | "requests" | "places"> & {
  readonly kind: Kind;
  readonly does: (given: Given) => Promise<unknown>;
};

const stretch = (startsAt: string, endsAt: string) => ({ startsAt: at(startsAt), endsAt: at(endsAt) });
const plan = (given: Given) => given.plan("night1", "20:00", "21:00");

/** Somebody in LibreTime has moved the row of "Night Flight #1", and it is ended that way. */
export async function repaired(given: Given, take: "ours" | "libretime"): Promise<void> {
  const { slotId, playoutId } = await plan(given);
  const row = (await given.station.snapshot()).schedule.find(({ id }) => id === playoutId)!;
  await given.station.put("schedule", { ...row, starts_at: on("20:10") } as never);
  await repairOne(given.deps, given.people.programmer, { slotId, take });
}

/** What an undo sends: of what came, of what went, of what moved, and of two that moved. */
type Sent = Pick<Case, "requests" | "places">;
const TAKES_OFF: Sent = {
  requests: [
    "GET /schedule/*",
    "GET /show-instances/*",
    "DELETE /schedule/*",
    "GET /schedule",
    "DELETE /show-instances/*",
  ],
  places: 14,
};
const PUTS_ON: Sent = {
  requests: ["GET /schedule", "POST /show-instances", "POST /schedule", "GET /schedule"],
  places: 12,
};
const MOVES: Sent = { requests: [...PUTS_ON.requests, ...TAKES_OFF.requests], places: 26 };
const MOVES_TWO: Sent = {
  requests: [
    "GET /schedule",
    "POST /show-instances",
    "POST /show-instances",
    "POST /schedule",
    "POST /schedule",
    "GET /schedule",
    ...TAKES_OFF.requests,
    ...TAKES_OFF.requests,
  ],
  places: 48,
};
/** All is as it was before, already: only that is read. */
const READS: Sent = { requests: ["GET /schedule/*", "GET /show-instances/*"], places: 4 };

const acts: readonly Done[] = [
  { kind: "plan", name: "a plan", does: plan, ...TAKES_OFF },
  {
    kind: "unplan",
    name: "an unplan",
    ...PUTS_ON,
    does: async (given) => {
      await plan(given);
      await given.unplan("night1", "20:00");
    },
  },
  {
    kind: "move",
    name: "a move",
    ...MOVES,
    does: async (given) => given.move((await plan(given)).slotId, "20:30", "21:30"),
  },
  {
    kind: "replace",
    name: "a replacement",
    ...MOVES,
    does: async (given) => given.replace([(await plan(given)).slotId], "night2", "20:30", "21:30"),
  },
  { kind: "repair", name: "a repair that put ours back", ...READS, does: (given) => repaired(given, "ours") },
  {
    kind: "way-out",
    name: "a swap",
    ...MOVES_TWO,
    does: async (given) => takeWayOut(given.deps, given.people.programmer, await previewed(given, "swap")),
  },
  {
    kind: "many",
    name: "an act on many",
    ...MOVES_TWO,
    does: async (given) => {
      const [moves, goes] = [(await plan(given)).slotId, (await given.plan("tapes", "21:00", "22:00")).slotId];
      const comes = { showId: given.shows.night, episodeId: given.episodes.night2, to: stretch("20:00", "21:00") };
      const changes = [{ slotId: moves, to: stretch("21:00", "22:00") }, { slotId: goes, to: null }, comes];
      await arrangeMany(given.deps, given.people.programmer, { mode: "all", changes });
    },
  },
  {
    kind: "undo",
    name: "an undo, which is redo",
    ...PUTS_ON,
    does: async (given) => {
      await plan(given);
      await undoOne(given.deps, given.people.programmer, { operationId: (await given.lastOperation()).id });
    },
  },
];

/** The undo of an act of every kind. */
export const undos: readonly (Case & { readonly undoes: Kind })[] = acts.map(({ kind, name, does, ...pinned }) => ({
  ...pinned,
  undoes: kind,
  name: `the undo of ${name}`,
  procedure: "undoOne",
  before: async (given) => {
    await does(given);
    const done = await given.lastOperation();
    if (done.kind !== kind || done.state !== "done") throw new Error(`${name} was a ${kind} that is ${done.state}`);
    return done.id;
  },
  act: (given, deps, operationId) => undoOne(deps, given.people.programmer, { operationId: operationId as string }),
}));
