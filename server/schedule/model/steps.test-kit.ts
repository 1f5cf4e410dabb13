import fc from "fast-check";
import type { Death } from "../given/mortal.test-kit";
import { type Act, type Step, stretch } from "./world.test-kit";
import { acts, anAct, length, perform, quarter, which } from "./acts.test-kit";
import { crash, death, faulty, kind, route } from "./faults.test-kit";
import { rivalDeletes, rivalFills, rivalMoves, rivalPuts, rivalTouches } from "./rivals.test-kit";

export const aStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: anAct.map(
      (act): Step =>
        (model, real) =>
          perform(model, real, act),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(anAct, route, kind, fc.integer({ min: 1, max: 2 }))
      .map(([act, at_, what, nth]): Step => faulty(act, { route: at_, kind: what, nth })),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(anAct, death).map(
      ([act, end]): Step =>
        async (model, real) =>
          crash(model, real, act, end as Death),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(quarter, length, fc.boolean()).map(
      ([from, quarters, isEmpty]): Step =>
        (model, real) =>
          rivalPuts(model, real, stretch(from, quarters), isEmpty),
    ),
  },
  {
    weight: 2,
    arbitrary: which.map(
      (index): Step =>
        (model, real) =>
          rivalFills(model, real, index),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(which, fc.constantFrom("change", "delete"), fc.constantFrom("schedule", "show-instances")).map(
      ([index, what, table]): Step =>
        (model, real) =>
          rivalTouches(model, real, index, what, table),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(which, fc.boolean()).map(
      ([index, whole]): Step =>
        (model, real) =>
          rivalDeletes(model, real, index, whole),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(which, quarter, length).map(
      ([index, from]): Step =>
        (model, real) =>
          rivalMoves(model, real, index, from),
    ),
  },
);

const doing =
  (act: Act): Step =>
  (model, real) =>
    perform(model, real, act);

/** Everything there is, once, in free time: each act succeeds, the fault fires, the process ends. */
export const worked: Step[] = [
  doing(acts.plan("night1", 0, 4)),
  doing(acts.hold({ kind: "live" }, 6, 4)),
  doing(acts.move(0, 12, 4)),
  doing(acts.replace(1, "night2")),
  (model, real) => rivalDeletes(model, real, 1, false),
  doing(acts.repair(1, "ours")),
  doing(acts.takeOff(0)),
  faulty(acts.plan("tapes", 0, 4), { route: "POST /schedule", kind: "500-but-saved" }),
  (model, real) => crash(model, real, acts.plan("short", 18, 4), { nth: 2, when: "after" }),
];
