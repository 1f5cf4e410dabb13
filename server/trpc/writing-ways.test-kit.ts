import { codeIn, drift, planRest, trpc, unplanRest, wish, type Answered, type Sent } from "@/server/rest/doors.test-kit";
import { streams, type Given, type Planned } from "@/server/schedule/given/given.test-kit";

/** A way in that changes what airs between 20:00 and 21:00: what stands before, and how it is asked. */
export type WritingWay = {
  readonly name: string;
  readonly before: (given: Given) => Promise<Planned | null>;
  readonly input: (given: Given, earlier: Planned | null) => object;
  /** The same act for something else. */
  readonly other: object;
  readonly ask: (sent: Sent) => Promise<Answered>;
  /** Does it put something on? Then what is there is in its way. */
  readonly puts: boolean;
  /** Does it put on a track of ours? So it does unless told; then the same track there is told. */
  readonly plays?: false;
  /** Does something of ours go, or move? Then it must not have begun. */
  readonly takes: boolean;
};

const times = { scheduledAt: "2026-11-24T20:00:00Z", scheduledEnd: "2026-11-24T21:00:00Z" };
const later = { scheduledEnd: "2026-11-24T21:30:00Z" };
const nothing = () => Promise.resolve(null);
const procedure = (name: string) => (sent: Sent) => trpc(name, sent);

const unplan = {
  before: (given: Given) => given.plan("night1", "20:00", "21:00"),
  input: ({ episodes }: Given) => ({ episodeId: episodes.night1, scheduledAt: times.scheduledAt }),
  other: { scheduledAt: "2026-11-24T19:00:00Z" }, puts: false, takes: true,
} as const;
const plan = { before: nothing, input: (given: Given) => wish(given), other: later, puts: true, takes: false } as const;

/** Every way in that may write to LibreTime. */
export const writingWays: readonly WritingWay[] = [
  { name: "planOne over tRPC", ...plan, ask: procedure("planOne") },
  { name: "planOne over REST", ...plan, ask: planRest },
  {
    name: "replaceOne", before: (given) => given.plan("tapes", "20:00", "20:30"), input: (given, earlier) => ({ ...wish(given), replaces: [earlier!.slotId] }),
    other: later, puts: true, takes: true, ask: procedure("replaceOne"),
  },
  {
    name: "moveOne", before: (given) => given.plan("night1", "19:00", "20:00"), input: (_, earlier) => ({ slotId: earlier!.slotId, ...times }),
    other: later, puts: true, takes: true, ask: procedure("moveOne"),
  },
  {
    name: "repairOne", ask: procedure("repairOne"), puts: true, takes: true, other: { take: "libretime" },
    before: async (given) => {
      const planned = await given.plan("night1", "20:00", "21:00");
      await drift(given, planned.playoutId);
      return planned;
    },
    input: (_, earlier) => ({ slotId: earlier!.slotId, take: "ours" }),
  },
  {
    name: "planMany", before: nothing, ask: procedure("planMany"), other: { mode: "best" }, puts: true, takes: false,
    input: (given) => ({ changes: [{ showId: wish(given).showId, episodeId: wish(given).episodeId, to: { startsAt: times.scheduledAt, endsAt: times.scheduledEnd } }] }),
  },
  {
    name: "a move by planMany", before: (given) => given.plan("night1", "19:00", "20:00"), ask: procedure("planMany"), other: { mode: "best" }, puts: true, takes: true,
    input: (_, earlier) => ({ changes: [{ slotId: earlier!.slotId, to: { startsAt: times.scheduledAt, endsAt: times.scheduledEnd } }] }),
  },
  {
    name: "planHold of a live hold", before: nothing, ask: procedure("planHold"), other: later, puts: true, takes: false, plays: false,
    input: ({ shows }) => ({ showId: shows.night, content: { kind: "live" }, ...times }),
  },
  {
    name: "planHold of a webstream", before: nothing, ask: procedure("planHold"), other: later, puts: true, takes: false, plays: false,
    input: ({ shows }) => ({ showId: shows.night, content: { kind: "stream", streamId: streams.world }, ...times }),
  },
  {
    name: "a move of a live hold", before: (given) => given.hold({ kind: "live" }, "19:00", "20:00") as never, input: (_, earlier) => ({ slotId: earlier!.slotId, ...times }),
    other: later, puts: true, takes: true, plays: false, ask: procedure("moveOne"),
  },
  { name: "unplanOne over tRPC", ...unplan, ask: procedure("unplanOne") },
  { name: "unplanOne over REST", ...unplan, ask: unplanRest },
];

/** What an act came to: its code, or `success`. */
export async function outcome(act: Promise<Answered>): Promise<string> {
  const answered = await act;
  return codeIn(answered) ?? (answered[0] === 200 ? "success" : String(answered[0]));
}
