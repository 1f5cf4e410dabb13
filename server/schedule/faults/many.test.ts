import { breakEverywhere } from "./matrix.test-kit";
import { at } from "../given/given.test-kit";
import { arrangeMany } from "../plan-many";

const stretch = (startsAt: string, endsAt: string) => ({ startsAt: at(startsAt), endsAt: at(endsAt) });

await breakEverywhere({
  name: "an act on many: one moves to where another goes, and a third comes",
  requests: [
    "GET /schedule", "POST /show-instances", "POST /show-instances", "POST /schedule", "POST /schedule", "GET /schedule", "GET /schedule/*",
    "GET /schedule/*", "DELETE /schedule/*", "DELETE /schedule/*", "GET /show-instances/*", "GET /schedule", "DELETE /show-instances/*",
    "GET /show-instances/*", "GET /schedule", "DELETE /show-instances/*",
  ],
  places: 136,
  before: async (given) => [(await given.plan("night1", "20:00", "21:00")).slotId, (await given.plan("tapes", "21:00", "22:00")).slotId],
  act: (given, deps, slotIds) => {
    const [moves, goes] = slotIds as [string, string];
    const comes = { showId: given.shows.night, episodeId: given.episodes.night2, to: stretch("20:00", "21:00") };
    return arrangeMany(deps, given.people.programmer, { mode: "all", changes: [{ slotId: moves, to: stretch("21:00", "22:00") }, { slotId: goes, to: null }, comes] });
  },
});
