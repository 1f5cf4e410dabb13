import { expect, test } from "vitest";
import { instant } from "@/domain/time";
import { keptTable } from "./kept-table";
import type { Told } from "./sharing";

test("what became known while the whole table was on its way outlives an answer that is older", async () => {
  let answer = (_rows: { id: number }[]): void => undefined;
  const table = keptTable<{ id: number }>(
    () => new Promise((resolve) => (answer = resolve)),
    { rest: 20, leastMs: 60_000 },
    { now: () => 0 },
  );
  const reading = table.readAll();
  table.put({ id: 99 });
  table.drop(7);
  answer([{ id: 7 }, { id: 8 }]);
  expect(await reading).toBe(true);
  expect([...table.rows.keys()]).toEqual([8, 99]);
});

test("its map is another one exactly when something in it is", async () => {
  let answer = [{ id: 7, name: "a" }];
  const table = keptTable(async () => answer, { rest: 20, leastMs: 60_000 }, { now: () => 0 });
  await table.readAll();
  const before = table.rows;
  answer = [{ id: 7, name: "a" }];
  expect([await table.readAll(), table.rows === before]).toEqual([false, true]);
  answer = [{ id: 7, name: "b" }];
  expect([await table.readAll(), table.rows === before]).toEqual([true, false]);
  const next = table.rows;
  table.put({ id: 8, name: "c" });
  answer = [
    { id: 7, name: "b" },
    { id: 8, name: "c" },
  ];
  expect([await table.readAll(), table.rows === next]).toEqual([false, false]);
});

test("what another process has read is taken over, unless more is known here", async () => {
  let now = 1_000;
  const table = keptTable(
    async () => [{ id: 7, name: "read here" }],
    { rest: 20, leastMs: 60_000 },
    { now: () => now },
  );
  const toldAt = (at: number, name: string): Told<{ id: number; name: string }> => ({
    put: [{ id: 8, name }],
    drop: [],
    isWhole: true,
    stand: { seenAt: instant(at), dueAt: instant(at + 60_000), askedTo: 8 },
  });
  await table.readAll();
  expect([table.adopt(toldAt(999, "older")), [...table.rows.keys()]]).toEqual([false, [7]]);
  now = 2_000;
  expect([
    table.adopt(toldAt(1_500, "newer")),
    [...table.rows.keys()],
    table.seenAt,
    table.dueAt,
    table.askedTo,
  ]).toEqual([true, [8], 1_500, 61_500, 8]);
  const before = table.rows;
  expect([table.adopt({ put: [{ id: 8, name: "newer" }], drop: [7] }), table.rows === before]).toEqual([false, true]);
  expect([table.adopt({ put: [{ id: 9, name: "one more" }], drop: [] }), table.rows === before, table.seenAt]).toEqual([
    true,
    false,
    1_500,
  ]);
});

test("of its own reading it tells only what is new, and the first time everything", async () => {
  const told: Told[] = [];
  let answer = [
    { id: 7, name: "a" },
    { id: 8, name: "b" },
  ];
  const table = keptTable(
    async () => answer,
    { rest: 20, leastMs: 60_000 },
    { now: () => 0, tell: (each) => told.push(each) },
  );
  await table.readAll();
  answer = [{ id: 7, name: "another" }];
  await table.readAll();
  table.put({ id: 7, name: "another" });
  table.put({ id: 9, name: "c" });
  expect(
    told.map(({ put, drop, isWhole, stand }) => [put.map(({ id }) => id), drop, isWhole === true, stand !== undefined]),
  ).toEqual([
    [[7, 8], [], true, true],
    [[7], [8], false, true],
    [[9], [], false, false],
  ]);
});

test("an id that was ever known stays known as one that LibreTime has given, whoever made it and took it back", async () => {
  const table = keptTable(async () => [{ id: 7 }], { rest: 20, leastMs: 60_000 }, { now: () => 0 });
  await table.readAll();
  table.put({ id: 8 });
  for (const id of [7, 8, 9]) table.drop(id);
  table.adopt({ put: [{ id: 20 }], drop: [19] });
  table.adopt({ put: [], drop: [20] });
  expect([...table.everKnown].toSorted((a, b) => a - b)).toEqual([7, 8, 19, 20]);
});

test("an id that comes again for another row tells of a restore: what was given before is forgotten, and the whole table is due", async () => {
  let [answer, now] = [
    [
      { id: 7, createdAt: "a" },
      { id: 8, createdAt: "b" },
    ],
    0,
  ];
  const table = keptTable(
    async () => answer,
    { rest: 20, leastMs: 60_000 },
    { now: () => now, isAnother: (known, row) => known.createdAt !== row.createdAt },
  );
  await table.readAll();
  [answer, now] = [[{ id: 7, createdAt: "c" }], 1_000];
  expect(table.dueAt).toBe(60_000);
  table.put({ id: 7, createdAt: "c" });
  expect(table.dueAt).toBe(1_000);
  await table.readAll();
  expect([...table.everKnown]).toEqual([7]);
  expect(table.askedTo).toBe(7);
});
