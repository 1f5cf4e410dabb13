import fc from "fast-check";
import { later, minutes } from "@/domain/time";
import type { Fault, FaultKind } from "@/station/station";
import { mortal, type Death } from "../given/mortal.test-kit";
import { noteTheirs } from "../given/rivals.test-kit";
import { settleAll } from "../settle-open";
import { perform } from "./acts.test-kit";
import { type Act, type Model, type Real, type Step, came } from "./world.test-kit";

export const death = fc.record({ nth: fc.integer({ min: 1, max: 8 }), when: fc.constantFrom("before", "after") });

export const kind = fc.constantFrom<FaultKind>(
  "refuse",
  "cut-before",
  "cut-after-saving",
  "500",
  "500-but-saved",
  "html",
  "hang",
  "hang-after-saving",
);

export const route = fc.constantFrom(
  "POST /show-instances",
  "POST /schedule",
  "DELETE /schedule/*",
  "DELETE /show-instances/*",
  "GET /schedule",
  "GET /show-instances/*",
);

export function faulty(act: Act, fault: Fault): Step {
  return async (model, real) => {
    const { station } = real.given;
    await station.clearRequests();
    await station.fault(fault);
    await perform(model, real, act);
    if ((await station.requests()).some((each) => each.fault !== null)) came.note("fault");
    await station.clearFaults();
  };
}

export async function crash(model: Model, real: Real, act: Act, end: Death): Promise<void> {
  const { given } = real;
  const { deps, died } = mortal(real.deps, end);
  await Promise.race([died.then(() => came.note("killed")), act.by(real, deps).catch(() => undefined)]);
  // What a dead process had sent may arrive for a while: then it is known.
  await given.setClock(later(real.deps.now(), minutes(1)));
  real.deps = await given.restarted();
  await settleAll(real.deps);
  await noteTheirs(model.theirs, given);
}
