import { at, stationShows, tracks, type Given } from "../../given/given.test-kit";
import { foreign, row } from "../../given/foreign.test-kit";
import { repairOne } from "../../repair-one";
import { unplanOne } from "../../unplan-one";
import type { Case } from "../matrix.test-kit";

const unplan: Case = {
  name: "an unplan",
  procedure: "unplanOne",
  requests: [
    "GET /schedule/*",
    "DELETE /schedule/*",
    "GET /show-instances/*",
    "GET /schedule",
    "DELETE /show-instances/*",
  ],
  places: 41,
  before: (given) => given.plan("night1", "20:00", "21:00"),
  act: (given, deps) =>
    unplanOne(deps, given.people.programmer, { episodeId: given.episodes.night1, scheduledAt: at("20:00") }),
};

/** A slot whose row somebody has moved, within its instance. */
async function drifted(given: Given): Promise<string> {
  const { slotId, playoutId } = await given.plan("night1", "20:00", "21:00");
  const row = (await given.station.snapshot()).schedule.find(({ id }) => id === playoutId)!;
  await given.station.put("schedule", { ...row, starts_at: "2026-11-24T20:10:00Z", id: playoutId } as never);
  return slotId;
}

const repairPutsOursBack: Case = {
  name: "a repair that puts ours back",
  procedure: "repairOne",
  requests: [
    "GET /schedule/*",
    "GET /show-instances/*",
    "GET /schedule",
    "GET /schedule/*",
    "GET /show-instances/*",
    "GET /schedule",
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
  places: 117,
  before: drifted,
  isBefore: "changed",
  act: (given, deps, slotId) => repairOne(deps, given.people.programmer, { slotId: slotId as string, take: "ours" }),
};

/** A slot beside which somebody has put the same track. */
async function twice(given: Given): Promise<string> {
  const { slotId } = await given.plan("night1", "20:00", "21:00");
  await row(given, await foreign(given, "20:15", "20:45", { show: stationShows.night }), "20:15", "20:45", {
    file: tracks.night1,
  });
  return slotId;
}

const repairTakesLibretimesWhere: Case = {
  name: "a repair that takes LibreTime's, where ours goes",
  procedure: "repairOne",
  requests: [
    "GET /schedule/*",
    "GET /show-instances/*",
    "GET /schedule",
    "GET /schedule/*",
    "DELETE /schedule/*",
    "GET /show-instances/*",
    "GET /schedule",
    "DELETE /show-instances/*",
  ],
  places: 62,
  before: twice,
  isBefore: "duplicate",
  act: (given, deps, slotId) =>
    repairOne(deps, given.people.programmer, { slotId: slotId as string, take: "libretime" }),
};

export const unplansAndRepairs: readonly Case[] = [unplan, repairPutsOursBack, repairTakesLibretimesWhere];
