import { breakEverywhere } from "./matrix.test-kit";
import { at } from "../given/given.test-kit";
import { moveOne } from "../move-one";

await breakEverywhere({
  name: "a move",
  requests: [
    "GET /schedule", "POST /show-instances", "POST /schedule", "GET /schedule", "GET /schedule/*", "DELETE /schedule/*", "GET /show-instances/*",
    "GET /schedule", "DELETE /show-instances/*",
  ],
  places: 75,
  before: async (given) => (await given.plan("night1", "20:00", "21:00")).slotId,
  act: (given, deps, slotId) => moveOne(deps, given.people.programmer, { slotId: slotId as string, scheduledAt: at("21:30"), scheduledEnd: at("22:30") }),
});
