import { at, givenStation, makeEpisode, tracks, type Given } from "./given/given.test-kit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { episodeIn, mediaOf } from "@/domain/content";
import { overlap } from "@/domain/interval";
import { instant, minutes, later } from "@/domain/time";
import { seedFrom, tally } from "./given/tally.test-kit";
import { moveOne } from "./move-one";
import { planOne } from "./plan-one";
import { unplanOne } from "./unplan-one";

/** The codes with which acts were refused; what broke otherwise breaks the test. */
function codesOf(outcomes: readonly PromiseSettledResult<unknown>[]): readonly string[] {
  return outcomes.flatMap((each) =>
    each.status === "rejected"
      ? [
          String(
            ((each.reason as { problem?: { code?: string } }).problem ?? (each.reason as object as { code?: string }))
              .code ?? each.reason,
          ),
        ]
      : [],
  );
}

test("of fifty who plan the same time at once, one does", async () => {
  await using given = await givenStation();
  const outcomes = await Promise.allSettled(
    Array.from({ length: 50 }, (_, index) => given.plan(index % 2 ? "night1" : "tapes", "20:00", "21:00")),
  );
  const answers = outcomes.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  expect(answers.filter((each) => !each.idempotent)).toHaveLength(1);
  expect(codesOf(outcomes)).toEqual(Array.from({ length: 25 }, () => "SLOT_OVERLAP"));
  expect(await given.heard()).toHaveLength(1);
  expect(await given.slots()).toHaveLength(1);
});

test("of fifty who plan other times at once, all do", async () => {
  await using given = await givenStation();
  const episodeId = await makeEpisode(given.shows.night, "Fifty times", tracks.night1);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 50 }, (_, index) => {
      const scheduledAt = later(at("24:00"), minutes(60 * index));
      return planOne(given.deps, given.people.programmer, {
        showId: given.shows.night,
        episodeId,
        scheduledAt,
        scheduledEnd: later(scheduledAt, minutes(60)),
      });
    }),
  );
  expect(codesOf(outcomes)).toEqual([]);
  const { schedule, "show-instances": instances } = await given.station.snapshot();
  expect([schedule.length, instances.length, (await given.slots()).length]).toEqual([50, 50, 50]);
});

/** Quarters of an hour of a day that is planned over and over. */
type Act =
  | {
      readonly kind: "plan";
      readonly episode: "night1" | "night2" | "short" | "tapes";
      readonly from: number;
      readonly length: number;
    }
  | { readonly kind: "unplan" | "move"; readonly which: number; readonly from: number; readonly length: number };

const quarter = fc.integer({ min: 0, max: 23 });
const length = fc.integer({ min: 1, max: 6 });
const anAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("plan" as const),
      episode: fc.constantFrom("night1", "night2", "short", "tapes"),
      from: quarter,
      length,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom("unplan", "move"),
      which: fc.nat({ max: 20 }),
      from: quarter,
      length,
    }),
  },
);

async function perform(given: Given, act: Act): Promise<unknown> {
  const startsAt = later(at("14:00"), minutes(15 * act.from));
  const times = { scheduledAt: startsAt, scheduledEnd: later(startsAt, minutes(15 * act.length)) };
  const actor = given.people.programmer;
  if (act.kind === "plan")
    return planOne(given.deps, actor, {
      showId: act.episode === "tapes" ? given.shows.tapes : given.shows.night,
      episodeId: given.episodes[act.episode],
      ...times,
    });
  const slots = await given.slots();
  const slot = slots[act.which % Math.max(1, slots.length)];
  if (!slot) return null;
  if (act.kind === "move") return moveOne(given.deps, actor, { slotId: slot.id, ...times });
  return unplanOne(given.deps, actor, { episodeId: episodeIn(slot.content)!, scheduledAt: slot.startsAt });
}

/** What was there already, or was nothing to act on, is no success. */
function isDone(answer: unknown): boolean {
  const { idempotent, noop } = (answer ?? { noop: true }) as { readonly idempotent?: true; readonly noop?: true };
  return !idempotent && !noop;
}

/** One of each act, in free time. */
const worked: Act[][] = [
  [{ kind: "plan", episode: "night1", from: 0, length: 4 }],
  [{ kind: "move", which: 0, from: 8, length: 4 }],
  [{ kind: "unplan", which: 0, from: 0, length: 1 }],
];

const seed = seedFrom("CROWD_SEED");
const RUNS = 12;

test(`after any sequence of acts, alone or at once, the grid, our records and LibreTime say the same, and nothing overlaps (seed ${seed})`, async () => {
  const came = tally();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anAct, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
      async (rounds) => {
        await using given = await givenStation();
        for (const round of rounds) {
          const outcomes = await Promise.allSettled(round.map((act) => perform(given, act)));
          for (const [index, { kind }] of round.entries()) {
            const outcome = outcomes[index]!;
            if (outcome.status === "fulfilled" && isDone(outcome.value)) came.note(kind);
          }
          const codes = codesOf(outcomes);
          expect(codes.filter((code) => !["SLOT_OVERLAP", "TRACK_OVERLAP", "SLOT_NOT_FOUND"].includes(code))).toEqual(
            [],
          );
        }
        const [records, { slots }, { schedule, "show-instances": instances }] = await Promise.all([
          given.slots(),
          given.list(),
          given.station.snapshot(),
        ]);
        expect(slots.map(({ id, state }) => [id, state]).toSorted()).toEqual(
          records.map(({ id }) => [id, "on-libretime"]).toSorted(),
        );
        expect(schedule.map(({ id, instance, file }) => [id, instance, file]).toSorted()).toEqual(
          records
            .map(({ playoutId, instanceId, content }) => [playoutId, instanceId, mediaOf(content).trackId])
            .toSorted(),
        );
        expect(
          instances
            .map(({ id, starts_at, ends_at }) => [id, Date.parse(String(starts_at)), Date.parse(String(ends_at))])
            .toSorted(),
        ).toEqual(records.map(({ instanceId, startsAt, endsAt }) => [instanceId, startsAt, endsAt]).toSorted());
        for (const [index, one] of records.entries())
          for (const other of records.slice(index + 1)) expect(overlap(one, other)).toBe(false);
        const { broken, entries } = await given.station.onAir(new Date(at("00:00")), new Date(instant(at("48:00"))));
        expect([broken, entries.length]).toEqual([undefined, records.length]);
      },
    ),
    { seed, numRuns: RUNS, examples: [[worked]] },
  );
  // The worked sequence has one of each.
  came.expectFloor({ plan: RUNS / 2, move: 1, unplan: 1 });
});
