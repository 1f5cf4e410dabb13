import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inTheWay } from "../conflicts";
import { nearestFreeTimes } from "../free-time";
import { covers, lengthOf, merge, overlap, without } from "../interval";
import { instant } from "../time";
import { applyOption, IMAGINED_SLOT, touchedBy } from "./apply";
import { wayKinds, type Option, type WayKind } from "./option";
import { proposeWaysOut } from "./propose";
import { anyMeeting, type Met } from "./random-week.test-kit";
import { isTouchable, type Week, type WeekSlot } from "./week";

const propose = ({ week, wish, policy, now }: Met): Option[] => proposeWaysOut(week, wish, { policy, now });
const byId = (week: Week) => new Map(week.map((each) => [each.id, each]));
const inPlace: readonly WayKind[] = [
  "as-wished",
  "trim-others",
  "push-later",
  "pull-earlier",
  "make-room",
  "replace-and-move",
  "replace-to-library",
];

/** Holds a guarantee up to every option of very many meetings. */
function everyOption(guarantee: (option: Option, met: Met) => void): void {
  fc.assert(
    fc.property(anyMeeting, (met) => {
      for (const option of propose(met)) guarantee(option, met);
    }),
    { numRuns: 500 },
  );
}

test("every way out comes up in random weeks, several collisions at once too", () => {
  const options = fc.sample(anyMeeting, { seed: 1, numRuns: 2000 }).flatMap(propose);
  for (const kind of wayKinds)
    expect([kind, options.filter((each) => each.kind === kind).length > 10]).toEqual([kind, true]);
  expect(options.filter((each) => each.disturbance.others > 1).length).toBeGreaterThan(100);
});

describe("after any way out", () => {
  test("nothing that was touched overlaps anything", () => {
    everyOption((option, { week }) => {
      const after = applyOption(week, option);
      const touched = new Set([...touchedBy(option), IMAGINED_SLOT]);
      for (const slot of after.filter((each) => touched.has(each.id))) {
        expect([option.kind, slot.id, inTheWay(slot, after, new Set([slot.id]))]).toEqual([option.kind, slot.id, []]);
      }
    });
  });

  test("nothing is lost: every slot is in the week or known to be in the library, as long as it was unless it is trimmed", () => {
    everyOption((option, { week, wish }) => {
      const after = byId(applyOption(week, option));
      const sentBack = option.effects.filter((each) => each.after === null);
      expect(sentBack.length > 0).toBe(option.kind === "replace-to-library");
      expect(sentBack.every((each) => each.before !== null && each.slotId !== null)).toBe(true);
      for (const slot of week) {
        const there = after.get(slot.id);
        expect([slot.id, there === undefined]).toEqual([slot.id, sentBack.some((each) => each.slotId === slot.id)]);
        if (!there) continue;
        const length = slot.id === wish.from?.slotId ? lengthOf(wish.to) : lengthOf(slot);
        if (option.kind === "trim-wish" || option.kind === "trim-others")
          expect(lengthOf(there)).toBeLessThanOrEqual(length);
        else expect(lengthOf(there)).toBe(length);
        expect({ ...there, startsAt: 0, endsAt: 0 }).toEqual({ ...slot, startsAt: 0, endsAt: 0 });
      }
      expect(after.size).toBe(week.length - sentBack.length + (wish.from ? 0 : 1));
    });
  });

  test("what is foreign, locked, on air, past, or being written is where it was, and what is live as well, unless it is what moves", () => {
    everyOption((option, { week, wish, now }) => {
      const after = byId(applyOption(week, option));
      const isFixed = ({ id, kind, live, locked, state, startsAt }: WeekSlot) =>
        kind === "foreign" ||
        (live && id !== wish.from?.slotId) ||
        locked ||
        startsAt <= now ||
        state === "saving" ||
        state === "checking";
      for (const slot of week.filter(isFixed)) {
        expect(after.get(slot.id)).toEqual(slot);
        expect(touchedBy(option)).not.toContain(slot.id);
      }
    });
  });

  test("nothing starts in the past, and nothing is put out of the window that was in it or asked for there", () => {
    everyOption(({ kind, effects }, { week, wish, policy: { within }, now }) => {
      const mover = week.filter((each) => each.id === wish.from?.slotId);
      for (const { before, after } of effects) {
        if (!after) continue;
        expect(after.startsAt).toBeGreaterThanOrEqual(now);
        const reach = merge([within, wish.to, ...mover, ...(before ? [before] : [])]);
        expect([kind, covers({ startsAt: reach[0]!.startsAt, endsAt: reach.at(-1)!.endsAt }, after)]).toEqual([
          kind,
          true,
        ]);
      }
    });
  });

  test("a push and a pull keep the order on air", () => {
    everyOption((option, { week, wish }) => {
      if (option.kind !== "push-later" && option.kind !== "pull-earlier" && option.kind !== "make-room") return;
      const order = (slots: Week) =>
        slots
          .filter((each) => each.kind === "planned" && each.id !== wish.from?.slotId && each.id !== IMAGINED_SLOT)
          .toSorted((a, b) => a.startsAt - b.startsAt)
          .map((each) => each.id);
      expect(order(applyOption(week, option))).toEqual(order(week));
    });
  });
});

describe("an option", () => {
  test("says of each slot where it is, the wish first; no slot twice, and none that stays", () => {
    everyOption(({ effects, kind }, { week, wish }) => {
      const slots = byId(week);
      expect([effects[0]?.slotId, effects[0]?.episodeId]).toEqual([wish.from?.slotId ?? null, wish.episodeId]);
      expect(new Set(effects.map((each) => each.slotId)).size).toBe(effects.length);
      for (const { slotId, before, after } of effects) {
        const slot = slotId === null ? undefined : slots.get(slotId);
        expect(before).toEqual(slot ? { startsAt: slot.startsAt, endsAt: slot.endsAt } : null);
        expect(after).not.toEqual(before);
      }
      if (inPlace.includes(kind)) expect(effects[0]?.after).toEqual(wish.to);
    });
  });

  test("cuts no other track that was not cut before", () => {
    everyOption((option, { week }) => {
      const after = byId(applyOption(week, option));
      const cut = (slot: WeekSlot) => Math.max(0, (slot.trackSeconds ?? 0) - lengthOf(slot));
      for (const { slotId } of option.effects.slice(1)) {
        const [was, is] = [byId(week).get(slotId!)!, after.get(slotId!)];
        if (is) expect(cut(is)).toBe(cut(was));
      }
    });
  });

  test("travels as JSON", () => {
    everyOption((option) => expect(JSON.parse(JSON.stringify(option))).toEqual(option));
  });
});

test("the same week gives the same options, in whatever order its slots come; the cheapest first, each kind and each outcome once", () => {
  fc.assert(
    fc.property(
      anyMeeting.chain((met) =>
        fc.tuple(fc.constant(met), fc.shuffledSubarray([...met.week], { minLength: met.week.length })),
      ),
      ([met, shuffled]) => {
        const options = propose(met);
        expect(propose({ ...met, week: shuffled })).toEqual(options);
        expect(options.map((each) => each.cost)).toEqual(options.map((each) => each.cost).toSorted((a, b) => a - b));
        expect(new Set(options.map((each) => each.kind)).size).toBe(options.length);
        expect(new Set(options.map((each) => JSON.stringify(each.effects))).size).toBe(options.length);
      },
    ),
    { numRuns: 500 },
  );
});

describe("a way out that exists is offered", () => {
  const meeting = ({ week, wish, now }: Met) => {
    const held = week.filter((each) => each.id !== wish.from?.slotId);
    const blockers = held.filter((each) => overlap(each, wish.to));
    return {
      held,
      blockers,
      areOurs: blockers.length > 0 && wish.to.startsAt >= now && blockers.every((each) => isTouchable(each, now)),
    };
  };
  const every = (claim: (met: Met, kinds: ReadonlySet<WayKind>) => void) =>
    fc.assert(
      fc.property(anyMeeting, (met) => {
        claim(met, new Set(propose(met).map((each) => each.kind)));
      }),
      { numRuns: 500 },
    );

  test("their place, exactly where all of them are ours to move", () => {
    every((met, kinds) => expect(kinds.has("replace-to-library")).toBe(meeting(met).areOurs));
  });

  test("the wish itself, exactly where nobody is and the time is to come", () => {
    every((met, kinds) => {
      const mover = met.week.find((each) => each.id === met.wish.from?.slotId);
      const stays = mover?.startsAt === met.wish.to.startsAt && mover?.endsAt === met.wish.to.endsAt;
      expect(kinds.has("as-wished")).toBe(
        meeting(met).blockers.length === 0 && met.wish.to.startsAt >= met.now && !stays,
      );
    });
  });

  test("a free piece of the wish", () => {
    every((met, kinds) => {
      const { blockers } = meeting(met);
      const pieces = without(met.wish.to, blockers).filter(
        (each) => each.startsAt >= met.now && lengthOf(each) >= met.policy.shortest,
      );
      if (kinds.has("trim-wish")) expect(pieces.length).toBeGreaterThan(0);
      else if (!met.wish.from) expect(blockers.length === 0 || pieces.length === 0).toBe(true);
    });
  });

  test("the nearest free time before and after, wherever there is one", () => {
    every((met, kinds) => {
      if (met.wish.from) return;
      const from = instant(Math.max(met.policy.within.startsAt, Math.ceil(met.now / 60_000) * 60_000));
      const near = nearestFreeTimes(met.wish.to, meeting(met).held, {
        within: { startsAt: from, endsAt: met.policy.within.endsAt },
        step: met.policy.step,
      });
      expect([kinds.has("nearest-before"), kinds.has("nearest-after")]).toEqual([
        near.before !== null,
        near.after !== null,
      ]);
    });
  });
});
