import { planners, signedIn } from "@/server/rest/doors.test-kit";
import { tracks } from "@/server/schedule/given/given.test-kit";
import type { Procedure } from "./doors.test-kit";
import { noObject, times } from "./bad-input.test-kit";

/** The library, and LibreTime's files. */
export const libraryProcedures: Readonly<Record<string, Procedure>> = {
  "library.search": {
    may: signedIn,
    writes: "nothing",
    good: () => ({}),
    bad: [
      ...noObject,
      ["too many words", { q: "x".repeat(201) }, "MALFORMED_REQUEST"],
      ["a NUL", { q: "a\0" }, "MALFORMED_REQUEST"],
      ["another order", { sort: "id; DROP TABLE slots" }, "MALFORMED_REQUEST"],
      ["too much", { limit: 1e9 }, "MALFORMED_REQUEST"],
      ["a place before the first", { cursor: -1 }, "MALFORMED_REQUEST"],
      ["conditions", { showIds: { like: "%" } }, "MALFORMED_REQUEST"],
    ],
  },
  "library.facets": { may: signedIn, writes: "nothing", bad: [] },
  "library.airings": {
    may: signedIn,
    writes: "nothing",
    good: ({ episodes }) => ({ episodeId: episodes.night1 }),
    bad: [
      ...noObject,
      ["nothing", {}, "MISSING_FIELDS"],
      ["conditions", { episodeId: { like: "%" } }, "MALFORMED_REQUEST"],
    ],
  },
  "library.fitting": {
    may: planners,
    writes: "nothing",
    good: () => ({ from: times.scheduledAt, to: times.scheduledEnd }),
    bad: [
      ...noObject,
      ["nothing", {}, "MISSING_FIELDS"],
      ["an end before its start", { from: times.scheduledEnd, to: times.scheduledAt }, "INVALID_TIME_RANGE"],
      ["too much", { from: times.scheduledAt, to: times.scheduledEnd, limit: 1e9 }, "MALFORMED_REQUEST"],
    ],
  },
  "library.tracks": {
    may: planners,
    writes: "nothing",
    good: () => ({ q: "night" }),
    bad: [
      ...noObject,
      ["an id of words", { ids: ["1"] }, "MALFORMED_REQUEST"],
      ["a NUL", { q: "\0" }, "MALFORMED_REQUEST"],
    ],
  },
  "library.streams": {
    may: planners,
    writes: "nothing",
    good: () => ({ q: "world" }),
    bad: [
      ...noObject,
      ["a NUL", { q: "\0" }, "MALFORMED_REQUEST"],
      ["too many words", { q: "x".repeat(201) }, "MALFORMED_REQUEST"],
    ],
  },
  "library.makeEpisode": {
    may: planners,
    writes: "records",
    good: ({ shows }) => ({ trackId: tracks.jazz, showId: shows.night }),
    bad: [
      ...noObject,
      ["nothing", {}, "MISSING_FIELDS"],
      ["a track of words", { trackId: "1", showId: "a" }, "MALFORMED_REQUEST"],
      ["a NUL", { trackId: 1, showId: "a\0" }, "MALFORMED_REQUEST"],
      ["SQL", { trackId: 1, showId: "' OR 1=1 --" }, "SHOW_NOT_FOUND"],
    ],
  },
};
