import { expect, test } from "vitest";
import { keptTable } from "./kept-table";

test("what became known while the whole table was on its way outlives an answer that is older", async () => {
  let answer = (_rows: { id: number }[]): void => undefined;
  const table = keptTable<{ id: number }>(() => new Promise((resolve) => (answer = resolve)), { rest: 20, leastMs: 60_000 }, () => 0);
  const reading = table.readAll();
  table.put({ id: 99 });
  table.drop(7);
  answer([{ id: 7 }, { id: 8 }]);
  expect(await reading).toBe(true);
  expect([...table.rows.keys()]).toEqual([8, 99]);
});

test("its map is another one exactly when something in it is", async () => {
  let answer = [{ id: 7, name: "a" }];
  const table = keptTable(async () => answer, { rest: 20, leastMs: 60_000 }, () => 0);
  await table.readAll();
  const before = table.rows;
  answer = [{ id: 7, name: "a" }];
  expect([await table.readAll(), table.rows === before]).toEqual([false, true]);
  answer = [{ id: 7, name: "b" }];
  expect([await table.readAll(), table.rows === before]).toEqual([true, false]);
  const next = table.rows;
  table.put({ id: 8, name: "c" });
  answer = [{ id: 7, name: "b" }, { id: 8, name: "c" }];
  expect([await table.readAll(), table.rows === next]).toEqual([false, false]);
});
