import { expect, test } from "vitest";
import { holesOf } from "@/domain/patterns/holes-of";
import type { Rule } from "@/domain/patterns/rule";
import { formatInstant, instant, later, minutes } from "@/domain/time";
import { weekInterval, zoneOf, type CalendarDay } from "@/domain/zone";
import type { Cargo } from "../cargo";
import { snappedToHole } from "./snap";

const zone = zoneOf("Europe/Paris")!;
const monday = "2026-11-23" as CalendarDay;
const rule: Rule = {
  id: "r",
  showId: "waves",
  weekday: 2,
  startTime: "20:00",
  minutes: 90,
  everyWeeks: 1,
  anchor: monday,
  kind: "premiere",
  follows: null,
  from: null,
  until: null,
  skipped: [],
};
const window = weekInterval(zone, monday);
const holes = holesOf([rule], [], { window, zone, now: window.startsAt }).map((hole) => ({
  ...hole,
  blockers: [],
  show: { title: "Night Waves", colour: "#123456" },
}));
const cargo: Cargo = {
  episodeId: "e",
  showId: "waves",
  title: "Slow ferries",
  showName: "Night Waves",
  colour: null,
  trackSeconds: 3527,
  notReady: null,
};

/** Where it would go when it is held over that time of Tuesday. */
function over(time: string, over: Partial<Cargo> = {}, by: "drag" | "keys" = "drag"): string {
  const startsAt = instant(Date.parse(`2026-11-24T${time}:00+01:00`));
  const { to } = snappedToHole(
    holes,
    { cargo: { ...cargo, ...over }, by },
    { to: { startsAt, endsAt: later(startsAt, minutes(60)) }, twice: false },
  );
  return to ? `${formatInstant(to.startsAt).slice(11, 16)}–${formatInstant(to.endsAt).slice(11, 16)}` : "";
}

test("an episode that is dragged near a hole of its show goes into it, at its start and as long as it is", () => {
  expect([over("19:45"), over("20:00"), over("21:25")]).toEqual(Array(3).fill("19:00–20:30"));
});

test("further away, of another show, by keys, or as a slot that moves, it goes where it is held", () => {
  const from = { slotId: "s", startsAt: window.startsAt, endsAt: later(window.startsAt, minutes(60)) };
  expect([
    over("19:40"),
    over("21:30"),
    over("20:00", { showId: "kiln" }),
    over("20:00", {}, "keys"),
    over("20:00", { from }),
  ]).toEqual(["18:40–19:40", "20:30–21:30", "19:00–20:00", "19:00–20:00", "19:00–20:00"]);
});
