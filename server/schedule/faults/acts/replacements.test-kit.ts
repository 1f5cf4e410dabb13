import { replaceOne } from "../../move-one";
import type { Case } from "../matrix.test-kit";

const replacementTwo: Case = {
  name: "a replacement of two",
  procedure: "replaceOne",
  requests: [
    "GET /schedule",
    "POST /show-instances",
    "POST /schedule",
    "GET /schedule",
    "GET /schedule/*",
    "GET /schedule/*",
    "DELETE /schedule/*",
    "DELETE /schedule/*",
    "GET /show-instances/*",
    "GET /schedule",
    "DELETE /show-instances/*",
    "GET /show-instances/*",
    "GET /schedule",
    "DELETE /show-instances/*",
  ],
  places: 60,
  before: async (given) => [
    (await given.plan("night1", "20:00", "21:00")).slotId,
    (await given.plan("tapes", "21:00", "22:00")).slotId,
  ],
  act: (given, deps, replaces) =>
    replaceOne(deps, given.people.programmer, {
      ...given.wish("night2", "20:30", "21:30"),
      replaces: replaces as string[],
    }),
};

export const replacements: readonly Case[] = [replacementTwo];
