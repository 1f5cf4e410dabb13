import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { createLock } from "./lock";

test("acts under one name run one after the other, first come first served", async () => {
  const [lock, seen] = [createLock(), [] as string[]];
  const act = (name: string, turns: number) =>
    lock.withLock("station", async () => {
      seen.push(`${name} begins`);
      for (let i = 0; i < turns; i += 1) await turn();
      seen.push(`${name} ends`);
    });
  await Promise.all([act("first", 5), act("second", 0), act("third", 2)]);
  expect(seen).toEqual(["first begins", "first ends", "second begins", "second ends", "third begins", "third ends"]);
});

test("a failing act frees the lock, and its failure reaches who asked", async () => {
  const lock = createLock();
  const failing = lock.withLock("station", () => Promise.reject(new Error("broken")));
  const next = lock.withLock("station", async () => "next");
  await expect(failing).rejects.toThrow("broken");
  expect(await next).toBe("next");
});

test("acts under other names do not wait", async () => {
  const lock = createLock();
  void lock.withLock("station", () => new Promise(() => undefined));
  expect(await lock.withLock("mirror", async () => "free")).toBe("free");
});
