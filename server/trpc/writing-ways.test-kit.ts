import {
  codeIn,
  drift,
  planRest,
  trpc,
  unplanRest,
  wish,
  type Answered,
  type Sent,
} from "@/server/rest/doors.test-kit";
import { formatInstant, type Instant } from "@/domain/time";
import { tokenOf } from "@/domain/ways-out/token";
import { foreign, row } from "@/server/schedule/given/foreign.test-kit";
import { weekNow } from "@/server/schedule/week-now";
import { arrangeMany } from "@/server/schedule/plan-many";
import { at, stationShows, streams, tracks, type Given, type Planned } from "@/server/schedule/given/given.test-kit";

/** A way in that changes what airs between 20:00 and 21:00: what stands before, and how it is asked. */
export type WritingWay = {
  readonly name: string;
  /** What it is over tRPC, by whatever door it is asked. */
  readonly procedure: string;
  readonly before: (given: Given) => Promise<Planned | null>;
  readonly input: (given: Given, earlier: Planned | null) => object | Promise<object>;
  /** What makes of it the same act for something else. */
  readonly other: (earlier: Planned | null) => object;
  readonly ask: (sent: Sent) => Promise<Answered>;
  /** Does it put something on? Then what is there is in its way. */
  readonly puts: boolean;
  /** Does it put on a track of ours? So it does unless told; then the same track there is told. */
  readonly plays?: false;
  /** Does something of ours go, or move? Then it must not have begun. */
  readonly takes: boolean;
};

const times = { scheduledAt: "2026-11-24T20:00:00Z", scheduledEnd: "2026-11-24T21:00:00Z" };
const later = () => ({ scheduledEnd: "2026-11-24T21:30:00Z" });
const nothing = () => Promise.resolve(null);
const over = (procedure: string) => ({ procedure, ask: (sent: Sent) => trpc(procedure, sent) });

const unplan = {
  before: (given: Given) => given.plan("night1", "20:00", "21:00"),
  input: ({ episodes }: Given) => ({ episodeId: episodes.night1, scheduledAt: times.scheduledAt }),
  other: () => ({ scheduledAt: "2026-11-24T19:00:00Z" }),
  puts: false,
  takes: true,
} as const;

/** Somebody has moved the row of "Night Flight #1" in LibreTime. */
async function drifted(given: Given): Promise<Planned> {
  const planned = await given.plan("night1", "20:00", "21:00");
  await drift(given, planned.playoutId);
  return planned;
}

/** Somebody has put the same track beside ours. */
async function twice(given: Given): Promise<Planned> {
  const planned = await given.plan("night1", "20:00", "21:00");
  await row(given, await foreign(given, "20:15", "20:45", { show: stationShows.night }), "20:15", "20:45", {
    file: tracks.night1,
  });
  return planned;
}

/** "Night Flight #1" is planned at 20:00, something may be done with it, and the last act can be undone; so can one on another slot. */
async function undoable(given: Given, act: (slotId: string) => Promise<unknown> = nothing): Promise<Undoable> {
  await given.plan("tapes", "15:00", "16:00");
  const anotherId = (await given.lastOperation()).id;
  const planned = await given.plan("night1", "20:00", "21:00");
  await act(planned.slotId);
  const now = (await given.slots()).find(({ id }) => id === planned.slotId);
  return {
    ...planned,
    ...(now && { instanceId: now.instanceId, playoutId: now.playoutId! }),
    operationId: (await given.lastOperation()).id,
    anotherId,
  };
}
type Undoable = Planned & { readonly operationId: string; readonly anotherId: string };

const undo = {
  ...over("undoOne"),
  input: (_: Given, earlier: Planned | null) => ({ operationId: (earlier as Undoable).operationId }),
  other: (earlier: Planned | null) => ({ operationId: (earlier as Undoable).anotherId }),
} as const;

const stretch = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });

/** A batch that moves that slot to 19:00, and plans another. */
function inBatch({ deps, people, shows, episodes }: Given, slotId: string): Promise<unknown> {
  const comes = { showId: shows.night, episodeId: episodes.short, to: stretch("22:00", "22:58") };
  return arrangeMany(deps, people.programmer, {
    mode: "all",
    changes: [{ slotId, to: stretch("19:00", "20:00") }, comes],
  });
}

/** The way out that leads from 19:00 to 20:00, as it would be previewed in the world as it is. */
async function wayOut(given: Given, { slotId }: Planned): Promise<object> {
  const { showId, episodeId } = wish(given);
  const option = {
    kind: "as-wished" as const,
    effects: [{ slotId, episodeId, before: stretch("19:00", "20:00"), after: stretch("20:00", "21:00") }],
  };
  given.deps.windows.drop();
  const week = await weekNow(given.deps, [stretch("00:00", "24:00")]).catch(() => []);
  return { showId, episodeId, token: tokenOf(option, week), option: JSON.parse(JSON.stringify(option, onWire)) };
}

/** An instant is sent as text. */
const onWire = (name: string, value: unknown) =>
  name === "startsAt" || name === "endsAt" ? formatInstant(value as Instant) : value;

const plan = { before: nothing, input: (given: Given) => wish(given), other: later, puts: true, takes: false } as const;

/** Every way in that may write to LibreTime. */
export const writingWays: readonly WritingWay[] = [
  { name: "planOne over tRPC", ...plan, ...over("planOne") },
  { name: "planOne over REST", ...plan, procedure: "planOne", ask: planRest },
  {
    name: "replaceOne",
    before: (given) => given.plan("tapes", "20:00", "20:30"),
    input: (given, earlier) => ({ ...wish(given), replaces: [earlier!.slotId] }),
    other: later,
    puts: true,
    takes: true,
    ...over("replaceOne"),
  },
  {
    name: "moveOne",
    before: (given) => given.plan("night1", "19:00", "20:00"),
    input: (_, earlier) => ({ slotId: earlier!.slotId, ...times }),
    other: later,
    puts: true,
    takes: true,
    ...over("moveOne"),
  },
  {
    name: "repairOne",
    ...over("repairOne"),
    puts: true,
    takes: true,
    other: () => ({ take: "libretime" }),
    before: drifted,
    input: (_, earlier) => ({ slotId: earlier!.slotId, take: "ours" }),
  },
  {
    name: "repairOne that takes LibreTime's",
    ...over("repairOne"),
    puts: false,
    takes: true,
    other: () => ({ take: "ours" }),
    before: drifted,
    input: (_, earlier) => ({ slotId: earlier!.slotId, take: "libretime" }),
  },
  {
    name: "repairOne that lets ours go",
    ...over("repairOne"),
    puts: false,
    takes: true,
    other: () => ({ take: "ours" }),
    before: twice,
    input: (_, earlier) => ({ slotId: earlier!.slotId, take: "libretime" }),
  },
  {
    name: "a move by takeWayOut",
    ...over("takeWayOut"),
    puts: true,
    takes: true,
    other: () => ({ token: "of another world" }),
    before: (given) => given.plan("night1", "19:00", "20:00"),
    input: (given, earlier) => wayOut(given, earlier!),
  },
  { name: "undoOne of a plan", ...undo, puts: false, takes: true, before: (given) => undoable(given) },
  {
    name: "undoOne of an unplan",
    ...undo,
    puts: true,
    takes: false,
    before: (given) => undoable(given, () => given.unplan("night1", "20:00")),
  },
  {
    name: "undoOne of a move",
    ...undo,
    puts: true,
    takes: true,
    before: (given) => undoable(given, (slotId) => given.move(slotId, "19:00", "20:00")),
  },
  {
    name: "undoOne of a batch with a move",
    ...undo,
    puts: true,
    takes: true,
    before: (given) => undoable(given, (slotId) => inBatch(given, slotId)),
  },
  {
    name: "planMany",
    before: nothing,
    ...over("planMany"),
    other: () => ({ mode: "best" }),
    puts: true,
    takes: false,
    input: (given) => ({
      changes: [
        {
          showId: wish(given).showId,
          episodeId: wish(given).episodeId,
          to: { startsAt: times.scheduledAt, endsAt: times.scheduledEnd },
        },
      ],
    }),
  },
  {
    name: "a move by planMany",
    before: (given) => given.plan("night1", "19:00", "20:00"),
    ...over("planMany"),
    other: () => ({ mode: "best" }),
    puts: true,
    takes: true,
    input: (_, earlier) => ({
      changes: [{ slotId: earlier!.slotId, to: { startsAt: times.scheduledAt, endsAt: times.scheduledEnd } }],
    }),
  },
  {
    name: "planHold of a live hold",
    before: nothing,
    ...over("planHold"),
    other: later,
    puts: true,
    takes: false,
    plays: false,
    input: ({ shows }) => ({ showId: shows.night, content: { kind: "live" }, ...times }),
  },
  {
    name: "planHold of a webstream",
    before: nothing,
    ...over("planHold"),
    other: later,
    puts: true,
    takes: false,
    plays: false,
    input: ({ shows }) => ({ showId: shows.night, content: { kind: "stream", streamId: streams.world }, ...times }),
  },
  {
    name: "a move of a live hold",
    before: (given) => given.hold({ kind: "live" }, "19:00", "20:00") as never,
    input: (_, earlier) => ({ slotId: earlier!.slotId, ...times }),
    other: later,
    puts: true,
    takes: true,
    plays: false,
    ...over("moveOne"),
  },
  {
    name: "a slot taken off in a batch",
    before: (given) => given.plan("night1", "20:00", "21:00"),
    ...over("planMany"),
    other: () => ({ mode: "best" }),
    puts: false,
    takes: true,
    input: (_, earlier) => ({ changes: [{ slotId: earlier!.slotId, to: null }] }),
  },
  {
    name: "a live hold taken off in a batch",
    before: (given) => given.hold({ kind: "live" }, "20:00", "21:00") as never,
    ...over("planMany"),
    other: () => ({ mode: "best" }),
    puts: false,
    takes: true,
    plays: false,
    input: (_, earlier) => ({ changes: [{ slotId: earlier!.slotId, to: null }] }),
  },
  {
    name: "a webstream taken off in a batch",
    before: (given) => given.hold({ kind: "stream", streamId: streams.world }, "20:00", "21:00") as never,
    ...over("planMany"),
    other: () => ({ mode: "best" }),
    puts: false,
    takes: true,
    plays: false,
    input: (_, earlier) => ({ changes: [{ slotId: earlier!.slotId, to: null }] }),
  },
  { name: "unplanOne over tRPC", ...unplan, ...over("unplanOne") },
  { name: "unplanOne over REST", ...unplan, procedure: "unplanOne", ask: unplanRest },
];

/** What an act came to: its code, or `success`. */
export async function outcome(act: Promise<Answered>): Promise<string> {
  const answered = await act;
  return codeIn(answered) ?? (answered[0] === 200 ? "success" : String(answered[0]));
}
