import { useTranslations } from "next-intl";
import { useMemo, useRef } from "react";
import { useLatest } from "@/components/ui/use-latest";
import type { Interval } from "@/domain/interval";
import { instant } from "@/domain/time";
import { cargoOfSlot, STEP_SECONDS, type Cargo } from "../cargo";
import type { PlannerState } from "../use-planner";
import type { Held } from "../wish";
import { gapStart } from "../week-gaps";
import { pastePlace, takeOffWish } from "./selection-acts";
import type { Picking } from "./use-selection";

type Rest = Pick<Held, "rest" | "copies">;
type Needs = {
  readonly planner: PlannerState;
  readonly picking: Picking;
  readonly carryByKeys: (cargo: Cargo, first: Interval, along: Rest) => void;
  readonly carryByClick: (cargo: Cargo, event: PointerEvent, along: Rest) => void;
};

const STEP_MS = STEP_SECONDS * 1000;

/** What is done with all that is selected: off the grid, elsewhere, once more. Each answers false when nothing is selected. */
export function useSelectionActs({ planner, picking, carryByKeys, carryByClick }: Needs) {
  const latest = useLatest({ planner, picking, carryByKeys, carryByClick });
  const t = useTranslations();
  const copied = useRef<readonly Cargo[]>([]);
  return useMemo(() => {
    /** All of them, the one that is held in the hand first. */
    const led = (by?: string): readonly [Cargo, readonly Cargo[]] | null => {
      const all = latest().picking.cargos();
      const first = all.find(({ from }) => from?.slotId === by) ?? all[0];
      return first ? [first, all.filter((each) => each !== first)] : null;
    };
    return {
      takeOff: () => {
        const {
          planner: { acts, slotOf },
          picking,
        } = latest();
        const [first, ...more] = picking.cargos();
        const alone = first?.from && more.length === 0 ? slotOf(first.from.slotId) : undefined;
        if (!first) return false;
        if (alone) acts.unplan(alone);
        else acts.many(takeOffWish([first, ...more]));
        return true;
      },
      /** By keys, held by the one that has the focus. */
      pickUp: (by?: string) => {
        const all = led(by);
        if (!all) return false;
        latest().carryByKeys(all[0], all[0].from!, { rest: all[1] });
        return true;
      },
      carry: (copies: boolean, event: PointerEvent) => {
        const all = led();
        if (all) latest().carryByClick(all[0], event, { rest: all[1], copies });
      },
      /** What goes along with the one that is pressed: nothing, unless it is selected itself. */
      restOf: (id: string) => {
        const all = led(id);
        return all && all[0].from?.slotId === id ? all[1] : [];
      },
      copy: (focused?: string) => {
        const {
          planner: { say, slotOf },
          picking,
        } = latest();
        const slot = focused === undefined ? undefined : slotOf(focused);
        const alone = slot && cargoOfSlot(slot);
        const all = picking.cargos().length > 0 ? picking.cargos() : alone ? [alone] : [];
        if (all.length === 0) return false;
        copied.current = all;
        say(t("selection.copied", { count: all.length }));
        return true;
      },
      /** Holds the copies by keys over where they would go; Enter plans them. */
      paste: (focused?: string) => {
        const {
          planner: { zone, week, isDayShown, now, slotOf },
          carryByKeys,
        } = latest();
        const [first, ...rest] = copied.current;
        if (!first?.from) return false;
        const isCopied = copied.current.some(({ from }) => from?.slotId === focused);
        const start = focused === undefined || isCopied ? null : (gapStart(focused) ?? slotOf(focused)?.endsAt ?? null);
        const at = start && instant(Math.max(start, Math.ceil(now() / STEP_MS) * STEP_MS));
        carryByKeys(first, pastePlace({ zone, day: week.day, isDayShown }, first, at), { rest, copies: true });
        return true;
      },
    };
  }, [t, latest]);
}

export type SelectionActs = ReturnType<typeof useSelectionActs>;
