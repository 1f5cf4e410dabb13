import { at } from "../../given/given.test-kit";
import { moveOne } from "../../move-one";
import type { Case } from "../matrix.test-kit";

const move: Case = {
  name: "a move",
  procedure: "moveOne",
  requests: [
    "GET /schedule",
    "POST /show-instances",
    "POST /schedule",
    "GET /schedule",
    "GET /schedule/*",
    "DELETE /schedule/*",
    "GET /show-instances/*",
    "GET /schedule",
    "DELETE /show-instances/*",
  ],
  places: 75,
  before: async (given) => (await given.plan("night1", "20:00", "21:00")).slotId,
  act: (given, deps, slotId) =>
    moveOne(deps, given.people.programmer, {
      slotId: slotId as string,
      scheduledAt: at("21:30"),
      scheduledEnd: at("22:30"),
    }),
};

export const moves: readonly Case[] = [move];
