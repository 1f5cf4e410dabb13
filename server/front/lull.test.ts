import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { lullOf } from "./lull";

test("work waits as long as each turn of the event loop brings a request, and begins in order with the first that brings none", async () => {
  const lull = lullOf({ mostMs: 60_000 });
  const begun: string[] = [];
  lull.whenCalm(() => begun.push("first"));
  for (let request = 0; request < 500; request += 1) {
    lull.arrived();
    if (request === 100) lull.whenCalm(() => begun.push("second"));
    await turn();
  }
  expect(begun).toEqual([]);
  await turn();
  await turn();
  expect(begun).toEqual(["first", "second"]);
});

test("a flood that never ends holds work back for a bounded time, each piece from when it was handed in", async () => {
  let clock = 0;
  const lull = lullOf({ mostMs: 1_000, now: () => clock });
  const begun: string[] = [];
  const oneTurn = async () => {
    lull.arrived();
    await turn();
  };
  lull.whenCalm(() => begun.push("first"));
  clock = 600;
  lull.whenCalm(() => begun.push("second"));
  await oneTurn();
  clock = 1_000;
  await oneTurn();
  expect(begun).toEqual(["first"]);
  clock = 1_600;
  await oneTurn();
  expect(begun).toEqual(["first", "second"]);
});

test("work that is handed in by work that begins waits for a lull of its own", async () => {
  const lull = lullOf({ mostMs: 60_000 });
  const begun: string[] = [];
  lull.whenCalm(() => {
    begun.push("outer");
    lull.whenCalm(() => begun.push("inner"));
  });
  await turn();
  expect(begun).toEqual(["outer"]);
  await turn();
  expect(begun).toEqual(["outer", "inner"]);
});
