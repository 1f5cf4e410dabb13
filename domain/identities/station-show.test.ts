import { expect, test } from "vitest";
import { isSameShow, type KnownShow } from "./station-show";

const linked: KnownShow = { name: "Night Flight", description: "About Night Flight", colour: "#1c7ed6" };
const nobodys = { holdsOurs: false };

test.each<[string, KnownShow, KnownShow]>([
  ["as it was", linked, linked],
  [
    "in other letters and spaces, and all else changed",
    linked,
    { name: " night  flight", description: "", colour: null },
  ],
  ["with another name", linked, { ...linked, name: "Night Train" }],
  ["with another name and another colour", linked, { ...linked, name: "Night Train", colour: "#aa0000" }],
  [
    "with another name, where neither has a description",
    { ...linked, description: "" },
    { ...linked, description: " ", name: "Night Train" },
  ],
])("the show is the same %s", (_, kept, now) => {
  expect(isSameShow(kept, now, nobodys)).toBe(true);
});

test.each<[string, KnownShow, KnownShow]>([
  ["when everything is another", linked, { name: "Jazz Hour", description: "Jazz", colour: "#aa0000" }],
  ["when only its colour is the same", linked, { name: "Jazz Hour", description: "Jazz", colour: "#1c7ed6" }],
  [
    "when only its colour is the same, and it has no description",
    linked,
    { name: "Jazz Hour", description: "", colour: "#1c7ed6" },
  ],
  [
    "when its name is another, and neither has anything else",
    { name: "Night Flight", description: "", colour: null },
    { name: "Jazz Hour", description: "", colour: null },
  ],
])("the show is another %s", (_, kept, now) => {
  expect(isSameShow(kept, now, nobodys)).toBe(false);
  expect(isSameShow(kept, now, { holdsOurs: true })).toBe(true);
  expect(isSameShow({ ...kept, wasReplaced: true }, now, { holdsOurs: true })).toBe(false);
});
