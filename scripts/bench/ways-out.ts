import { instant, minutes } from "@/domain/time";
import type { PlaceWish } from "@/domain/ways-out/option";
import { proposeWaysOut } from "@/domain/ways-out/propose";
import type { WeekSlot } from "@/domain/ways-out/week";
import { zoneOf } from "@/domain/zone";
import { median } from "./side-by-side";

const MINUTE = 60_000;
const DAY = 24 * 60;

/** How long `proposeWaysOut` takes in a week of that many slots and a free Sunday: with one collision, and with as many as a slot of 23 hours can have. */
export function waysOutCosts(
  count: number,
  monday: number,
): { readonly oneMs: number; readonly manyMs: number; readonly many: number } {
  const length = Math.floor((6 * DAY) / count);
  const span = (from: number, to: number) => ({
    startsAt: instant(monday + from * MINUTE),
    endsAt: instant(monday + to * MINUTE),
  });
  // Three of four slots end a few minutes early, and every fiftieth is somebody else's.
  const week = Array.from({ length: count }, (_, index): WeekSlot => ({
    id: `slot-${index}`,
    kind: index % 50 === 49 ? "foreign" : "planned",
    state: "on-libretime",
    ...span(index * length, (index + 1) * length - (index % 4)),
    episodeId: `episode-${index}`,
    trackSeconds: length * 30,
    locked: index % 50 === 49,
    live: false,
    version: 1,
  }));
  const policy = { zone: zoneOf("Europe/Paris")!, within: span(0, 7 * DAY), step: minutes(5), shortest: minutes(5) };
  const first = 50 * Math.floor(count / 100);
  const wish = (slots: number): PlaceWish => ({
    episodeId: "wished",
    trackSeconds: 1200,
    to: span(first * length, (first + slots) * length),
  });
  const once = (wished: PlaceWish): number => {
    const began = performance.now();
    proposeWaysOut(week, wished, { policy, now: instant(monday - MINUTE) });
    return performance.now() - began;
  };
  const times = (wished: PlaceWish) => median(Array.from({ length: 50 }, () => once(wished)));
  const many = Math.min(45, Math.floor((23 * 60) / length));
  return { oneMs: times(wish(1)), manyMs: times(wish(many)), many };
}
