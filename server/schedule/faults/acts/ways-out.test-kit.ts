import { at, type Given } from "../../given/given.test-kit";
import type { WayKind } from "@/domain/ways-out/option";
import { DAY, later } from "@/domain/time";
import { takeWayOutInput, type TakeWayOutInput } from "../../inputs";
import { previewOne } from "../../preview-one";
import { takeWayOut } from "../../take-way-out";
import type { Case } from "../matrix.test-kit";

/** A world in which that way out is proposed. */
type Conflict = Pick<Case, "requests" | "places"> & {
  /** What stands before: the slots in the way; answers the slot that moves, where it is not an episode of the library that comes. */
  readonly stands: (given: Given) => Promise<{ readonly slotId?: string }>;
  /** Where "Night Flight #1" is wished. */
  readonly wished: readonly [startsAt: string, endsAt: string];
};

/** What a way out sends: its demand reads the week where its slots are and where they go. */
type Sent = Pick<Case, "requests" | "places">;
const ALONE: Sent = {
  requests: ["GET /schedule", "GET /schedule", "POST /show-instances", "POST /schedule", "GET /schedule"],
  places: 14,
};
const ONE_MOVES: Sent = {
  requests: [
    "GET /schedule",
    "GET /schedule",
    "GET /schedule",
    "GET /schedule",
    "POST /show-instances",
    "POST /show-instances",
    "POST /schedule",
    "POST /schedule",
    "GET /schedule",
    "GET /schedule/*",
    "GET /show-instances/*",
    "DELETE /schedule/*",
    "GET /schedule",
    "DELETE /show-instances/*",
  ],
  places: 40,
};
const SWAP: Sent = {
  requests: [
    "GET /schedule",
    "GET /schedule",
    "GET /schedule",
    "POST /show-instances",
    "POST /show-instances",
    "POST /schedule",
    "POST /schedule",
    "GET /schedule",
    "GET /schedule/*",
    "GET /schedule/*",
    "GET /show-instances/*",
    "GET /show-instances/*",
    "DELETE /schedule/*",
    "DELETE /schedule/*",
    "GET /schedule",
    "DELETE /show-instances/*",
    "GET /schedule",
    "DELETE /show-instances/*",
  ],
  places: 52,
};
const TWO_MOVE: Sent = {
  requests: [
    "GET /schedule",
    "GET /schedule",
    "GET /schedule",
    "GET /schedule",
    "GET /schedule",
    "GET /schedule",
    "POST /show-instances",
    "POST /show-instances",
    "POST /show-instances",
    "POST /schedule",
    "POST /schedule",
    "POST /schedule",
    "GET /schedule",
    "GET /schedule/*",
    "GET /schedule/*",
    "GET /show-instances/*",
    "GET /show-instances/*",
    "DELETE /schedule/*",
    "DELETE /schedule/*",
    "GET /schedule",
    "DELETE /show-instances/*",
    "GET /schedule",
    "DELETE /show-instances/*",
  ],
  places: 66,
};
const ONE_GOES_FAR: Sent = {
  requests: [
    "GET /schedule",
    "GET /schedule",
    "GET /schedule",
    "POST /show-instances",
    "POST /show-instances",
    "POST /schedule",
    "POST /schedule",
    "GET /schedule",
    "GET /schedule/*",
    "GET /show-instances/*",
    "DELETE /schedule/*",
    "GET /schedule",
    "DELETE /show-instances/*",
  ],
  places: 38,
};
const ONE_GOES: Sent = {
  requests: [
    "GET /schedule",
    "GET /schedule",
    "POST /show-instances",
    "POST /schedule",
    "GET /schedule",
    "GET /schedule/*",
    "GET /show-instances/*",
    "DELETE /schedule/*",
    "GET /schedule",
    "DELETE /show-instances/*",
  ],
  places: 28,
};

/** "Tapes from Leeds", an hour long, at that time. */
const tapes = (startsAt: string, endsAt: string) => async (given: Given) => {
  await given.plan("tapes", startsAt, endsAt);
  return {};
};

const conflicts: Readonly<Record<WayKind, Conflict>> = {
  "as-wished": { stands: async () => ({}), wished: ["20:00", "21:00"], ...ALONE },
  "trim-wish": { stands: tapes("20:30", "21:30"), wished: ["20:00", "21:00"], ...ALONE },
  "trim-others": { stands: tapes("19:15", "20:45"), wished: ["20:30", "21:30"], ...ONE_MOVES },
  "nearest-after": { stands: tapes("20:00", "21:00"), wished: ["20:00", "21:00"], ...ALONE },
  "nearest-before": { stands: tapes("20:00", "21:00"), wished: ["20:00", "21:00"], ...ALONE },
  swap: {
    stands: async (given) => {
      await given.plan("tapes", "21:00", "22:00");
      return { slotId: (await given.plan("night1", "20:00", "21:00")).slotId };
    },
    wished: ["21:00", "22:00"],
    ...SWAP,
  },
  "push-later": { stands: tapes("20:30", "21:30"), wished: ["20:00", "21:00"], ...ONE_MOVES },
  "pull-earlier": { stands: tapes("20:00", "21:00"), wished: ["20:30", "21:30"], ...ONE_MOVES },
  "make-room": {
    stands: async (given) => {
      await given.plan("tapes", "20:00", "21:00");
      await given.plan("night2", "21:00", "22:00");
      return {};
    },
    wished: ["20:30", "21:30"],
    ...TWO_MOVE,
  },
  // With a neighbour on either side it goes further than it would be pushed.
  "replace-and-move": {
    stands: async (given) => {
      await given.plan("short", "19:00", "20:00");
      await given.plan("tapes", "20:00", "21:00");
      await given.plan("night2", "21:00", "22:00");
      return {};
    },
    wished: ["20:00", "21:00"],
    ...ONE_GOES_FAR,
  },
  "another-day": { stands: tapes("20:00", "21:00"), wished: ["20:00", "21:00"], ...ALONE },
  "replace-to-library": { stands: tapes("20:00", "21:00"), wished: ["20:00", "21:00"], ...ONE_GOES },
};

/** That way out as the planner sends it, in the world in which it is proposed. */
export async function previewed(given: Given, kind: WayKind): Promise<TakeWayOutInput> {
  const { stands, wished } = conflicts[kind];
  const { slotId } = await stands(given);
  const { showId, episodeId } = given.wish("night1", ...wished);
  const [startsAt, endsAt] = [at(wished[0]), at(wished[1])];
  const within = { startsAt: at("13:00"), endsAt: later(at("24:00"), DAY) };
  given.deps.windows.drop();
  const { options } = await previewOne(given.deps, given.people.programmer, {
    episodeId,
    slotId,
    to: { startsAt, endsAt },
    within,
  });
  const option = options.find((each) => each.kind === kind);
  if (!option) throw new Error(`no ${kind} among ${options.map((each) => each.kind).join(", ")}`);
  return takeWayOutInput.parse({ showId, episodeId, option, token: option.token });
}

/** Every kind of way out. */
export const waysOut: readonly Case[] = Object.entries(conflicts).map(([kind, conflict]) => ({
  name: `a way out, "${kind}"`,
  procedure: "takeWayOut",
  requests: conflict.requests,
  places: conflict.places,
  before: (given) => previewed(given, kind as WayKind),
  act: (given, deps, input) => takeWayOut(deps, given.people.programmer, input as TakeWayOutInput),
}));
