import type { World } from "@/station/station";

const hour = 3_600_000;
const iso = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** The first whole hour of tomorrow and later: where the coming week begins. */
export function comingWeek(now: number): number {
  return Math.ceil(now / (24 * hour)) * 24 * hour;
}

/** Free half hours of the coming week, between what others have planned: the odd hours. */
export function freeTimes(now: number): readonly number[] {
  return Array.from({ length: 84 }, (_, index) => comingWeek(now) + (2 * index + 1) * hour);
}

/** A station that has been on air for that many rows: one a whole hour in the past, and every even hour of the coming week. */
export function stationOf(rows: number, now: number): World {
  const starts = [
    ...Array.from({ length: rows - 84 }, (_, index) => Math.floor(now / hour) * hour - (index + 2) * hour),
    ...Array.from({ length: 84 }, (_, index) => comingWeek(now) + 2 * index * hour),
  ];
  const spans = starts.map((start) => ({ starts_at: iso(start), ends_at: iso(start + hour / 2) }));
  return {
    shows: Array.from({ length: 20 }, (_, index) => ({ id: index + 1, name: `Programme ${index + 1}` })),
    files: Array.from({ length: 40 }, (_, index) => ({
      id: index + 1,
      name: `Track ${index + 1}`,
      length: "00:30:00",
    })),
    "show-instances": spans.map((span, index) => ({ id: index + 1, show: (index % 20) + 1, ...span })),
    schedule: spans.map((span, index) => ({ id: index + 1, instance: index + 1, file: (index % 20) + 1, ...span })),
  };
}
