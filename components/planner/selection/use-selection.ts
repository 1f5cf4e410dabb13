import { useTranslations } from "next-intl";
import { useEffect, useMemo, type RefObject } from "react";
import { useLatest } from "@/components/ui/use-latest";
import type { SlotId } from "@/domain/ids";
import { dayAt, type CalendarDay } from "@/domain/zone";
import { watchPress } from "../lift-gesture";
import type { PlannerState } from "../use-planner";
import { spanBand } from "./band";
import { extended, isSameSet, nothing, selectable, selectedCargos, toggled, type Selection } from "./selection";

type Needs = {
  readonly planner: PlannerState;
  readonly gridRef: RefObject<HTMLElement | null>;
  readonly canPlan: boolean;
};

/** Selecting slots: one by one, from here to there, with the rubber band, all that is shown. Each is said. */
export function useSelection({ planner, gridRef, canPlan }: Needs) {
  const { selection, band, against, say, slotOf, zone, days, week, board } = planner;
  const t = useTranslations();
  const latest = useLatest({ days, canPlan });

  const picking = useMemo(() => {
    const put = (next: Selection) => {
      selection.set(next);
      const count = selectedCargos(against().slots, next).length;
      say(count === 0 ? t("selection.none") : t("selection.count", { count }));
    };
    const canBeSelected = (id: SlotId) => {
      const slot = slotOf(id);
      if (!slot || !latest().canPlan) return false;
      if (selectable([slot]).length > 0) return true;
      say(slot.slot.kind === "foreign" ? t("selection.foreign") : t("selection.fixed"));
      return false;
    };
    return {
      toggle: (id: SlotId) => {
        if (canBeSelected(id)) put(toggled(selection.get(), id));
      },
      extend: (id: SlotId) => {
        if (canBeSelected(id)) put(extended(selection.get(), id, against().slots));
      },
      /** From the one that has the focus to the next. */
      extendFrom: (from: SlotId, to: SlotId) => {
        if (!canBeSelected(to)) return;
        const before = selection.get();
        put(
          extended(
            before.anchor !== null && before.ids.has(before.anchor) ? before : { ids: before.ids, anchor: from },
            to,
            against().slots,
          ),
        );
      },
      /** All that begins on those days; on those that are shown, otherwise. */
      all: (days: readonly CalendarDay[] = latest().days) => {
        const shown = new Set(days);
        const ids = selectable(against().slots)
          .filter(({ startsAt }) => shown.has(dayAt(zone, startsAt)))
          .map(({ id }) => id);
        if (latest().canPlan) put({ ids: new Set(ids), anchor: ids[0] ?? null });
      },
      /** Answers whether there was something to let go of. */
      clear: () => {
        if (selection.get().ids.size === 0) return false;
        put(nothing);
        return true;
      },
      cargos: () => selectedCargos(against().slots, selection.get()),
    };
  }, [selection, against, say, slotOf, zone, t, latest]);

  // What is selected in one week is not seen in another, nor in the list: a key would take it off unseen.
  const isList = week.view === "list";
  useEffect(() => {
    if (board.get().held === null) selection.set(nothing);
  }, [week.monday, isList, board, selection]);

  useEffect(() => {
    const root = gridRef.current;
    if (!root) return;
    const onPointerDown = (event: PointerEvent) => {
      const target = event.target as Element;
      // A finger scrolls there. A block is carried from there, and a bar that scrolls is no grid.
      if (
        !latest().canPlan ||
        event.pointerType !== "mouse" ||
        event.button !== 0 ||
        !target.closest(".rbc-day-slot") ||
        target.closest(".rbc-event, [role='dialog']")
      )
        return;
      const before = selection.get();
      const isMore = event.ctrlKey || event.metaKey || event.shiftKey;
      const base: ReadonlySet<SlotId> = isMore ? before.ids : nothing.ids;
      watchPress(event, {
        onLift: (lifted) =>
          spanBand(
            {
              root,
              zone,
              days: latest().days,
              slots: selectable(against().slots),
              onBox: band.set,
              onBand: (ids) => {
                const next = new Set([...base, ...ids]);
                if (!isSameSet(next, selection.get().ids))
                  selection.set({ ids: next, anchor: [...ids].at(-1) ?? null });
              },
              onEnd: (isKept) => {
                if (!isKept) selection.set(before);
                say(t("selection.count", { count: picking.cargos().length }));
              },
            },
            event,
            lifted,
          ),
        onTap: () => {
          if (!isMore) picking.clear();
        },
      });
    };
    root.addEventListener("pointerdown", onPointerDown);
    return () => root.removeEventListener("pointerdown", onPointerDown);
  }, [gridRef, selection, band, zone, against, say, t, picking, latest]);

  return picking;
}

export type Picking = ReturnType<typeof useSelection>;
