import { expect, test } from "vitest";
import { zone } from "./given.test-kit";
import { inLines } from "./trouble-lines";
import type { Trouble } from "./troubles";

const paris = zone("Europe/Paris");
const trouble = (what: "gap" | "dead-air" | "cut", from: string, seconds = 600, danger = false): Trouble => ({
  id: `${what}:${from}`,
  blockId: from,
  startsAt: `2026-11-${from.replace(" ", "T")}:00Z`,
  endsAt: `2026-11-${from.slice(0, 2)}T23:00:00Z`,
  showName: "Bulletin",
  title: "",
  danger,
  what,
  seconds,
});
const lines = (...troubles: Trouble[]) =>
  inLines(paris, troubles).map((line) =>
    "trouble" in line ? line.trouble.id : `${line.day} ${line.silences.map(({ id }) => id).join(" ")}: ${line.seconds}`,
  );

test("a day's silences are one line from three on, where the first of them stands, and by when they air", () => {
  expect(lines(trouble("gap", "25 11:00"), trouble("dead-air", "25 10:00"))).toEqual([
    "gap:25 11:00",
    "dead-air:25 10:00",
  ]);
  expect(
    lines(
      trouble("cut", "25 09:00"),
      trouble("gap", "25 11:00"),
      trouble("gap", "26 11:00"),
      trouble("dead-air", "25 10:00", 900),
      trouble("gap", "25 13:00"),
    ),
  ).toEqual(["cut:25 09:00", "2026-11-25 dead-air:25 10:00 gap:25 11:00 gap:25 13:00: 2100", "gap:26 11:00"]);
});

test("the day is the station's", () => {
  expect(lines(trouble("gap", "24 23:10"), trouble("gap", "25 10:00"), trouble("gap", "25 12:00"))).toHaveLength(1);
});

test("cuts and dangers have their line to themselves, however many they are", () => {
  const all = [
    trouble("cut", "25 09:00"),
    trouble("cut", "25 10:00"),
    trouble("cut", "25 11:00"),
    ...["12:00", "13:00", "14:00"].map((at) => trouble("gap", `25 ${at}`, 600, true)),
  ];
  expect(lines(...all)).toEqual(all.map(({ id }) => id));
});
