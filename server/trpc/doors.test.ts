import { describe, expect, test } from "vitest";
import {
  everybody,
  askTrpc,
  drift,
  givenDoors,
  planners,
  procedureTypes,
  signedIn,
  codeIn,
  trpc,
  wish,
  type Who,
} from "@/server/rest/doors.test-kit";
import { instant } from "@/domain/time";
import { tokenOf } from "@/domain/ways-out/token";
import { stationReport } from "@/server/schedule/fingerprint/report";
import { idComesAgain } from "@/server/schedule/fingerprint/stations.test-kit";
import { tracks, type Given, type Planned } from "@/server/schedule/given/given.test-kit";
import { matrixActs } from "@/server/schedule/faults/acts/matrix-acts.test-kit";
import { writingWays } from "./writing-ways.test-kit";

/** A procedure: who may, what it needs before, good input, what it writes, and what it refuses. */
type Procedure = {
  readonly may: readonly Who[];
  readonly before?: (given: Given) => Promise<Planned>;
  readonly good?: (given: Given, earlier: Planned | undefined) => unknown;
  /** `libretime`: the one guard's business. `records`: only ours. */
  readonly writes: "libretime" | "records" | "nothing";
  readonly bad: readonly (readonly [what: string, input: unknown, code: string])[];
};

const times = { scheduledAt: "2026-11-24T20:00:00Z", scheduledEnd: "2026-11-24T21:00:00Z" };
const ids = { showId: "a", episodeId: "b" };
const noObject = [
  ["a list", [], "MALFORMED_REQUEST"],
  ["a text", '"x"', "MALFORMED_REQUEST"],
  ["null", "null", "MALFORMED_REQUEST"],
] as const;
const notTimes = [
  ["no offset", { scheduledAt: "2026-11-24T20:00:00" }, "INVALID_TIME"],
  ["a fraction", { scheduledAt: "2026-11-24T20:00:00.5Z" }, "INVALID_TIME"],
  ["no such day", { scheduledAt: "2026-02-30T20:00:00Z" }, "INVALID_TIME"],
  ["an end before its start", { scheduledEnd: "2026-11-24T19:00:00Z" }, "INVALID_TIME_RANGE"],
  ["a whole day", { scheduledEnd: "2026-11-25T20:00:00Z" }, "INVALID_TIME_RANGE"],
] as const;
const badTimes = (rest: object) =>
  notTimes.map(([what, over, code]) => [what, { ...rest, ...times, ...over }, code] as const);
const strange = ["x".repeat(10_000), "a\0b", "\ud800", { $ne: 1 }, ["a"], 1.5, true];
const badIds = (input: object, field: string) =>
  strange.map(
    (value) =>
      [`${field} of ${JSON.stringify(value).slice(0, 12)}`, { ...input, [field]: value }, "MALFORMED_REQUEST"] as const,
  );
const keys = (input: object) =>
  ["", "x".repeat(201), "a\0b", {}, 5].map(
    (idempotencyKey) =>
      [
        `a key of ${JSON.stringify(idempotencyKey).slice(0, 12)}`,
        { ...input, idempotencyKey },
        idempotencyKey === "" ? "MISSING_FIELDS" : "MALFORMED_REQUEST",
      ] as const,
  );

/** A new slot, as acts on many slots say it. */
function change(given: Given) {
  const { showId, episodeId } = wish(given);
  return { showId, episodeId, to: { startsAt: times.scheduledAt, endsAt: times.scheduledEnd } };
}

const regular = { weekday: 2, startTime: "20:00", minutes: 60, anchor: "2026-11-24" };

type Looked = Planned & { readonly token: string };

/** The id of our instance has come again, and an admin has looked. */
async function looked(given: Given): Promise<Looked> {
  const planned = await given.plan("night1", "20:00", "21:00");
  await idComesAgain(given, planned.instanceId);
  return { ...planned, token: (await stationReport(given.deps, given.people.admin)).token };
}

/** The way out of nothing: nobody is there. */
function wayOut(given: Given) {
  const { to: after, ...what } = change(given);
  const at = (iso: string) => instant(Date.parse(iso));
  const token = tokenOf(
    {
      kind: "as-wished",
      effects: [
        {
          slotId: null,
          episodeId: what.episodeId,
          before: null,
          after: { startsAt: at(after.startsAt), endsAt: at(after.endsAt) },
        },
      ],
    },
    [],
  );
  return {
    ...what,
    token,
    option: { kind: "as-wished", effects: [{ slotId: null, episodeId: what.episodeId, before: null, after }] },
  };
}

const procedures: Readonly<Record<string, Procedure>> = {
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

test("every procedure is in the table, and the table has no other", () => {
  expect(Object.keys(procedureTypes).sort()).toEqual(Object.keys(procedures).sort());
});

test("every procedure that writes to LibreTime is among the ways in on which the guard is tried, and no other is", () => {
  const writing = Object.entries(procedures).flatMap(([name, { writes }]) => (writes === "libretime" ? [name] : []));
  expect([...new Set(writingWays.map(({ procedure }) => procedure))].sort()).toEqual(writing.sort());
});

test("every procedure that writes to LibreTime is broken in the fault matrix, and no other is", () => {
  const writing = Object.entries(procedures).flatMap(([name, { writes }]) => (writes === "libretime" ? [name] : []));
  expect([...new Set(matrixActs.map(({ procedure }) => procedure))].sort()).toEqual(writing.sort());
});

/** Asks, and answers the status and the problem. */
async function ask({ deps }: Given, name: string, who: Who, body: unknown): Promise<string> {
  const response = await askTrpc(name, { who, body });
  if (procedureTypes[name] === "subscription") return firstOf(response.body!, deps);
  return response.ok
    ? "let in"
    : `${response.status} ${codeIn([response.status, (await response.json()) as Record<string, unknown>])}`;
}

/** A stream has begun before it is known who listens: what comes first is news, or the refusal. */
async function firstOf(stream: ReadableStream<Uint8Array>, { news }: Given["deps"]): Promise<string> {
  const publishing = setInterval(() => news.publish({ kind: "slots-changed" }), 5);
  try {
    let text = "";
    for await (const chunk of stream.pipeThrough(
      new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>,
    ) as unknown as AsyncIterable<string>) {
      text += chunk;
      if (text.includes('"kind":"slots-changed"')) return "let in";
      const problem = /"httpStatus":(\d+).*"problem":\{"code":"(\w+)"/.exec(text);
      if (problem) return `${problem[1]} ${problem[2]}`;
    }
    return `an end after ${text}`;
  } finally {
    clearInterval(publishing);
  }
}

describe.each(Object.entries(procedures))("%s", (name, { may, before, good, writes, bad }) => {
  const refused = everybody.filter((who) => !may.includes(who));

  test(`is for ${may.join(", ")}; the others change nothing`, async () => {
    await using given = await givenDoors();
    const earlier = await before?.(given);
    const [station, slots] = [await given.station.snapshot(), await given.slots()];
    const input = good?.(given, earlier);
    for (const who of refused) {
      const code = who === "nobody" ? "401 UNAUTHENTICATED" : "403 FORBIDDEN";
      // Who you are is asked before what you send is looked at.
      expect([who, await ask(given, name, who, input), await ask(given, name, who, "[]")]).toEqual([who, code, code]);
    }
    expect([await given.station.snapshot(), await given.slots()]).toEqual([station, slots]);
  });

  test.each(may)(
    `by the %s writes ${writes === "libretime" ? "to LibreTime" : "nothing to LibreTime"}`,
    async (who) => {
      await using given = await givenDoors();
      const earlier = await before?.(given);
      const slots = await given.slots();
      await given.station.clearRequests();
      expect(await ask(given, name, who, good?.(given, earlier))).toBe("let in");
      const written = (await given.station.requests()).filter(({ method }) => method !== "GET");
      expect(written.length > 0).toBe(writes === "libretime");
      expect(JSON.stringify(await given.slots()) !== JSON.stringify(slots)).toBe(writes === "libretime");
    },
  );

  if (bad.length > 0) {
    test("refuses bad input with its code, and changes nothing", async () => {
      await using given = await givenDoors();
      await before?.(given);
      const [station, slots] = [await given.station.snapshot(), await given.slots()];
      for (const [what, input, code] of bad) {
        const answered = await trpc(name, { who: may.includes("programmer") ? "programmer" : may[0]!, body: input });
        expect([what, codeIn(answered)]).toEqual([what, code]);
        expect(answered[0]).toBeOneOf([400, 404]);
        expect(JSON.stringify(answered)).not.toMatch(/stack|node_modules|\.ts:/);
      }
      expect([await given.station.snapshot(), await given.slots()]).toEqual([station, slots]);
    });
  }
});
