import type { Interval } from "@/domain/interval";
import type { SlotId } from "@/domain/ids";
import { seconds, type Instant } from "@/domain/time";
import type { Option, WayKind } from "@/domain/ways-out/option";
import { proposeWaysOut } from "@/domain/ways-out/propose";
import type { Week } from "@/domain/ways-out/week";
import type { Zone } from "@/domain/zone";
import { STEP_SECONDS, type Cargo } from "./cargo";
import { asWeekSlot, type PlacedSlot } from "./placed-slot";
import { wayWords } from "./way-words";

/** A way out of a conflict: what would be done, in words, and where it would be. */
export type WayOut = {
  readonly kind: "nearest" | "trim" | "another-day" | "replace";
  readonly headline: string;
  readonly detail: string;
  readonly to: Interval;
  /** Slots of ours that go back to the library for it. */
  readonly replaces: readonly SlotId[];
};

/** What a wish lies in. */
export type WishAround = { readonly zone: Zone; readonly slots: readonly PlacedSlot[]; readonly now: Instant; /** Free time is looked for in here. */ readonly within: Interval };

/** The kinds that one act of today can carry out: those that move nobody else. */
const offered: Partial<Record<WayKind, WayOut["kind"]>> = {
  "as-wished": "nearest", "nearest-before": "nearest", "nearest-after": "nearest", "trim-wish": "trim", "another-day": "another-day", "replace-to-library": "replace",
};

const AT_MOST = 4;

/** The ways out of a place that is taken, those first that disturb least: the domain's, as far as they can be acted on, in words. */
export function waysOut(cargo: Cargo, wish: Interval, around: WishAround): WayOut[] {
  const { zone, now, within } = around;
  // A slot trimmed to less than a step is none.
  const policy = { zone, within, step: seconds(STEP_SECONDS), shortest: seconds(STEP_SECONDS) };
  const options = proposeWaysOut(weekWith(cargo, around.slots), { ...cargo, to: wish }, policy, now);
  return options.flatMap((option) => wayOut(option, { cargo, wish, around })).slice(0, AT_MOST);
}

function wayOut({ kind, effects: [first, ...others] }: Option, { cargo, wish, around }: { readonly cargo: Cargo; readonly wish: Interval; readonly around: WishAround }): WayOut[] {
  const [shown, to] = [offered[kind], first?.after];
  if (!shown || !to) return [];
  const replaces = others.flatMap(({ slotId }) => slotId ?? []);
  const replaced = around.slots.filter(({ id }) => replaces.includes(id));
  return [{ kind: shown, ...wayWords[shown]({ zone: around.zone, cargo, wish, to, replaced }), to, replaces }];
}

/** What is shown, and what is carried, which may come from another week. */
function weekWith({ from, episodeId }: Cargo, slots: readonly PlacedSlot[]): Week {
  const week = slots.map(asWeekSlot);
  if (!from || week.some(({ id }) => id === from.slotId)) return week;
  const { slotId, startsAt, endsAt } = from;
  return [...week, { id: slotId, kind: "planned", state: "on-libretime", episodeId, startsAt, endsAt, locked: false, live: false, version: 0 }];
}
