import { useTranslations } from "next-intl";
import {
  useCallback,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent as ReactKeyboardEvent,
  type PointerEvent as ReactPointerEvent,
  type RefObject,
} from "react";
import type { Interval } from "@/domain/interval";
import { isHoleId } from "@/domain/patterns/holes-of";
import { dayAt, dayInterval, mondayOf, type CalendarDay } from "@/domain/zone";
import type { DayItem } from "./day-menu";
import { cargoOf, cargoOfSlot, lengthOfCargo, type Cargo } from "./cargo";
import { firstPlace } from "./key-steps";
import type { LibraryEpisode } from "./library/library-episode";
import type { LibraryHold } from "./library/library-hold";
import { useSelection } from "./selection/use-selection";
import { useSelectionActs, type SelectionActs } from "./selection/use-selection-acts";
import { blockIdOf, useBlockKeys } from "./use-block-keys";
import { useLead } from "./use-lead";
import { useKeyCarry } from "./use-key-carry";
import type { PlannerState } from "./use-planner";
import { usePlannerKeys } from "./use-planner-keys";
import { usePointerCarry } from "./use-pointer-carry";
import { isGapId } from "./week-gaps";
import { secondOfDay } from "./wall-clock-arithmetic";

/** The card that somebody opened: a slot's, a gap's or a hole's own, where an episode is planned, day and time to type, or a stretch to clear. */
export type OpenCard =
  | { readonly kind: "episode"; readonly slotId: string; readonly title: string }
  | { readonly kind: "slot"; readonly slotId: string }
  | { readonly kind: "gap" | "hole"; readonly slotId: string }
  | { readonly kind: "time"; readonly slotId: string; readonly cargo: Cargo; readonly at: Interval }
  | { readonly kind: "clear"; readonly day: CalendarDay }
  | null;

type Needs = {
  readonly planner: PlannerState;
  readonly gridRef: RefObject<HTMLElement | null>;
  readonly canPlan: boolean;
};

/** What a person does with the planner, by pointer and by keys. */
export function useHands({ planner, gridRef, canPlan }: Needs) {
  const { zone, days, carry, slotOf, chip, board, attempts, week, now, against, shown, acts, today, slots, beside } =
    planner;
  const t = useTranslations();
  const [card, setCard] = useState<OpenCard>(null);
  const closeCard = useCallback(() => setCard(null), []);
  const open = useCallback(
    (slotId: string) => {
      if (isGapId(slotId)) setCard({ kind: "gap", slotId });
      else if (isHoleId(slotId)) setCard({ kind: "hole", slotId });
      else if (slotOf(slotId)) setCard({ kind: "slot", slotId });
    },
    [slotOf],
  );
  const openEpisode = useCallback(
    ({ id, title }: LibraryEpisode) => setCard({ kind: "episode", slotId: id, title }),
    [],
  );
  const onMove = useCallback((point: { x: number; y: number } | null) => chip.set(point), [chip]);
  const picking = useSelection({ planner, gridRef, canPlan });
  // Its acts need the hands, and the hands need to know what is selected.
  const many = useRef<SelectionActs | null>(null);
  const pointer = usePointerCarry({
    rootRef: gridRef,
    zone,
    days,
    carry,
    canPlan,
    slotOf,
    onMove,
    onOpen: open,
    restOf: (id) => many.current?.restOf(id) ?? [],
    onSelect: (id, how) => {
      closeCard();
      picking[how](id);
    },
    isSelecting: () => picking.cargos().length > 0,
    onPlain: picking.clear,
  });
  const lead = useLead(planner, open);
  const dayItems = useMemo(
    (): readonly DayItem[] => [
      { name: t("day.menu.selectAll"), act: (day) => picking.all([day]) },
      { name: t("day.menu.copy"), act: (day) => beside.set({ kind: "copy", from: day, days: 1 }) },
      { name: t("day.menu.clear"), act: (day) => setCard({ kind: "clear", day }) },
    ],
    [t, picking, beside],
  );
  const onDay = useCallback((day: CalendarDay) => week.go({ day, view: "day" }), [week]);

  const show = useCallback(
    (at: Interval) => {
      const day = dayAt(zone, at.startsAt);
      if (planner.isDayShown ? day !== week.day : mondayOf(day) !== week.monday) week.go({ day });
      const scroller = gridRef.current?.querySelector<HTMLElement>(".rbc-time-content");
      if (!scroller) return;
      // Below midnight the grid can be scrolled on: its own height is that of a day and some.
      const hour = (scroller.querySelector<HTMLElement>(".rbc-day-slot")?.offsetHeight ?? scroller.scrollHeight) / 24;
      const [top, bottom] = [
        secondOfDay(zone, at.startsAt),
        secondOfDay(zone, at.startsAt) + (at.endsAt - at.startsAt) / 1000,
      ].map((second) => (second / 3600) * hour) as [number, number];
      if (top < scroller.scrollTop) scroller.scrollTop = top - 20;
      // Under a low ghost stands what it says.
      else if (bottom + 96 > scroller.scrollTop + scroller.clientHeight)
        scroller.scrollTop = Math.min(top - 20, bottom - scroller.clientHeight + 96);
    },
    [zone, planner.isDayShown, week, gridRef],
  );
  const carryByKeys = useKeyCarry({ zone, board, carry, show });
  many.current = useSelectionActs({ planner, picking, carryByKeys, carryByClick: pointer.carryByClick });
  const selected = many.current;

  const pickUp = useCallback(
    (slotId: string) => {
      if (!isGapId(slotId) && selected.pickUp(slotId)) return;
      const slot = slotOf(slotId);
      const cargo = slot && canPlan ? cargoOfSlot(slot) : null;
      if (cargo?.from) carryByKeys(cargo, cargo.from);
      else open(slotId);
    },
    [slotOf, canPlan, carryByKeys, open, selected],
  );
  const unplan = useCallback(
    (slotId: string) => {
      if (selected.takeOff()) return;
      const slot = slotOf(slotId);
      if (slot && canPlan && cargoOfSlot(slot)) acts.unplan(slot);
    },
    [slotOf, canPlan, acts, selected],
  );
  const onPickUp = useCallback(
    (picked: LibraryEpisode | LibraryHold, event: ReactPointerEvent | ReactKeyboardEvent) => {
      if ("pointerType" in event) {
        pointer.pressCard(picked, event.nativeEvent);
        return;
      }
      const cargo = cargoOf(picked);
      const from = days.includes(today) ? now() : dayInterval(zone, days[0]!).startsAt;
      carryByKeys(cargo, firstPlace(from, slots.window, against().slots, lengthOfCargo(cargo, false)));
    },
    [pointer, days, today, now, zone, slots.window, against, carryByKeys],
  );

  useBlockKeys({
    rootRef: gridRef,
    followRef: planner.followRef,
    blocks: shown.events,
    onPickUp: pickUp,
    onOpen: open,
    onUnplan: unplan,
    onToggle: picking.toggle,
    onExtend: picking.extendFrom,
  });
  const step = planner.isDayShown ? 1 : 7;
  const focused = () => blockIdOf(document.activeElement);
  const onGrid = week.view !== "list" && canPlan;
  usePlannerKeys({
    Escape: () => card === null && attempts.get().every(({ problem }) => problem === null) && picking.clear(),
    Delete: selected.takeOff,
    Backspace: selected.takeOff,
    m: () => selected.pickUp(),
    "ctrl+a": () => onGrid && picking.all(),
    "ctrl+c": () => window.getSelection()?.isCollapsed !== false && selected.copy(focused()),
    "ctrl+v": () => onGrid && selected.paste(focused()),
    "ctrl+z": acts.undo,
    "ctrl+shift+z": acts.redo,
    "ctrl+y": acts.redo,
    t: () => week.go({ day: today }),
    j: () => week.by(step),
    k: () => week.by(-step),
    n: () => week.by(step),
    p: () => week.by(-step),
    d: () => week.go({ view: "day" }),
    w: () => week.go({ view: "week" }),
    l: () => week.go({ view: "list" }),
    "/": () => {
      const library = document.querySelector(`section[aria-label="${CSS.escape(t("library.title"))}"]`);
      library?.querySelector("input")?.focus();
    },
  });
  return {
    card,
    setCard,
    closeCard,
    open,
    openEpisode,
    lead,
    onDay,
    dayItems,
    onPickUp,
    carryByClick: pointer.carryByClick,
    picking,
    selected,
    stopCarrying: pointer.stop,
  };
}

export type Hands = ReturnType<typeof useHands>;
