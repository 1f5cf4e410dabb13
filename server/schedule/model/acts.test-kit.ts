import { streams, type Given } from "../given/given.test-kit";
import fc from "fast-check";
import { episodeIn, type Hold } from "@/domain/content";
import type { Interval } from "@/domain/interval";
import type { SlotRecord } from "@/server/cms/records";
import type { Deps } from "../deps";
import { noteTheirs } from "../given/rivals.test-kit";
import { moveOne, replaceOne } from "../move-one";
import { arrangeMany } from "../plan-many";
import { planHold, planOne } from "../plan-one";
import { problemIn } from "../problem-in";
import { repairOne } from "../repair-one";
import { unplanOne } from "../unplan-one";
import { type Act, type Model, type Real, came, pick, stretch } from "./world.test-kit";

export const quarter = fc.integer({ min: 0, max: 23 });

export const length = fc.integer({ min: 1, max: 4 });

export const which = fc.nat({ max: 9 });

type EpisodeName = "night1" | "night2" | "short" | "tapes";

const episode = fc.constantFrom<EpisodeName>("night1", "night2", "short", "tapes");

const hold = fc.constantFrom<Hold>(
  { kind: "live" },
  { kind: "live", title: "Studio 1" },
  { kind: "stream", streamId: streams.world },
);

const take = fc.constantFrom<"ours" | "libretime">("ours", "libretime");

export const acts = {
  plan: (name: EpisodeName, from: number, quarters: number) =>
    act("plan", ({ given }, deps) =>
      planOne(deps, given.people.programmer, {
        ...given.wish(name, "14:00", "15:00"),
        ...scheduled(stretch(from, quarters)),
      }),
    ),
  hold: (content: Hold, from: number, quarters: number) =>
    act("hold", ({ given }, deps) =>
      planHold(deps, given.people.programmer, {
        showId: given.shows.night,
        content,
        ...scheduled(stretch(from, quarters)),
      }),
    ),
  move: (index: number, from: number, quarters: number) =>
    withSlot("move", index, ({ given }, deps, slot) =>
      moveOne(deps, given.people.programmer, { slotId: slot.id, ...scheduled(stretch(from, quarters)) }),
    ),
  takeOff: (index: number) => withSlot("take off", index, ({ given }, deps, slot) => takeOff(given, deps, slot)),
  replace: (index: number, name: EpisodeName) =>
    withSlot("replace", index, ({ given }, deps, slot) =>
      replaceOne(deps, given.people.programmer, {
        ...given.wish(name, "14:00", "15:00"),
        ...scheduled(slot),
        replaces: [slot.id],
      }),
    ),
  repair: (index: number, side: "ours" | "libretime") =>
    withSlot("repair", index, ({ given }, deps, slot) =>
      repairOne(deps, given.people.programmer, { slotId: slot.id, take: side }),
    ),
};

/** An act of a person: any refusal is an answer, anything else breaks the test. */
export const anAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(episode, quarter, length).map((given) => acts.plan(...given)) },
  { weight: 3, arbitrary: fc.tuple(hold, quarter, length).map((given) => acts.hold(...given)) },
  { weight: 3, arbitrary: fc.tuple(which, quarter, length).map((given) => acts.move(...given)) },
  { weight: 2, arbitrary: which.map((index) => acts.takeOff(index)) },
  { weight: 2, arbitrary: fc.tuple(which, episode).map((given) => acts.replace(...given)) },
  { weight: 2, arbitrary: fc.tuple(which, take).map((given) => acts.repair(...given)) },
);

function takeOff(
  { people: { programmer } }: Given,
  deps: Deps,
  { id: slotId, content, startsAt: scheduledAt }: SlotRecord,
): Promise<unknown> {
  const episodeId = episodeIn(content);
  return episodeId === undefined
    ? arrangeMany(deps, programmer, { changes: [{ slotId, to: null }], mode: "all" })
    : unplanOne(deps, programmer, { episodeId, scheduledAt });
}

export function act(kind: string, by: Act["by"]): Act {
  return { kind, by };
}

function withSlot(
  kind: string,
  index: number,
  by: (real: Real, deps: Deps, slot: SlotRecord) => Promise<unknown>,
): Act {
  return act(kind, async (real, deps) => {
    const slot = await pick(real, index);
    return slot && by(real, deps, slot);
  });
}

function scheduled({ startsAt, endsAt }: Interval) {
  return { scheduledAt: startsAt, scheduledEnd: endsAt };
}

export async function perform({ theirs }: Model, real: Real, { kind, by }: Act): Promise<void> {
  const { given } = real;
  try {
    // What was there already, or was nothing to act on, is no success.
    const answer = (await by(real, real.deps)) as { readonly idempotent?: true; readonly noop?: true } | null;
    if (answer && !answer.idempotent && !answer.noop) for (const each of [kind, "done"]) came.note(each);
  } catch (cause) {
    const problem = problemIn(cause);
    if (!problem || problem.code === "INTERNAL") throw cause;
    came.note("refused");
  }
  await noteTheirs(theirs, given);
}
