import { at } from "../../given/given.test-kit";
import { arrangeMany } from "../../plan-many";
import type { Case } from "../matrix.test-kit";

const stretch = (startsAt: string, endsAt: string) => ({ startsAt: at(startsAt), endsAt: at(endsAt) });

const actOnMany: Case = {
  name: "an act on many: one moves to where another goes, and a third comes",
  procedure: "planMany",
  requests: [
    "GET /schedule",
    "POST /show-instances",
    "POST /show-instances",
    "POST /schedule",
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
  places: 72,
  before: async (given) => [
    (await given.plan("night1", "20:00", "21:00")).slotId,
    (await given.plan("tapes", "21:00", "22:00")).slotId,
  ],
  act: (given, deps, slotIds) => {
    const [moves, goes] = slotIds as [string, string];
    const comes = { showId: given.shows.night, episodeId: given.episodes.night2, to: stretch("20:00", "21:00") };
    return arrangeMany(deps, given.people.programmer, {
      mode: "all",
      changes: [{ slotId: moves, to: stretch("21:00", "22:00") }, { slotId: goes, to: null }, comes],
    });
  },
};

const clear: Case = {
  name: "an act on many by which all go",
  procedure: "planMany",
  requests: [
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
  places: 42,
  before: async (given) => [
    (await given.plan("night1", "20:00", "21:00")).slotId,
    (await given.plan("tapes", "21:00", "22:00")).slotId,
  ],
  act: (given, deps, slotIds) => {
    const changes = (slotIds as string[]).map((slotId) => ({ slotId, to: null }));
    return arrangeMany(deps, given.people.programmer, { mode: "all", changes });
  },
};

const fillRegularSlots: Case = {
  name: "a filling of regular slots with premieres, of which one is somebody's by now",
  procedure: "planMany",
  requests: [
    "GET /schedule",
    "GET /schedule",
    "POST /show-instances",
    "POST /show-instances",
    "POST /schedule",
    "POST /schedule",
    "GET /schedule",
  ],
  places: 33,
  before: (given) => given.plan("tapes", "21:00", "22:00"),
  act: (given, deps) => {
    const premiere = (episode: "night1" | "night2" | "short", to: ReturnType<typeof stretch>) => ({
      showId: given.shows.night,
      episodeId: given.episodes[episode],
      to,
      premiere: true as const,
    });
    const changes = [
      premiere("night1", stretch("20:00", "21:00")),
      premiere("night2", stretch("21:30", "22:30")),
      premiere("short", stretch("22:00", "23:00")),
    ];
    return arrangeMany(deps, given.people.programmer, { mode: "best", changes });
  },
};

export const many: readonly Case[] = [actOnMany, clear, fillRegularSlots];
