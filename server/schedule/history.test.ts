import { givenStation } from "./given/given.test-kit";
import { expect, test } from "vitest";
import { recentOperations } from "@/server/cms/operations";
import { history } from "./history";
import { undoOne } from "./undo-one";

test("what was refused, or came to nothing, takes no room in the history: what was done before is still there to be taken back", async () => {
  await using given = await givenStation();
  await given.plan("night1", "20:00", "21:00");
  await given.plan("night2", "22:00", "23:00");
  await given.plan("night2", "22:00", "23:00");
  for (let times = 0; times < 5; times += 1)
    await given
      .plan("tapes", "20:30", "21:30", { idempotencyKey: `refused-${given.shows.night}-${times}` })
      .catch(() => undefined);
  expect((await recentOperations(6)).map(({ state }) => state)).toEqual([
    "refused",
    "refused",
    "refused",
    "refused",
    "refused",
    "done",
  ]);
  const told = (await history(given.people.programmer, 2)).map(({ slots, canUndo }) => [slots[0]!.title, canUndo]);
  expect(told).toEqual([
    ["Night Flight, night2", true],
    ["Night Flight, night1", true],
  ]);
});

test("what was taken back is told as undone, however short the list", async () => {
  await using given = await givenStation();
  await given.plan("night1", "20:00", "21:00", { idempotencyKey: "plan" });
  await undoOne(given.deps, given.people.programmer, { ofKey: "plan" });
  expect(
    (await history(given.people.programmer, 2)).map(({ kind, isUndone, canUndo }) => [kind, isUndone, canUndo]),
  ).toEqual([
    ["undo", false, true],
    ["plan", true, false],
  ]);
});
