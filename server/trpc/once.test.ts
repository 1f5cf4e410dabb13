import { givenDoors, planRest, resultIn, serveWith, trpc, wish, type Answered } from "@/server/rest/doors.test-kit";
import { describe, expect, test } from "vitest";
import { recentOperations } from "@/server/cms/operations";
import type { Given } from "@/server/schedule/given/given.test-kit";
import { outcome, writingWays } from "./writing-ways.test-kit";

async function writesOf(given: Given): Promise<number> {
  return (await given.station.requests()).filter(({ method }) => method !== "GET").length;
}

describe.each(writingWays)("$name under a key", ({ before, input, other, ask }) => {
  const idempotencyKey = "once";

  test("is done once, and answered alike as often as it is asked, after a restart too", async () => {
    await using given = await givenDoors();
    const asked = { ...(await input(given, await before(given))), idempotencyKey };
    const first = await ask({ body: asked });
    expect(first[0]).toBe(200);
    const [station, writes] = [await given.station.snapshot(), await writesOf(given)];
    expect(await ask({ body: asked })).toEqual(first);
    const again = await given.restarted();
    serveWith(again);
    expect(await ask({ body: asked })).toEqual(first);
    expect([await given.station.snapshot(), await writesOf(given)]).toEqual([station, writes]);
    again.mirror.stop();
  });

  test("asked ten times at once is done once", async () => {
    await using given = await givenDoors();
    const asked = { ...(await input(given, await before(given))), idempotencyKey };
    const lines = (await recentOperations(100)).length;
    const answers: readonly Answered[] = await Promise.all(Array.from({ length: 10 }, () => ask({ body: asked })));
    expect(answers).toEqual(answers.map(() => answers[0]));
    expect(answers[0]![0]).toBe(200);
    expect((await recentOperations(100)).length - lines).toBe(1);
  });

  test("is refused for anything else, and that changes nothing", async () => {
    await using given = await givenDoors();
    const earlier = await before(given);
    const asked = { ...(await input(given, earlier)), idempotencyKey };
    const first = await ask({ body: asked });
    const station = await given.station.snapshot();
    expect(await outcome(ask({ body: { ...asked, ...other(earlier) } }))).toBe("IDEMPOTENCY_KEY_REUSED");
    expect(
      await outcome(
        trpc("unplanOne", {
          body: { episodeId: given.episodes.tapes, scheduledAt: "2026-11-24T10:00:00Z", idempotencyKey },
        }),
      ),
    ).toBe("IDEMPOTENCY_KEY_REUSED");
    expect(await given.station.snapshot()).toEqual(station);
    expect(await ask({ body: asked })).toEqual(first);
  });

  test("is another act when another person asks with the same key", async () => {
    await using given = await givenDoors();
    const earlier = await before(given);
    const asked = { ...(await input(given, earlier)), idempotencyKey };
    await ask({ body: asked });
    const theirs = await outcome(ask({ who: "admin", body: { ...asked, ...other(earlier) } }));
    expect(theirs).not.toBe("IDEMPOTENCY_KEY_REUSED");
    const lines = (await recentOperations(100)).filter((line) => line.idempotencyKey === idempotencyKey);
    expect(lines.map(({ actorId }) => actorId).sort()).toEqual(
      [given.people.admin.id, given.people.programmer.id].sort(),
    );
  });
});

test("the same plan under the same key is one act, whether it comes over tRPC or REST", async () => {
  await using given = await givenDoors();
  const body = wish(given, { idempotencyKey: "either way" });
  const first = await planRest({ body });
  expect(resultIn(await trpc("planOne", { body }))).toEqual(first[1]);
  expect(await given.slots()).toHaveLength(1);
});

test("a refusal under a key stays one, though the way is free by now", async () => {
  await using given = await givenDoors();
  const { slotId } = await given.plan("tapes", "20:30", "21:30");
  const body = wish(given, { idempotencyKey: "refused" });
  expect(await outcome(planRest({ body }))).toBe("SLOT_OVERLAP");
  await given.move(slotId, "22:00", "23:00");
  expect(await outcome(planRest({ body }))).toBe("SLOT_OVERLAP");
  expect(await outcome(planRest({ body: wish(given, { idempotencyKey: "another" }) }))).toBe("success");
});
