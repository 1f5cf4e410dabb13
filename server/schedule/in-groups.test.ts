import { expect, test } from "vitest";
import { inGroups } from "./in-groups";

/** Work that ends when the test says so. */
function waiting() {
  const sent: { readonly end: () => void; readonly fail: (cause: unknown) => void }[] = [];
  return { sent, send: () => new Promise<void>((end, fail) => sent.push({ end, fail })) };
}
const settled = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

test("many are begun ahead, four are underway, and the answers are in order", async () => {
  const { sent, send } = waiting();
  const begun: number[] = [];
  const all = inGroups(
    [0, 1, 2, 3, 4, 5, 6, 7],
    async (each, through) => {
      begun.push(each);
      await through(send);
      return each * 10;
    },
    6,
  );
  await settled();
  expect([begun.length, sent.length]).toEqual([6, 4]);
  while (sent.length < 8 || sent.length === 0) {
    sent.at(-1)!.end();
    sent.forEach(({ end }) => end());
    await settled();
  }
  sent.forEach(({ end }) => end());
  expect(await all).toEqual([0, 10, 20, 30, 40, 50, 60, 70]);
});

test("once one has failed, nobody more is begun, what still waits is not sent, and the failure is the first", async () => {
  const { sent, send } = waiting();
  const failures: unknown[] = [];
  const all = inGroups(
    [0, 1, 2, 3, 4, 5, 6, 7],
    (_, through) =>
      through(send).catch((cause: unknown) => {
        failures.push(cause);
        throw cause;
      }),
    6,
  );
  await settled();
  sent[0]!.fail(new Error("first"));
  await settled();
  sent.slice(1).forEach(({ end }) => end());
  await expect(all).rejects.toThrow("first");
  // The fifth had its turn in the moment in which the first ended; whether that was a failure, its own work decides.
  expect(sent).toHaveLength(5);
  expect(failures.map(String)).toEqual(["Error: first", "Error: not sent: another has failed"]);
});
