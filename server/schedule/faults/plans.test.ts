import { breakEverywhere } from "./matrix.test-kit";
import { stationShows } from "../given/given.test-kit";
import { foreign } from "../given/foreign.test-kit";
import { planOne } from "../plan-one";

await breakEverywhere({ name: "a plan", act: (given, deps) => planOne(deps, given.people.programmer, given.wish("night1", "20:00", "21:00")) });

await breakEverywhere({ name: "a first plan of a show", act: (given, deps) => planOne(deps, given.people.programmer, given.wish("tapes", "20:00", "21:00")) });

await breakEverywhere({
  name: "a plan into an empty instance that somebody made for it",
  before: (given) => foreign(given, "20:00", "21:00", { show: stationShows.night }),
  act: (given, deps) => planOne(deps, given.people.programmer, given.wish("night1", "20:00", "21:00")),
});
