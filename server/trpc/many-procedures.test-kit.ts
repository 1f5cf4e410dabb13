import { planners } from "@/server/rest/doors.test-kit";
import type { Planned } from "@/server/schedule/given/given.test-kit";
import { type Procedure, change, wayOut } from "./doors.test-kit";
import { ids, keys, noObject, times } from "./bad-input.test-kit";

/** Many slots in one act, ways out of a conflict, and what undoes an act. */
export const manyProcedures: Readonly<Record<string, Procedure>> = {
  planMany: {
    may: planners,
    writes: "libretime",
    good: (given) => ({ changes: [change(given)] }),
    bad: [
      ...noObject,
      ["nothing", {}, "MISSING_FIELDS"],
      ["no change", { changes: [] }, "MALFORMED_REQUEST"],
      ["a change of nothing", { changes: [{}] }, "MALFORMED_REQUEST"],
      [
        "a move to no time",
        { changes: [{ slotId: "a", to: { startsAt: "now", endsAt: times.scheduledEnd } }] },
        "INVALID_TIME",
      ],
      [
        "a new slot that ends before its start",
        { changes: [{ ...ids, to: { startsAt: times.scheduledEnd, endsAt: times.scheduledAt } }] },
        "INVALID_TIME_RANGE",
      ],
      ["a change of an id with a NUL", { changes: [{ slotId: "a\0b", to: null }] }, "MALFORMED_REQUEST"],
      ["another mode", { changes: [{ slotId: "a", to: null }], mode: "some" }, "MALFORMED_REQUEST"],
      ["too many", { changes: Array(801).fill({ slotId: "a", to: null }) }, "MALFORMED_REQUEST"],
      ["SQL", { changes: [{ slotId: "' OR 1=1 --", to: null }] }, "SLOT_NOT_FOUND"],
    ],
  },
  takeWayOut: {
    may: planners,
    writes: "libretime",
    good: (given) => wayOut(given),
    bad: [
      ...noObject,
      ["nothing", {}, "MISSING_FIELDS"],
      ["no way", { ...ids, token: "t", option: { kind: "magic", effects: [] } }, "MALFORMED_REQUEST"],
      ["no effect", { ...ids, token: "t", option: { kind: "swap", effects: [] } }, "MALFORMED_REQUEST"],
      [
        "nothing that would come",
        { showId: "a", token: "t", option: { kind: "swap", effects: [{ slotId: null, before: null, after: null }] } },
        "MISSING_FIELDS",
      ],
      ["a token of numbers", { ...ids, token: 5, option: {} }, "MALFORMED_REQUEST"],
      ...["a\0b", "\ud800"].map(
        (token) =>
          [
            `a token of ${JSON.stringify(token)}`,
            { ...ids, token, option: { kind: "swap", effects: [{ slotId: "a", before: null, after: null }] } },
            "MALFORMED_REQUEST",
          ] as const,
      ),
      [
        "a wish for 43 days",
        {
          ...ids,
          token: "t",
          option: { kind: "swap", effects: [{ slotId: "a", before: null, after: null }] },
          wish: {
            to: { startsAt: times.scheduledAt, endsAt: times.scheduledEnd },
            within: { startsAt: "2026-11-01T00:00:00Z", endsAt: "2026-12-14T00:00:00Z" },
          },
        },
        "INVALID_TIME_RANGE",
      ],
    ],
  },
  stopMany: {
    may: planners,
    writes: "nothing",
    good: () => ({ ofKey: "k" }),
    bad: [
      ...noObject,
      ["nothing", {}, "MISSING_FIELDS"],
      ["a key of numbers", { ofKey: 5 }, "MALFORMED_REQUEST"],
      ["a key with a NUL", { ofKey: "a\0b" }, "MALFORMED_REQUEST"],
    ],
  },
  undoOne: {
    may: planners,
    writes: "libretime",
    before: async (given) =>
      Object.assign(await given.plan("night1", "20:00", "21:00"), { operationId: (await given.lastOperation()).id }),
    good: (_, earlier) => ({ operationId: (earlier as Planned & { readonly operationId: string }).operationId }),
    bad: [
      ...noObject,
      ["an act of numbers", { operationId: {} }, "MALFORMED_REQUEST"],
      ["the act of a key with a NUL", { ofKey: "a\0b" }, "MALFORMED_REQUEST"],
      ...keys({ operationId: "a" }),
    ],
  },
  previewOne: {
    may: planners,
    writes: "nothing",
    good: (given) => ({
      ...change(given),
      within: { startsAt: "2026-11-24T00:00:00Z", endsAt: "2026-11-25T00:00:00Z" },
    }),
    bad: [
      ...noObject,
      ["nothing", {}, "MISSING_FIELDS"],
      ["no place", { ...ids, to: "now", within: {} }, "MALFORMED_REQUEST"],
      [
        "43 days",
        {
          ...ids,
          to: { startsAt: times.scheduledAt, endsAt: times.scheduledEnd },
          within: { startsAt: "2026-11-01T00:00:00Z", endsAt: "2026-12-14T00:00:00Z" },
        },
        "INVALID_TIME_RANGE",
      ],
    ],
  },
  "journal.history": {
    may: planners,
    writes: "nothing",
    good: () => ({}),
    bad: [...noObject, ["too much", { limit: 1e9 }, "MALFORMED_REQUEST"]],
  },
};
