import { expect, test } from "vitest";
import { writtenTogether } from "./written-together";

/** A line whose writings end when the test says so. */
function aLine() {
  const writings: { readonly end: () => void; readonly fail: (cause: unknown) => void }[] = [];
  const line = writtenTogether(() => new Promise((end, fail) => writings.push({ end, fail })));
  return { ...line, writings };
}
/** Everything that needs no writing has happened. */
const settled = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

test("what begins alone is written at once; what begins in the same breath is written along", async () => {
  const { begun, writings } = aLine();
  const steps = [begun(), begun(), begun()];
  await settled();
  expect(writings).toHaveLength(1);
  writings[0]!.end();
  await Promise.all(steps);
});

test("while something is underway the others wait for each other, and are written when it is over", async () => {
  const { begun, over, writings } = aLine();
  const first = begun();
  await settled();
  writings[0]!.end();
  await first;
  const later = [begun(), begun()];
  await settled();
  expect(writings).toHaveLength(1);
  over();
  await settled();
  expect(writings).toHaveLength(2);
  writings[1]!.end();
  await Promise.all(later);
});

test("twelve do not wait any longer", async () => {
  const { begun, writings } = aLine();
  const first = begun();
  await settled();
  writings[0]!.end();
  await first;
  for (let step = 0; step < 11; step += 1) void begun();
  await settled();
  expect(writings).toHaveLength(1);
  void begun();
  await settled();
  expect(writings).toHaveLength(2);
});

test("a line that cannot be written fails for all that wait for it, and keeps nobody after it waiting", async () => {
  const { begun, writings } = aLine();
  const [one, two] = [begun(), begun()];
  await settled();
  writings[0]!.fail(new Error("the disk is full"));
  await expect(one).rejects.toThrow("the disk is full");
  await expect(two).rejects.toThrow("the disk is full");
  void begun();
  await settled();
  expect(writings).toHaveLength(2);
});
