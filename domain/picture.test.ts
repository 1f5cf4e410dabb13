import { describe, expect, test } from "vitest";
import { OUR_MARK, aPicture, aRow, aSlot, anInstance, at, from, occupants, onLibreTime } from "./given.test-kit";
import { markOf } from "./identity";
import { airs, airtimeOf, foreignSlotId, occupantsOf, type Occupant } from "./picture";
import type { Row } from "./station-rows";
import { instant } from "./time";

/** What a reader of the grid would see of it: who, from when, until when. */
const told = (all: readonly Occupant[]) => all.map(({ id, startsAt, endsAt }) => ({ id, startsAt, endsAt }));

describe("whether a row airs", () => {
  test.each([
    ["a track in its time", aRow("20:00", "21:00"), true],
    ["a web stream in its time", aRow("20:00", "21:00", { trackId: null, streamId: 3 }), true],
    ["a row without media", aRow("20:00", "21:00", { trackId: null }), false],
    ["an overbooked row, which reads with an end before its start (R216)", aRow("21:01:04", "21:00"), false],
    ["a row that starts at its instance's end", aRow("21:00", "21:00"), false],
    ["a row within one second", aRow("20:00:00.2", "20:00:00.9"), false],
    ["a row of two tenths across a second", aRow("20:00:00.9", "20:00:01.1"), true],
  ])("%s", (_what, row, does) => {
    expect(airs(row)).toBe(does);
  });

  test("fractions of a second are dropped, as playout does", () => {
    expect(airtimeOf(aRow("19:44:09.999", "19:47:10.5"))).toEqual(from("19:44:09", "19:47:10"));
  });
});

describe("who holds which time", () => {
  test("ours: one slot, with its row in it, and neither its instance nor its row a second time", () => {
    const slot = aSlot("20:00", "21:00");
    const { row, instance } = onLibreTime(slot);
    expect(occupants({ ours: [slot], rows: [row], instances: [instance] })).toEqual([
      {
        id: "slot-a",
        origin: "ours",
        ours: slot,
        ...from("20:00", "21:00"),
        instanceId: 40,
        stationShowId: 4,
        showName: "Night Flight",
        title: "Night Flight #12",
        live: false,
        rows: [row],
        silent: [],
      },
    ]);
  });

  test("ours by its slot, not by its track: a 58-minute track holds all of its hour", () => {
    const slot = aSlot("20:00", "21:00");
    const { row, instance } = onLibreTime(slot);
    expect(told(occupants({ ours: [slot], instances: [instance], rows: [{ ...row, endsAt: at("20:58") }] }))).toEqual([
      { id: "slot-a", ...from("20:00", "21:00") },
    ]);
  });

  test("ours, though LibreTime has lost it: it is still planned", () => {
    expect(occupants({ ours: [aSlot("20:00", "21:00")] })).toMatchObject([
      { id: "slot-a", stationShowId: null, rows: [] },
    ]);
  });

  test("a foreign instance with rows: its own times, the first track's title, the rows in order of time", () => {
    const rows = [aRow("20:30", "21:00", { id: 501, trackId: 7 }), aRow("20:00", "20:30", { id: 502 })];
    expect(occupants({ instances: [anInstance("20:00", "21:30")], rows })).toEqual([
      {
        id: "instance:50",
        origin: "instance",
        ...from("20:00", "21:30"),
        instanceId: 50,
        stationShowId: 5,
        showName: "Jazz Hour",
        title: "Kind of Blue",
        live: false,
        rows: [rows[1], rows[0]],
        silent: [],
      },
    ]);
  });

  test("an empty foreign instance holds its time, and is called as its show", () => {
    expect(occupants({ instances: [anInstance("20:00", "21:00")] })).toMatchObject([
      { id: "instance:50", title: "Jazz Hour", rows: [] },
    ]);
  });

  test("a live instance is one, rows or no rows", () => {
    expect(occupants({ instances: [anInstance("07:00", "10:00", { showId: 6 })] })).toMatchObject([
      { showName: "Breakfast", live: true },
    ]);
  });

  test("a `modified` instance holds nothing, but its rows still air (R342)", () => {
    const deleted = anInstance("20:00", "21:00", { modified: true });
    expect(occupants({ instances: [deleted] })).toEqual([]);
    expect(occupants({ instances: [deleted], rows: [aRow("20:10", "20:20")] })).toMatchObject([
      {
        id: "row:500",
        origin: "row",
        ...from("20:10", "20:20"),
        showName: "Jazz Hour",
        title: "Kind of Blue",
        instanceId: 50,
      },
    ]);
  });

  test("a row outside its instance holds what airs, beside the instance", () => {
    expect(told(occupants({ instances: [anInstance("20:00", "21:00")], rows: [aRow("19:50", "20:10")] }))).toEqual([
      { id: "row:500", ...from("19:50", "20:10") },
      { id: "instance:50", ...from("20:00", "21:00") },
    ]);
  });

  test("a row of an instance that nobody knows holds what airs", () => {
    expect(occupants({ rows: [aRow("20:00", "21:00", { instanceId: 99, trackId: 1 })] })).toMatchObject([
      { id: "row:500", showName: "instance 99", title: "instance 99", stationShowId: null },
    ]);
  });

  test("a show that nobody knows is called by its number", () => {
    expect(occupants({ instances: [anInstance("20:00", "21:00", { showId: 77 })] })).toMatchObject([
      { showName: "show 77", title: "show 77", live: false },
    ]);
  });

  test("a web stream is called by its name, and as its show while nobody knows it", () => {
    expect(
      occupants({
        instances: [anInstance("20:00", "21:00")],
        rows: [aRow("20:00", "21:00", { trackId: null, streamId: 4 })],
      }),
    ).toMatchObject([{ title: "Jazz Hour" }]);
    expect(
      occupants({
        instances: [anInstance("20:00", "21:00")],
        rows: [aRow("20:00", "21:00", { trackId: null, streamId: 3 })],
      }),
    ).toMatchObject([{ title: "World Service" }]);
  });

  test("overbooked rows and rows without media hold nothing; their instance tells of them", () => {
    const [late, mute] = [aRow("21:05", "21:00", { id: 501 }), aRow("19:50", "20:30", { id: 502, trackId: null })];
    expect(occupants({ instances: [anInstance("20:00", "21:00")], rows: [late, mute] })).toMatchObject([
      { id: "instance:50", rows: [], silent: [mute, late] },
    ]);
    expect(occupants({ instances: [anInstance("20:00", "21:00", { modified: true })], rows: [late, mute] })).toEqual(
      [],
    );
    expect(occupants({ rows: [late, mute] })).toEqual([]);
  });

  test("fractions of foreign times are floored: two that share half a second on paper are back to back", () => {
    const instances = [anInstance("20:00", "21:00:00.5"), anInstance("21:00:00.2", "22:00", { id: 51 })];
    const row = aRow("21:00:00.4", "21:30", { instanceId: 51 });
    expect(told(occupants({ instances, rows: [row] }))).toEqual([
      { id: "instance:50", ...from("20:00", "21:00") },
      { id: "instance:51", ...from("21:00", "22:00") },
    ]);
  });

  test("an instance that ends before it starts, which LibreTime allows (R119), holds nothing", () => {
    expect(occupants({ instances: [anInstance("21:00", "20:00"), anInstance("20:00", "20:00", { id: 51 })] })).toEqual(
      [],
    );
  });

  test("a strange row in an instance of ours is shown as what it is: another one there", () => {
    const slot = aSlot("20:00", "21:00");
    const { row, instance } = onLibreTime(slot);
    expect(
      told(occupants({ ours: [slot], instances: [instance], rows: [row, aRow("20:30", "20:40", { instanceId: 40 })] })),
    ).toEqual([
      { id: "slot-a", ...from("20:00", "21:00") },
      { id: "row:500", ...from("20:30", "20:40") },
    ]);
  });

  test("our row that somebody moved holds the time in which it airs, and our slot its own", () => {
    const slot = aSlot("20:00", "21:00");
    const { row, instance } = onLibreTime(slot);
    const moved = { ...row, ...from("20:30", "21:30") };
    expect(occupants({ ours: [slot], instances: [instance], rows: [moved] })).toMatchObject([
      { id: "slot-a", origin: "ours", ...from("20:00", "21:00") },
      {
        id: "row:400",
        origin: "row",
        strayOf: slot,
        ...from("20:30", "21:30"),
        title: "Night Flight #12",
        showName: "Night Flight",
      },
    ]);
  });

  test("a slot of ours in an instance of somebody else: both are there", () => {
    const slot = aSlot("20:00", "21:00", {
      instanceId: 50,
      ownsInstance: false,
      mark: markOf(anInstance("20:00", "22:00")),
    });
    expect(
      told(occupants({ ours: [slot], instances: [anInstance("20:00", "22:00")], rows: [onLibreTime(slot).row] })),
    ).toEqual([
      { id: "slot-a", ...from("20:00", "21:00") },
      { id: "instance:50", ...from("20:00", "22:00") },
    ]);
  });

  test("the order in which LibreTime lists does not matter: it has none (R242)", () => {
    const instances = [
      anInstance("20:00", "21:00"),
      anInstance("18:00", "20:00", { id: 51 }),
      anInstance("20:00", "21:00", { id: 52 }),
    ];
    const rows = [
      aRow("20:00", "20:30"),
      aRow("20:00", "20:30", { id: 499, trackId: 7 }),
      aRow("20:30", "21:00", { id: 501, trackId: 7 }),
      aRow("18:00", "19:00", { id: 502, instanceId: 51 }),
      aRow("17:00", "17:30", { id: 503 }),
    ];
    expect(occupants({ instances: instances.toReversed(), rows: rows.toReversed() })).toEqual(
      occupants({ instances, rows }),
    );
  });
});

test("500 rows in 500 instances are each looked at a few times, not once for every other", () => {
  let looks = 0;
  const counted = (index: number): Row => ({
    ...aRow("00:00", "01:00", { id: index }),
    startsAt: instant(index * 3_600_000),
    endsAt: instant((index + 1) * 3_600_000),
    get instanceId() {
      looks += 1;
      return index;
    },
  });
  const rows = Array.from({ length: 500 }, (_, index) => counted(index));
  const instances = rows.map(({ startsAt, endsAt }, id) => ({
    id,
    showId: 5,
    startsAt,
    endsAt,
    modified: false,
    createdAt: OUR_MARK.createdAt,
  }));
  expect(occupantsOf(aPicture({ rows, instances }))).toHaveLength(500);
  expect(looks).toBeLessThan(10 * 500);
});

test("a foreign slot is called by its instance, or by its row", () => {
  expect([foreignSlotId("instance", 12), foreignSlotId("row", 34)]).toEqual(["instance:12", "row:34"]);
});
