import { givenDoors, serveWith, trpc, wish } from "@/server/rest/doors.test-kit";
import { describe, expect, test } from "vitest";
import { recentOperations } from "@/server/cms/operations";
import type { Given } from "@/server/schedule/given/given.test-kit";
import { otherWorld, pointedAt, restore, settledWorld } from "@/server/schedule/fingerprint/stations.test-kit";
import type { Station } from "@/station/station";
import { outcome, writingWays, type WritingWay } from "./writing-ways.test-kit";

/** Over whom a person steps who does not look: with or without a rehearsal. */
const rehearsals = (name: string) =>
  /plan|replace|move/i.test(name) && !name.startsWith("un") ? [{}, { dryRun: true }] : [{}];

/** That the act is refused in every form, and nothing changes there or in our records. */
async function expectRefused(
  given: Given,
  way: WritingWay,
  { there, body }: { readonly there: Station; readonly body: object },
): Promise<void> {
  const [station, slots, lines] = [await there.snapshot(), await given.slots(), (await recentOperations(1000)).length];
  await there.clearRequests();
  for (const over of [...rehearsals(way.name), { idempotencyKey: "k" }])
    expect([over, await outcome(way.ask({ body: { ...body, ...over } }))]).toEqual([over, "STATION_CHANGED"]);
  expect((await there.requests()).filter(({ method }) => method !== "GET")).toEqual([]);
  expect([await there.snapshot(), await given.slots(), (await recentOperations(1000)).length]).toEqual([
    station,
    slots,
    lines,
  ]);
}

const inputOf = async (given: Given, way: WritingWay): Promise<object> => {
  const earlier = await way.before(given);
  return { ...(await way.input(given, earlier)) };
};

describe.each(writingWays)("$name", (way) => {
  test("is refused when our database points at another LibreTime", async () => {
    await using given = await givenDoors();
    await given.plan("short", "13:00", "13:58");
    const body = await inputOf(given, way);
    await using other = await pointedAt(given, otherWorld);
    serveWith(other.deps);
    await expectRefused(given, way, { there: other.station, body });
  });

  test("is refused when LibreTime was restored from a backup of before", async () => {
    await using given = await givenDoors({ world: settledWorld });
    const backup = await given.station.snapshot();
    const body = await inputOf(given, way);
    for (const [starts, ends] of [
      ["12:30", "13:28"],
      ["13:30", "14:28"],
      ["14:30", "14:58"],
    ] as const)
      await given.plan("short", starts, ends);
    await restore(given, backup);
    await expectRefused(given, way, { there: given.station, body });
  });
});

test("the refusal says what differs", async () => {
  await using given = await givenDoors();
  const { instanceId } = await given.plan("night1", "20:00", "21:00");
  await using other = await pointedAt(given, otherWorld);
  serveWith(other.deps);
  const [status, body] = await trpc("planOne", { body: wish(given) });
  const { problem } = (body.error as { data: { problem: { details: { examples: unknown[] } } } }).data;
  expect([status, problem]).toMatchObject([
    409,
    {
      code: "STATION_CHANGED",
      details: { station: "another", counts: { another: expect.any(Number), gone: 0, back: 0 } },
    },
  ]);
  expect(problem.details.examples).toContainEqual({
    what: "another",
    table: "instances",
    id: instanceId,
    known: expect.stringMatching(/^2026-11-24T12:00:00\.\d{6}Z$/),
    there: "2026-11-20T09:00:00.000001Z",
  });
});
