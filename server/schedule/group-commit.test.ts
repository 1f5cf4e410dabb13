import { expect, test } from "vitest";
import { groupCommit } from "./group-commit";

/** A line whose writings end when the test says so. */
function aLine() {
  const writings: { readonly end: () => void; readonly fail: (cause: unknown) => void }[] = [];
  const commit = groupCommit(() => new Promise((end, fail) => writings.push({ end, fail })));
  return { commit, writings };
}
/** Everything that needs no writing has happened. */
const settled = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

test("what begins alone is written at once; what begins in the same breath is written along", async () => {
  const { commit, writings } = aLine();
  const steps = [commit(), commit(), commit()];
  await settled();
  expect(writings).toHaveLength(1);
  writings[0]!.end();
  await Promise.all(steps);
});

test("what begins during a writing is not in it: all of that shares the next one", async () => {
  const { commit, writings } = aLine();
  const first = commit();
  await settled();
  const later = [commit(), commit()];
  await settled();
  expect(writings).toHaveLength(1);
  writings[0]!.end();
  await first;
  await settled();
  expect(writings).toHaveLength(2);
  writings[1]!.end();
  await Promise.all(later);
});

test("a line that cannot be written fails for all that wait for it, and keeps nobody after it waiting", async () => {
  const { commit, writings } = aLine();
  const [one, two] = [commit(), commit()];
  await settled();
  writings[0]!.fail(new Error("the disk is full"));
  await expect(one).rejects.toThrow("the disk is full");
  await expect(two).rejects.toThrow("the disk is full");
  const three = commit();
  await settled();
  expect(writings).toHaveLength(2);
  writings[1]!.end();
  await three;
});
