import { givenStation } from "../given/given.test-kit";
import { expect, test } from "vitest";
import type { OperationRecord } from "@/server/cms/records";
import { undoOne } from "../undo-one";
import { repaired, undos } from "./acts/undos.test-kit";
import { breakEverywhere, oneOfEach } from "./matrix.test-kit";

const kinds: Record<OperationRecord["kind"], true> = {
  plan: true,
  unplan: true,
  move: true,
  replace: true,
  repair: true,
  "way-out": true,
  many: true,
  undo: true,
};

test("an act of every kind is taken back in the matrix", () => {
  expect(new Set(undos.map(({ undoes }) => undoes))).toEqual(new Set(Object.keys(kinds)));
});

// It is no case of the matrix: only our records change, in one statement.
test("the undo of a repair that took LibreTime's writes nothing to LibreTime", async () => {
  await using given = await givenStation();
  await repaired(given, "libretime");
  expect(await given.slots()).toEqual([]);
  const { id: operationId } = await given.lastOperation();
  const requests = await given.requestsOf(() => undoOne(given.deps, given.people.programmer, { operationId }));
  expect(requests).toEqual(["GET /schedule"]);
  expect(await given.slots()).toHaveLength(1);
});

await breakEverywhere(undos, oneOfEach);
