import { inTheWay } from "../conflicts";
import type { EpisodeId, SlotId } from "../ids";
import { intersection, overlap, type Interval } from "../interval";
import { IMAGINED_SLOT } from "../ways-out/apply";
import { nearest } from "../ways-out/another-place";
import type { Policy, Way } from "../ways-out/option";
import { replaceToLibrary } from "../ways-out/replace";
import { situationOf } from "../ways-out/situation";
import { trimWish } from "../ways-out/trim";
import type { Week, WeekSlot } from "../ways-out/week";
import { earlier, hours, later, type Instant } from "../time";

/** One of many that come at once: a new slot of an episode, or of what holds none. */
export type ManyWish = {
  /** What it is known by among the others. */
  readonly id: string;
  readonly episodeId?: EpisodeId;
  /** Null while nobody knows, and for what lasts as long as its slot. */
  readonly trackSeconds: number | null;
  /** The slots of the week that hold just the same, where that is no episode. */
  readonly twins?: ReadonlySet<SlotId>;
  readonly to: Interval;
  /** Another place that was meant just as well: the second pass of an hour that comes twice. */
  readonly otherPass?: Interval;
  /** Is its place not the one that was meant, so that somebody must say yes to it? */
  readonly isElsewhere?: boolean;
  /** Does it reach further than was meant? Then it gives way to those that do not. */
  readonly isLonger?: boolean;
};

/** What can be done about one that does not simply fit. */
export type ManyAnswer = "leave-out" | "as-wished" | "nearest" | "trim" | "replace" | "other-pass";

/** Everything that a wish meets, and where it would go. */
export type Judged<T extends ManyWish = ManyWish> = {
  readonly wish: T;
  /** `fits`: nothing is to be asked. `there`: the same stands there already. */
  readonly verdict: "fits" | "there" | "past" | "elsewhere" | "conflict";
  /** Who is there: slots of the week. */
  readonly blockers: readonly WeekSlot[];
  /** Who of the other wishes is there. */
  readonly others: readonly T[];
  /** Where each answer would lead, by what stands when it is its turn. */
  readonly answers: Readonly<Partial<Record<ManyAnswer, Interval | null>>>;
  /** The answer that counts; null for one that fits. */
  readonly answer: ManyAnswer | null;
  /** Where it goes; null when it is left out. */
  readonly to: Interval | null;
  /** Which slots of ours go back to the library for it. */
  readonly replaces: readonly WeekSlot[];
};

type Around<T> = {
  readonly policy: Policy;
  readonly now: Instant;
  /** The answer that was chosen for a wish; what cannot be had is left out. */
  readonly answerFor: (wish: T) => ManyAnswer;
};

/**
 * Judges many new slots as one picture: those that fit have their places first, then each of the others meets
 * what stands by then, in order, and goes where its answer leads. After that no two overlap, nothing foreign,
 * live, past or on air is touched, and nothing starts before `now`. Where the week has changed, so has this.
 */
export function judgeMany<T extends ManyWish>(week: Week, wishes: readonly T[], around: Around<T>): Judged<T>[] {
  const seated = seatedOf(week, wishes, around.now);
  let held: Week = [...week, ...[...seated].map((wish) => imagined(wish, wish.to))];
  const judged = new Map<T, Judged<T>>();
  for (const wish of wishes) {
    if (seated.has(wish)) {
      judged.set(wish, fitting(wish));
      continue;
    }
    const each = answered({ week, wish, wishes, held, ...around });
    const gone = new Set(each.replaces);
    held = [...held.filter((slot) => !gone.has(slot)), ...(each.to ? [imagined(wish, each.to)] : [])];
    judged.set(wish, each);
  }
  return wishes.map((wish) => judged.get(wish)!);
}

/** Who fits as wished: against the week, and against those before it; who reaches further than meant comes last. */
function seatedOf<T extends ManyWish>(week: Week, wishes: readonly T[], now: Instant): ReadonlySet<T> {
  const seated: T[] = [];
  for (const wish of wishes.toSorted((a, b) => Number(a.isLonger ?? false) - Number(b.isLonger ?? false))) {
    const isFree = inTheWay(wish.to, week).length === 0 && !seated.some((each) => overlap(each.to, wish.to));
    if (isFree && !wish.isElsewhere && wish.to.startsAt >= now) seated.push(wish);
  }
  return new Set(seated);
}

function fitting<T extends ManyWish>(wish: T): Judged<T> {
  return { wish, verdict: "fits", blockers: [], others: [], answers: {}, answer: null, to: wish.to, replaces: [] };
}

type Turn<T> = Around<T> & {
  readonly week: Week;
  readonly wish: T;
  readonly wishes: readonly T[];
  readonly held: Week;
};

function answered<T extends ManyWish>({ week, wish, wishes, held, policy, now, answerFor }: Turn<T>): Judged<T> {
  const blockers = inTheWay(wish.to, week);
  const verdict = verdictOf(wish, blockers, now);
  const others = wishes.filter((other) => other !== wish && overlap(other.to, wish.to));
  const ways =
    verdict === "past" || verdict === "there" ? new Map<ManyAnswer, Way>() : waysOf(held, wish, { policy, now });
  const wanted = answerFor(wish);
  // Its place may be free by now, and is to be had without asking for more.
  const isHad = ways.has("as-wished") && wanted !== "leave-out" && wanted !== "other-pass";
  const answer: ManyAnswer = isHad ? "as-wished" : ways.has(wanted) ? wanted : "leave-out";
  const [own, ...rest] = ways.get(answer)?.effects ?? [];
  const gone = new Set(rest.map(({ slotId }) => slotId));
  return {
    wish,
    verdict,
    blockers,
    others,
    answer,
    answers: {
      "leave-out": null,
      ...Object.fromEntries([...ways].map(([kind, way]) => [kind, way.effects[0]?.after ?? null])),
    },
    to: own?.after ?? null,
    replaces: week.filter((slot) => gone.has(slot.id)),
  };
}

function verdictOf(wish: ManyWish, blockers: readonly WeekSlot[], now: Instant): Judged["verdict"] {
  if (wish.to.startsAt < now) return "past";
  const isSame = ({ id, episodeId }: WeekSlot) =>
    wish.episodeId === undefined ? wish.twins?.has(id) === true : episodeId === wish.episodeId;
  if (blockers.some((each) => isSame(each) && each.startsAt === wish.to.startsAt && each.endsAt === wish.to.endsAt))
    return "there";
  return wish.isElsewhere ? "elsewhere" : "conflict";
}

/** Further away, a free time is not near any more. */
const NEAR = hours(12);

/** The ways that can be taken for many at once: those that move nobody else. What is far away is not looked at: a month of slots is judged between two clicks. */
function waysOf(
  held: Week,
  wish: ManyWish,
  { policy, now }: { readonly policy: Policy; readonly now: Instant },
): ReadonlyMap<ManyAnswer, Way> {
  const { trackSeconds, to } = wish;
  const around = { startsAt: earlier(to.startsAt, NEAR), endsAt: later(to.endsAt, NEAR) };
  const within = intersection(policy.within, around) ?? { startsAt: to.startsAt, endsAt: to.startsAt };
  const situation = situationOf(
    held.filter((each) => overlap(each, around)),
    { ...thingOf(wish), trackSeconds, to },
    { policy: { ...policy, within }, now },
  );
  if (!situation) return new Map();
  const asWished = situation.blockers.length === 0 ? [placing("as-wished", wish, wish.to)] : [];
  const other =
    wish.otherPass && inTheWay(wish.otherPass, situation.held).length === 0
      ? [placing("as-wished", wish, wish.otherPass)]
      : [];
  const near = nearest(situation).toSorted((a, b) => shiftOf(a, wish) - shiftOf(b, wish));
  const found: readonly (readonly [ManyAnswer, readonly Way[]])[] = [
    ["as-wished", asWished],
    ["other-pass", other],
    ["nearest", near],
    ["trim", trimWish(situation)],
    ["replace", replaceToLibrary(situation)],
  ];
  return new Map(found.flatMap(([answer, [way]]) => (way ? [[answer, way] as const] : [])));
}

function placing(kind: Way["kind"], wish: ManyWish, to: Interval): Way {
  return { kind, effects: [{ slotId: null, ...thingOf(wish), before: null, after: to }] };
}

function shiftOf({ effects: [own] }: Way, wish: ManyWish): number {
  return Math.abs((own?.after?.startsAt ?? Infinity) - wish.to.startsAt);
}

/** A wish that has its place: nobody may move it. */
function imagined(wish: ManyWish, to: Interval): WeekSlot {
  return {
    id: `${IMAGINED_SLOT}:${wish.id}`,
    kind: "planned",
    state: "saving",
    ...thingOf(wish),
    startsAt: to.startsAt,
    endsAt: to.endsAt,
    locked: true,
    live: false,
    version: 0,
  };
}

function thingOf({ episodeId }: ManyWish): Pick<WeekSlot, "episodeId"> {
  return episodeId === undefined ? {} : { episodeId };
}
