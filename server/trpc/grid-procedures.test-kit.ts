import { planners, signedIn } from "@/server/rest/doors.test-kit";
import { type Looked, type Procedure, looked, regular } from "./doors.test-kit";
import { badIds, noObject } from "./bad-input.test-kit";

/** What the grid shows, its regular slots, and the station. */
export const gridProcedures: Readonly<Record<string, Procedure>> = {
  "station.inbox": { may: signedIn, writes: "nothing", bad: [] },
  listSlots: {
    may: signedIn,
    writes: "nothing",
    good: () => ({ from: "2026-11-24T00:00:00Z", to: "2026-11-25T00:00:00Z" }),
    bad: [
      ...noObject,
      ["nothing", {}, "MISSING_FIELDS"],
      ["no time", { from: "x", to: "y" }, "INVALID_TIME"],
      ["43 days", { from: "2026-11-01T00:00:00Z", to: "2026-12-14T00:00:00Z" }, "INVALID_TIME_RANGE"],
      ["a list of times", { from: ["2026-11-24T00:00:00Z"], to: {} }, "MALFORMED_REQUEST"],
    ],
  },
  "patterns.list": { may: signedIn, writes: "nothing", bad: [] },
  "patterns.save": {
    may: planners,
    writes: "records",
    good: ({ shows }) => ({ ...regular, showId: shows.night }),
    bad: [
      ...noObject,
      ["nothing", {}, "MISSING_FIELDS"],
      ["SQL", { ...regular, showId: "' OR 1=1 --" }, "SHOW_NOT_FOUND"],
      ...badIds(regular, "showId"),
      ...(
        [
          { weekday: 0 },
          { weekday: 8 },
          { startTime: "24:00" },
          { startTime: 20 },
          { minutes: 0 },
          { minutes: 1440 },
          { everyWeeks: 5 },
          { anchor: "2026-02-30" },
          { kind: "live" },
          { skipped: ["then"] },
          { follows: {} },
        ] as const
      ).map((over) => [JSON.stringify(over), { ...regular, showId: "a", ...over }, "MALFORMED_REQUEST"] as const),
      [
        "a last day before the first",
        { ...regular, showId: "a", from: "2026-11-24", until: "2026-11-23" },
        "INVALID_TIME_RANGE",
      ],
    ],
  },
  "patterns.remove": {
    may: planners,
    writes: "records",
    good: () => ({ id: "a" }),
    bad: [...noObject, ["nothing", {}, "MISSING_FIELDS"], ...badIds({}, "id")],
  },
  "patterns.stock": {
    may: planners,
    writes: "nothing",
    good: () => ({ from: "2026-11-24T00:00:00Z", to: "2026-11-25T00:00:00Z" }),
    bad: [
      ...noObject,
      ["nothing", {}, "MISSING_FIELDS"],
      ["43 days", { from: "2026-11-01T00:00:00Z", to: "2026-12-14T00:00:00Z" }, "INVALID_TIME_RANGE"],
    ],
  },
  "station.status": { may: signedIn, writes: "nothing", bad: [] },
  "station.changed": { may: ["admin"], writes: "nothing", bad: [] },
  "station.confirm": {
    may: ["admin"],
    writes: "records",
    before: looked,
    good: (_, earlier) => ({ token: (earlier as Looked).token }),
    bad: [
      ...noObject,
      ["nothing", {}, "MISSING_FIELDS"],
      ["a token of numbers", { token: 5 }, "MALFORMED_REQUEST"],
      ["a token of words", { token: "yes" }, "MALFORMED_REQUEST"],
      ["more than a token", { token: "0".repeat(32), force: true }, "MALFORMED_REQUEST"],
    ],
  },
  "station.refresh": { may: planners, writes: "nothing", bad: [] },
  "station.news": { may: signedIn, writes: "nothing", bad: [] },
};
