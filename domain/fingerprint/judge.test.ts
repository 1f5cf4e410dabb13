import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SeenRow, SeenTables } from "./fingerprint";
import { judgeStation } from "./judge";
import { sampleOf } from "./sample";
import { aStation, aWeek, changed, made, oursOfWeek } from "./station.test-kit";

const kept = sampleOf(aWeek(), oursOfWeek);
const judge = (seen: SeenTables, takenOff: Iterable<number> = []) => judgeStation(kept, seen, new Set(takenOff)).kind;

const isOurs = ({ id }: SeenRow) => oursOfWeek.has(id);
const after =
  (day: number) =>
  ({ createdAt }: SeenRow) =>
    createdAt! > made(day, 999_999);
/** A backup that was made at the end of that day. */
const backup = (day: number) => changed(aWeek(), { without: { instances: after(day), files: after(day) } });
const ofShow = (showId: number) => (row: SeenRow) => row.showId === showId;
const all = () => true;

describe("it is the same LibreTime", () => {
  test.each<[string, SeenTables]>([
    ["after a restart", aWeek()],
    [
      "under another name, and after an upgrade that knows more of each row",
      changed(aWeek(), {
        over: { instances: [...aWeek().instances.values()].map((row) => ({ ...row, recordedBy: 1 })) },
      }),
    ],
    [
      "with new rows",
      changed(aWeek(), {
        over: {
          instances: [{ id: 40, showId: 1, createdAt: made(8) }],
          files: [{ id: 8, createdAt: made(8) }],
          shows: [{ id: 4, name: "New" }],
        },
      }),
    ],
    ["with a renamed show", changed(aWeek(), { over: { shows: [{ id: 2, name: "Bulletin" }] } })],
    [
      "when one instance of ours was deleted there, the newest",
      changed(aWeek(), { without: { instances: ({ id }) => id === 24 } }),
    ],
    ["when two were", changed(aWeek(), { without: { instances: ({ id }) => id === 24 || id === 21 } })],
    ["when many of ours were, and newer rows stand", changed(aWeek(), { without: { instances: isOurs } })],
    [
      "when a show was deleted with its instances",
      changed(aWeek(), { without: { shows: ({ id }) => id === 1, instances: ofShow(1) } }),
    ],
    ["when our show was", changed(aWeek(), { without: { shows: ({ id }) => id === 3, instances: ofShow(3) } })],
    [
      "when all that LibreTime had planned was deleted",
      changed(aWeek(), { without: { instances: ({ showId }) => showId !== 3 } }),
    ],
    [
      "when LibreTime cleaned old instances away",
      changed(aWeek(), { without: { instances: ({ createdAt }) => createdAt! < made(5) } }),
    ],
    ["when the library was emptied", changed(aWeek(), { without: { files: all } })],
    [
      "when the library was emptied and a show deleted",
      changed(aWeek(), { without: { files: all, shows: ({ id }) => id === 1, instances: ofShow(1) } }),
    ],
    [
      "when the webstream was saved again, which LibreTime dates anew",
      changed(aWeek(), { over: { streams: [{ id: 1, name: "World", createdAt: made(20) }] } }),
    ],
    [
      "when the webstream was renamed as well",
      changed(aWeek(), { over: { streams: [{ id: 1, name: "Relay", createdAt: made(20) }] } }),
    ],
    ["when the webstream was deleted", changed(aWeek(), { without: { streams: all } })],
    [
      "when somebody has written over the mark of an instance below the newest",
      changed(aWeek(), { over: { instances: [{ id: 10, showId: 1, createdAt: made(20) }] } }),
    ],
  ])("%s", (_, seen) => expect(judge(seen)).toBe("fits"));

  test("when we took off ourselves whatever we had", () => {
    expect(
      judge(changed(aWeek(), { without: { instances: (row) => isOurs(row) || row.id > 20 } }), [...oursOfWeek, 22, 23]),
    ).toBe("fits");
  });
});

describe("it is another LibreTime", () => {
  test.each<[string, SeenTables]>([
    ["an empty one", aStation({})],
    ["a full one", aWeek(1)],
    ["one that was seeded alike", aWeek(7)],
    [
      "one with other ids",
      aStation({
        shows: [{ id: 90, name: "Other" }],
        instances: [{ id: 900, showId: 90, createdAt: made(2) }],
        files: [{ id: 900, createdAt: made(1) }],
      }),
    ],
    [
      "one with shows of the same ids, and nothing else",
      aStation({ shows: [1, 2, 3].map((id) => ({ id, name: `Show ${id}` })) }),
    ],
  ])("%s", (_, seen) => expect(judge(seen)).toBe("another-station"));
});

describe("it is an earlier state of the same LibreTime", () => {
  test.each<[string, SeenTables]>([
    ["a day older", backup(6)],
    ["three days older", backup(4)],
    [
      "a day older, and its next instance has an id of ours",
      changed(backup(6), { over: { instances: [{ id: 22, showId: 1, createdAt: made(9) }] } }),
    ],
    [
      "one act older, and the next one has its id",
      changed(aWeek(), { over: { instances: [{ id: 24, showId: 1, createdAt: made(9) }] } }),
    ],
    [
      "in which many ids have come again",
      changed(backup(3), {
        over: { instances: [13, 14, 15, 16, 17, 18, 19].map((id) => ({ id, showId: 2, createdAt: made(9, id) })) },
      }),
    ],
  ])("%s", (_, seen) => expect(judge(seen)).toBe("earlier-state"));

  test("in which an instance stands that was seen to be gone", () => {
    const without = changed(aWeek(), { without: { instances: ({ id }) => id === 10 } });
    const later = sampleOf(without, oursOfWeek, kept);
    expect(judgeStation(later, without).kind).toBe("fits");
    expect(judgeStation(later, aWeek()).kind).toBe("earlier-state");
  });

  test("in which one stands that we took off", () => {
    const without = changed(aWeek(), { without: { instances: ({ id }) => id === 24 } });
    const later = sampleOf(without, new Set([...oursOfWeek].filter((id) => id !== 24)), kept);
    expect([judgeStation(later, without).kind, judgeStation(later, aWeek()).kind]).toEqual(["fits", "earlier-state"]);
  });

  test("and says what differs", () => {
    const seen = changed(backup(6), { over: { instances: [{ id: 22, showId: 1, createdAt: made(9, 5) }] } });
    expect(judgeStation(kept, seen)).toHaveProperty("differences", [
      { what: "another", table: "instances", id: 22, known: made(7, 22), there: made(9, 5) },
      { what: "gone", table: "instances", id: 23, known: made(7, 23), there: null },
      { what: "gone", table: "instances", id: 24, known: made(7, 24), there: null },
      { what: "gone", table: "files", id: 7, known: made(7, 107), there: null },
    ]);
  });
});

describe("there is nothing to compare", () => {
  test("before anything is kept, and while LibreTime has been empty", () => {
    expect(judgeStation(null, aWeek()).kind).toBe("nothing-kept");
    expect(judgeStation(sampleOf(aStation({}), new Set()), aWeek()).kind).toBe("nothing-kept");
  });
});

describe("whatever the station", () => {
  /** Rows in the order in which they were made, each with a mark of its own. */
  const aTable = fc.integer({ min: 0, max: 120 });
  const aServer = fc
    .record({
      shows: fc.integer({ min: 1, max: 6 }),
      instances: aTable,
      files: aTable,
      streams: fc.integer({ min: 0, max: 5 }),
    })
    .map(({ shows, instances, files, streams }) => {
      const rows = (count: number, table: number) =>
        Array.from({ length: count }, (_, index): SeenRow => ({
          id: index + 1,
          createdAt: made(1 + (index % 28), index * 10 + table),
        }));
      return aStation({
        shows: Array.from({ length: shows }, (_, index) => ({ id: index + 1, name: `Show ${index}` })),
        instances: rows(instances, 1).map((row) => ({ ...row, showId: 1 + (row.id % shows) })),
        files: rows(files, 2),
        streams: rows(streams, 3),
      });
    });

  test("it fits itself, and goes on fitting however it grows", () => {
    fc.assert(
      fc.property(aServer, fc.integer({ min: 1, max: 50 }), (server, more) => {
        const first = sampleOf(server, new Set());
        const next = Array.from({ length: more }, (_, index): SeenRow => ({
          id: server.instances.size + index + 1,
          showId: 1,
          createdAt: made(29, index),
        }));
        const grown = changed(server, { over: { instances: next } });
        expect(judgeStation(first, server).kind).not.toMatch(/station|state/);
        expect(judgeStation(first, grown).kind).not.toMatch(/station|state/);
        expect(judgeStation(sampleOf(grown, new Set(), first), grown).kind).not.toMatch(/station|state/);
      }),
    );
  });

  test("one row less is never another station", () => {
    fc.assert(
      fc.property(
        aServer,
        fc.constantFrom("instances", "files", "streams", "shows"),
        fc.nat(),
        (server, table, pick) => {
          const ids = [...server[table].keys()];
          const id = ids[pick % ids.length];
          const without = changed(server, {
            without: { [table]: (row: SeenRow) => row.id === id, ...(table === "shows" && { instances: ofShow(id!) }) },
          });
          expect(judgeStation(sampleOf(server, new Set()), without).kind).not.toMatch(/station|state/);
        },
      ),
    );
  });

  test("one whose marks are all others is always another one", () => {
    fc.assert(
      fc.property(aServer, (server) => {
        fc.pre(server.instances.size + server.files.size > 0);
        const remade = (rows: ReadonlyMap<number, SeenRow>) =>
          [...rows.values()].map((row) => ({ ...row, createdAt: made(30, row.id) }));
        const other = changed(server, {
          over: { instances: remade(server.instances), files: remade(server.files), streams: remade(server.streams) },
        });
        expect(judgeStation(sampleOf(server, new Set()), other).kind).toBe("another-station");
      }),
    );
  });

  test("the sample stays small", () => {
    fc.assert(
      fc.property(aServer, (server) => {
        const ours = new Set([...server.instances.keys()].filter((id) => id % 2 === 0));
        let sample = sampleOf(server, ours);
        for (let round = 0; round < 3; round += 1) sample = sampleOf(aStation({}), ours, sample);
        expect(Object.values(sampleOf(server, ours, sample)).flat().length).toBeLessThanOrEqual(5 * 40 + 4 * 32);
      }),
    );
  });
});
