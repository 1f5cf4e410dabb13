import { describe, expect, test } from "vitest";
import { checkSlot, differencesOf } from "./checks";
import { aRow, aSlot, at, from, onLibreTime } from "./given.test-kit";

const slot = aSlot("20:00", "21:00");
const { row, instance } = onLibreTime(slot);

test("a slot whose row and instance are as planned is on LibreTime, filled or with silence at its end", () => {
  expect(checkSlot(slot, [row], instance)).toBe("on-libretime");
  expect(checkSlot({ ...slot, trackSeconds: 3480 }, [{ ...row, endsAt: at("20:58") }], instance)).toBe("on-libretime");
});

test("without its row it is missing, whatever else is there", () => {
  expect(checkSlot(slot, [], instance)).toBe("missing");
  expect(checkSlot(slot, [aRow("20:00", "21:00", { trackId: 7 })], instance)).toBe("missing");
});

describe("changed elsewhere", () => {
  test.each([
    ["its row starts later", { startsAt: at("20:01") }],
    ["its row ends after the slot", { endsAt: at("21:01") }],
    ["its row ends before its track", { endsAt: at("20:58") }],
    ["its row never airs", { endsAt: at("19:00") }],
    ["its row has another track", { trackId: 9 }],
    ["its row has lost its track", { trackId: null }],
    ["its row is in another instance", { instanceId: 41 }],
  ])("%s", (_what, over) => {
    expect(checkSlot(slot, [{ ...row, ...over }], instance)).toBe("changed");
  });

  test("our instance was moved, made longer, or is gone", () => {
    expect(checkSlot(slot, [row], { ...instance, ...from("19:00", "21:00") })).toBe("changed");
    expect(checkSlot(slot, [row], { ...instance, endsAt: at("22:00") })).toBe("changed");
    expect(checkSlot(slot, [row], undefined)).toBe("changed");
  });
});

test("somebody else's instance, in which our slot lies, may have any times", () => {
  expect(checkSlot({ ...slot, ownsInstance: false }, [row], { ...instance, ...from("19:00", "22:00") })).toBe("on-libretime");
});

test("the same track a second time in the slot is a duplicate; before and after it is a rerun", () => {
  const twin = aRow("20:30", "21:30", { trackId: 7 });
  expect(checkSlot(slot, [row, twin], instance)).toBe("duplicate");
  expect(checkSlot(slot, [row, { ...twin, ...from("21:00", "22:00") }, { ...twin, ...from("19:00", "20:00") }], instance)).toBe("on-libretime");
  expect(checkSlot(slot, [row, { ...twin, trackId: 9 }], instance)).toBe("on-libretime");
});

describe("what differs is told in full", () => {
  test.each([
    ["nothing", [row], instance, []],
    ["its row is gone", [], instance, [{ what: "row-gone" }]],
    ["its row was moved", [{ ...row, ...from("22:00", "23:00") }], instance, [{ what: "row-moved", ...from("22:00", "23:00") }]],
    ["its row is overbooked, and never heard", [{ ...row, endsAt: at("19:00") }], instance, [{ what: "never-airs" }]],
    ["another track, and another instance", [{ ...row, trackId: 9, instanceId: 41 }], instance, [{ what: "other-track", trackId: 9 }, { what: "other-instance", instanceId: 41 }]],
    ["its instance was moved", [row], { ...instance, ...from("19:00", "21:00") }, [{ what: "instance-moved", ...from("19:00", "21:00") }]],
    ["its instance is gone", [row], undefined, [{ what: "instance-gone" }]],
    ["a twin", [row, aRow("20:30", "21:30", { trackId: 7 })], instance, [{ what: "twin", playoutId: 500, ...from("20:30", "21:30") }]],
  ])("%s", (_what, rows, home, differences) => {
    expect(differencesOf(slot, rows, home)).toEqual(differences);
  });
});
