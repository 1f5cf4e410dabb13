import { stationShows } from "../../given/given.test-kit";
import { foreign } from "../../given/foreign.test-kit";
import { planOne } from "../../plan-one";
import type { Case } from "../matrix.test-kit";

const plan: Case = {
  name: "a plan",
  procedure: "planOne",
  requests: ["GET /schedule", "POST /show-instances", "POST /schedule", "GET /schedule"],
  places: 34,
  act: (given, deps) => planOne(deps, given.people.programmer, given.wish("night1", "20:00", "21:00")),
};

const firstPlanShow: Case = {
  name: "a first plan of a show",
  procedure: "planOne",
  requests: ["GET /schedule", "POST /shows", "POST /show-instances", "POST /schedule", "GET /schedule"],
  places: 44,
  act: (given, deps) => planOne(deps, given.people.programmer, given.wish("tapes", "20:00", "21:00")),
};

const planEmptyInstance: Case = {
  name: "a plan into an empty instance that somebody made for it",
  procedure: "planOne",
  requests: ["GET /schedule", "GET /show-instances/*", "GET /schedule", "POST /schedule", "GET /schedule"],
  places: 38,
  before: (given) => foreign(given, "20:00", "21:00", { show: stationShows.night }),
  act: (given, deps) => planOne(deps, given.people.programmer, given.wish("night1", "20:00", "21:00")),
};

export const plans: readonly Case[] = [plan, firstPlanShow, planEmptyInstance];
