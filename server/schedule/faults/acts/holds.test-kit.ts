import { at, type Given } from "../../given/given.test-kit";
import { moveOne } from "../../move-one";
import { arrangeMany } from "../../plan-many";
import { planHold } from "../../plan-one";
import type { Case } from "../matrix.test-kit";

const live = { kind: "live", title: "Studio 1" } as const;
const held = async (given: Given) => (await given.hold(live, "20:00", "21:00")).slotId;

const planLiveHold: Case = {
  name: "a plan of a live hold",
  procedure: "planHold",
  requests: ["GET /schedule", "POST /show-instances", "GET /schedule", "GET /show-instances/*"],
  places: 15,
  act: (given, deps) =>
    planHold(deps, given.people.programmer, {
      showId: given.shows.night,
      content: live,
      scheduledAt: at("20:00"),
      scheduledEnd: at("21:00"),
    }),
};

const moveLiveHold: Case = {
  name: "a move of a live hold",
  procedure: "moveOne",
  requests: [
    "GET /schedule",
    "POST /show-instances",
    "GET /schedule",
    "GET /show-instances/*",
    "GET /show-instances/*",
    "GET /show-instances/*",
    "GET /schedule",
    "DELETE /show-instances/*",
  ],
  places: 30,
  before: held,
  act: (given, deps, slotId) =>
    moveOne(deps, given.people.programmer, {
      slotId: slotId as string,
      scheduledAt: at("21:30"),
      scheduledEnd: at("22:30"),
    }),
};

const unplanLiveHold: Case = {
  name: "an unplan of a live hold",
  procedure: "planMany",
  requests: ["GET /show-instances/*", "GET /show-instances/*", "GET /schedule", "DELETE /show-instances/*"],
  places: 15,
  before: held,
  act: (given, deps, slotId) =>
    arrangeMany(deps, given.people.programmer, { changes: [{ slotId: slotId as string, to: null }], mode: "all" }),
};

export const holds: readonly Case[] = [planLiveHold, moveLiveHold, unplanLiveHold];
