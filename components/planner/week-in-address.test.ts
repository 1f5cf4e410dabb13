import { expect, test } from "vitest";
import type { CalendarDay } from "@/domain/zone";
import { placeIn } from "./week-in-address";

const day = (text: string) => text as CalendarDay;
const here = { day: day("2026-11-25"), view: "week" } as const;

test.each([
  ["week=2026-12-09", { day: "2026-12-07", view: "week" }],
  ["week=2026-12-07&view=day&day=2026-12-09", { day: "2026-12-09", view: "day" }],
  ["view=list", { day: "2026-11-25", view: "list" }],
  ["", here],
  ["week=next&view=month", here],
  ["day=2026-02-31", here],
  ["week=0000-01-01", here],
  ["week=9999-12-31", here],
  ["day=2026-13-01&week=2026-12-09", { day: "2026-12-07", view: "week" }],
])("the address ?%s leads to a day that there is", (query, place) => {
  expect(placeIn(new URLSearchParams(query), here)).toEqual(place);
});
