import type { Interval } from "@/domain/interval";
import { seconds } from "@/domain/time";
import type { Way } from "@/domain/ways-out/option";
import { proposeWaysOut } from "@/domain/ways-out/propose";
import { tokenOf } from "@/domain/ways-out/token";
import type { Week } from "@/domain/ways-out/week";
import { STEP_SECONDS, type Cargo } from "./cargo";
import { asWeekSlot, type PlacedSlot } from "./placed-slot";
import { changesOf, type SlotChange } from "./slot-change";
import type { JudgedAgainst } from "./verdict";
import { wayText } from "./way-words";

/** A way out of a conflict: all that would be done, in words, and the token of what it was seen to rest on. */
export type WayOut = Way & {
  readonly changes: readonly SlotChange[];
  readonly token: string;
  readonly headline: string;
  readonly detail: string;
  /** Every slot that moves, from when to when, for ears. */
  readonly spoken: string;
};

/** What a wish lies in. */
export type WishAround = JudgedAgainst & { /** Free time is looked for in here. */ readonly within: Interval };

/** The ways out of a place that is taken, those first that disturb least: the domain's, in words. */
export function waysOut(cargo: Cargo, wish: Interval, around: WishAround): WayOut[] {
  const { words, slots, now, within } = around;
  const week = weekWith(cargo, slots);
  // A slot trimmed to less than a step is none.
  const policy = { zone: words.zone, within, step: seconds(STEP_SECONDS), shortest: seconds(STEP_SECONDS) };
  return proposeWaysOut(week, { ...cargo, to: wish }, { policy, now }).map(({ kind, effects }) => {
    const changes = changesOf(effects, cargo, slots);
    return {
      kind,
      effects,
      changes,
      token: tokenOf({ kind, effects }, week),
      ...wayText(words, kind, { cargo, wish, changes }),
    };
  });
}

/** What is shown, and what is carried, which may come from another week. */
function weekWith({ from, episodeId, hold }: Cargo, slots: readonly PlacedSlot[]): Week {
  const week = slots.map(asWeekSlot);
  if (!from || week.some(({ id }) => id === from.slotId)) return week;
  const { slotId, startsAt, endsAt, version = 0 } = from;
  return [
    ...week,
    {
      id: slotId,
      kind: "planned",
      state: "on-libretime",
      episodeId,
      startsAt,
      endsAt,
      locked: false,
      live: hold?.kind === "live",
      version,
    },
  ];
}
