import { drift, planners, wish } from "@/server/rest/doors.test-kit";
import type { Procedure } from "./doors.test-kit";
import { badIds, badTimes, ids, keys, noObject, times } from "./bad-input.test-kit";

/** One slot: planned, replaced, moved, taken off, repaired. */
export const planningProcedures: Readonly<Record<string, Procedure>> = {
  planOne: {
    may: planners,
    writes: "libretime",
    good: wish,
    bad: [
      ...noObject,
      ["nothing", {}, "MISSING_FIELDS"],
      ...badTimes(ids),
      ...badIds({ ...ids, ...times }, "episodeId"),
      ...badIds({ ...ids, ...times }, "showId"),
      ...keys({ ...ids, ...times }),
      ["a dry run of words", { ...ids, ...times, dryRun: "yes" }, "MALFORMED_REQUEST"],
      ["SQL", { ...times, showId: "a", episodeId: "' OR 1=1 --" }, "EPISODE_NOT_FOUND"],
    ],
  },
  planHold: {
    may: planners,
    writes: "libretime",
    good: ({ shows }) => ({ showId: shows.night, content: { kind: "live", title: "Studio 1" }, ...times }),
    bad: [
      ...noObject,
      ["nothing", {}, "MISSING_FIELDS"],
      ...badTimes({ showId: "a", content: { kind: "live" } }),
      ...badIds({ content: { kind: "live" }, ...times }, "showId"),
      ...keys({ showId: "a", content: { kind: "live" }, ...times }),
      ...[
        { kind: "track" },
        { kind: "stream" },
        { kind: "stream", streamId: "1" },
        { kind: "stream", streamId: -1 },
        { kind: "live", title: "" },
        { kind: "live", title: "x".repeat(201) },
        { kind: "live", title: "a\0b" },
        "live",
      ].map(
        (content) =>
          [
            `a hold of ${JSON.stringify(content).slice(0, 40)}`,
            { showId: "a", content, ...times },
            "MALFORMED_REQUEST",
          ] as const,
      ),
      ["no such show", { showId: "' OR 1=1 --", content: { kind: "live" }, ...times }, "SHOW_NOT_FOUND"],
    ],
  },
  replaceOne: {
    may: planners,
    writes: "libretime",
    before: (given) => given.plan("night2", "20:00", "21:00"),
    good: (given, earlier) => ({ ...wish(given), replaces: [earlier!.slotId] }),
    bad: [
      ...noObject,
      ["nothing", {}, "MISSING_FIELDS"],
      ...badTimes({ ...ids, replaces: ["a"] }),
      ["no slot", { ...ids, ...times, replaces: [] }, "MALFORMED_REQUEST"],
      ["a text of slots", { ...ids, ...times, replaces: "a" }, "MALFORMED_REQUEST"],
      ["too many", { ...ids, ...times, replaces: Array(51).fill("a") }, "MALFORMED_REQUEST"],
      ...keys({ ...ids, ...times, replaces: ["a"] }),
    ],
  },
  moveOne: {
    may: planners,
    writes: "libretime",
    before: (given) => given.plan("night1", "16:00", "17:00"),
    good: (_, earlier) => ({ slotId: earlier!.slotId, ...times }),
    bad: [
      ...noObject,
      ["nothing", {}, "MISSING_FIELDS"],
      ...badTimes({ slotId: "a" }),
      ...badIds(times, "slotId"),
      ["a version of words", { slotId: "a", ...times, version: "1" }, "MALFORMED_REQUEST"],
      ...keys({ slotId: "a", ...times }),
      ["SQL", { slotId: "' OR 1=1 --", ...times }, "SLOT_NOT_FOUND"],
    ],
  },
  unplanOne: {
    may: planners,
    writes: "libretime",
    before: (given) => given.plan("night1", "20:00", "21:00"),
    good: ({ episodes }) => ({ episodeId: episodes.night1, scheduledAt: times.scheduledAt }),
    bad: [
      ...noObject,
      ["nothing", {}, "MISSING_FIELDS"],
      ["no time", { episodeId: "a", scheduledAt: "now" }, "INVALID_TIME"],
      ...badIds({ scheduledAt: times.scheduledAt }, "episodeId"),
      ...keys({ episodeId: "a", scheduledAt: times.scheduledAt }),
      ["SQL", { episodeId: "' OR 1=1 --", scheduledAt: times.scheduledAt }, "EPISODE_NOT_FOUND"],
    ],
  },
  repairOne: {
    may: planners,
    writes: "libretime",
    before: async (given) => {
      const planned = await given.plan("night1", "20:00", "21:00");
      await drift(given, planned.playoutId);
      return planned;
    },
    good: (_, earlier) => ({ slotId: earlier!.slotId, take: "ours" }),
    bad: [
      ...noObject,
      ["nothing", {}, "MISSING_FIELDS"],
      ["neither side", { slotId: "a", take: "mine" }, "MALFORMED_REQUEST"],
      ...badIds({ take: "ours" }, "slotId"),
      ...keys({ slotId: "a", take: "ours" }),
      ["SQL", { slotId: "' OR 1=1 --", take: "libretime" }, "SLOT_NOT_FOUND"],
    ],
  },
};
