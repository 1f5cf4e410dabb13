import { expect, test } from "vitest";
import { instant } from "@/domain/time";
import { zoneOf } from "@/domain/zone";
import { steppedBy } from "./key-steps";

const zone = zoneOf("Europe/Paris")!;
const at = {
  startsAt: instant(Date.parse("2026-03-27T19:00:00Z")),
  endsAt: instant(Date.parse("2026-03-27T20:00:00Z")),
};

test.each([
  ["j", "2026-04-03T18:00:00Z"],
  ["n", "2026-04-03T18:00:00Z"],
  ["k", "2026-03-20T19:00:00Z"],
  ["p", "2026-03-20T19:00:00Z"],
])(
  "the key %s, which turns the page, takes along what is held: to the same local time a week away",
  (key, startsAt) => {
    const moved = steppedBy(zone, at, { key, shiftKey: false, altKey: false });
    expect(moved).toEqual({ startsAt: Date.parse(startsAt), endsAt: Date.parse(startsAt) + 3_600_000 });
  },
);
