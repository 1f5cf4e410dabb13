import { givenStation } from "./given/given.test-kit";
import fc from "fast-check";
import { test } from "vitest";
import { later, minutes } from "@/domain/time";
import { nothingTheirs } from "./given/rivals.test-kit";
import { seedFrom } from "./given/tally.test-kit";
import { settleAll } from "./settle-open";
import { aStep, worked } from "./model/steps.test-kit";
import { type Model, type Real, came } from "./model/world.test-kit";
import { expectAgreement } from "./model/agreement.test-kit";

/** Fifty sequences in every run of the tests; `MODEL_RUNS=500` for a night. */
const RUNS = Number(process.env["MODEL_RUNS"] ?? 50);

const seed = seedFrom("MODEL_SEED");

test(
  `whatever people, rivals, faults and crashes did in ${RUNS} sequences: grid, journal and station agree, and nothing overlaps (seed ${seed})`,
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { minLength: 1, maxLength: 12 }), async (steps) => {
        await using given = await givenStation({ timeoutMs: 800 });
        const model: Model = { theirs: nothingTheirs(), isDrifting: false };
        const real: Real = { given, deps: given.deps };
        for (const step of steps) await step(model, real);
        await given.setClock(later(real.deps.now(), minutes(1)));
        real.deps = await given.restarted();
        await settleAll(real.deps);
        await expectAgreement(model, real);
      }),
      { numRuns: RUNS, seed, examples: [[worked]], interruptAfterTimeLimit: 45 * 60_000, endOnFailure: true },
    );
    // The worked sequence has one of each; what is usual of the others is four times as much.
    const once = ["plan", "hold", "move", "take off", "replace", "repair", "fault", "killed", "rival"];
    came.expectFloor({ ...Object.fromEntries(once.map((kind) => [kind, 1])), done: 6 + Math.floor(0.4 * (RUNS - 1)) });
  },
  RUNS * 6_000 + 60_000,
);
