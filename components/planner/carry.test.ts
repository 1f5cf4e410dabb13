import { expect, test } from "vitest";
import { wordsIn } from "@/components/language/words.test-kit";
import type { Interval } from "@/domain/interval";
import { formatInstant, instant, parseInstant, type Instant } from "@/domain/time";
import type { CalendarDay } from "@/domain/zone";
import { boardStore } from "./board";
import type { Cargo } from "./cargo";
import { carryOver } from "./carry";
import { firstPlace, steppedBy } from "./key-steps";
import { placed } from "./placed-slot";
import { wishAt } from "./wish";

const words = wordsIn("Europe/Paris");
const { zone } = words;
const at = (text: string): Instant => {
  const read = parseInstant(text);
  if (!read.ok) throw new Error(text);
  return read.value;
};
const cargo: Cargo = {
  episodeId: "1",
  showId: "s",
  title: "Slow ferries",
  showName: "Night Waves",
  colour: null,
  trackSeconds: 3527,
  notReady: null,
};
const plain = { fine: false, exact: false };
const day = "2026-11-26" as CalendarDay;

function desk(
  slots = [
    placed({
      id: "kiln",
      kind: "planned",
      state: "on-libretime",
      startsAt: "2026-11-26T15:30:00Z",
      endsAt: "2026-11-26T16:30:00Z",
      title: "x",
      showName: "Kiln",
      colour: null,
      playoutIds: [],
      trackIds: [],
      locked: false,
      live: false,
      warnings: [],
      version: 1,
    }),
  ],
) {
  const [board, said, put] = [boardStore(), [] as string[], [] as Interval[]];
  const carry = carryOver({
    board,
    words,
    against: () => ({ words, slots, now: at("2026-11-24T08:00:00Z") }),
    say: (text) => said.push(text),
    place: (_, { to }) => put.push(to),
  });
  return { board, said, put, carry };
}

test("an episode is held as long as its track, rounded up to five minutes; with Alt exactly", () => {
  const held = { cargo, mode: "whole" as const };
  const place = { day, second: 16 * 3600 + 100, half: "first" as const };
  expect(wishAt(zone, held, place, 0, plain)).toMatchObject({
    to: { startsAt: at("2026-11-26T15:00:00Z"), endsAt: at("2026-11-26T16:00:00Z") },
  });
  expect(wishAt(zone, held, place, 0, { fine: true, exact: true })).toMatchObject({
    to: { startsAt: at("2026-11-26T15:02:00Z"), endsAt: at("2026-11-26T16:00:47Z") },
  });
});

test("an end that is pulled never passes the start", () => {
  const from = { slotId: "a", startsAt: at("2026-11-26T15:00:00Z"), endsAt: at("2026-11-26T16:00:00Z") };
  const wish = wishAt(
    zone,
    { cargo: { ...cargo, from }, mode: "end" },
    { day, second: 15 * 3600, half: "first" },
    0,
    plain,
  );
  expect(wish).toMatchObject({ to: { startsAt: from.startsAt, endsAt: at("2026-11-26T15:05:00Z") } });
});

test("what is dropped where nothing is, is put back, and nothing is asked of the server", () => {
  const { carry, put, said, board } = desk();
  carry.lift({ cargo, mode: "whole", by: "drag" });
  carry.over(null);
  carry.drop();
  expect(put).toEqual([]);
  expect(said.at(-1)).toBe("Put back.");
  expect(board.get().held).toBeNull();
});

test("what is picked up is said with how to go on, one or several, the thing itself or copies", () => {
  const { carry, said } = desk();
  const rest = [cargo];
  carry.lift({ cargo, mode: "whole", by: "keys" });
  carry.lift({ cargo, mode: "whole", by: "drag", copies: true });
  carry.lift({ cargo, mode: "whole", by: "keys", rest });
  carry.lift({ cargo, mode: "whole", by: "drag", rest, copies: true });
  expect(said).toEqual([
    "Picked up Night Waves, Slow ferries. Arrows move it, Shift with arrows makes it longer or shorter, Enter drops it, Escape puts it back.",
    "Picked up a copy of Night Waves, Slow ferries. Escape puts it back.",
    "Picked up 2 slots by Night Waves, Slow ferries. Arrows move them, Enter drops them, Escape puts them back.",
    "Picked up copies of 2 slots by Night Waves, Slow ferries. Escape puts them back.",
  ]);
});

test("by keys every place is said, and whether it is free", () => {
  const { carry, said } = desk();
  carry.lift({ cargo, mode: "whole", by: "keys" });
  carry.over({ to: { startsAt: at("2026-11-26T17:00:00Z"), endsAt: at("2026-11-26T18:00:00Z") }, twice: false });
  carry.over({ to: { startsAt: at("2026-11-26T16:00:00Z"), endsAt: at("2026-11-26T17:00:00Z") }, twice: false });
  expect(said.slice(1)).toEqual([
    "Thursday 18:00 to 19:00, free, dead air 1:13",
    "Thursday 17:00 to 18:00, Kiln is there from 16:30 to 17:30",
  ]);
});

test("a slot that is dropped where it was is not moved", () => {
  const { carry, put } = desk();
  const from = { slotId: "kiln", startsAt: at("2026-11-26T15:30:00Z"), endsAt: at("2026-11-26T16:30:00Z") };
  carry.lift({ cargo: { ...cargo, from }, mode: "whole", by: "drag" });
  carry.over({ to: from, twice: false });
  carry.drop();
  expect(put).toEqual([]);
});

test("the ghost of an hour that the clock skips stands where the clock goes on, and says why", () => {
  const { carry, board } = desk([]);
  const held = { cargo, mode: "whole" as const, by: "drag" as const };
  carry.lift(held);
  carry.over(wishAt(zone, held, { day: "2026-03-29" as CalendarDay, second: 2.5 * 3600, half: "first" }, 0, plain));
  const { proposal } = board.get();
  expect(proposal?.verdict).toMatchObject({
    fits: false,
    why: "skipped",
    words: "That time does not exist on Sunday: the clock goes straight to 03:00",
  });
  expect(formatInstant(proposal!.to.startsAt)).toBe("2026-03-29T01:00:00Z");
});

test("arrows step through both passes of the repeated hour", () => {
  let to: Interval = { startsAt: at("2026-10-25T00:55:00Z"), endsAt: at("2026-10-25T01:25:00Z") };
  to = steppedBy(zone, to, { key: "ArrowDown", shiftKey: false, altKey: false })!;
  expect(formatInstant(to.startsAt)).toBe("2026-10-25T01:00:00Z");
});

test("by keys an episode is first held at the next free time that fits", () => {
  const now = at("2026-11-26T14:52:00Z");
  const within = { startsAt: at("2026-11-23T00:00:00Z"), endsAt: at("2026-11-29T23:00:00Z") };
  const held = [
    { startsAt: instant(now), endsAt: at("2026-11-26T15:30:00Z") },
    { startsAt: at("2026-11-26T15:50:00Z"), endsAt: at("2026-11-26T17:00:00Z") },
  ];
  expect(formatInstant(firstPlace(now, within, held, 3600 as never).startsAt)).toBe("2026-11-26T17:00:00Z");
});
