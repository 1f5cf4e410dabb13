"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { BesideGrid } from "./beside/beside-grid";
import { BatchBars } from "./batch/batch-bars";
import { pickedId } from "./cargo";
import { CarryChip } from "./carry-chip";
import { Dock } from "./dock";
import { GridContext } from "./grid-context";
import { Header } from "./header";
import { Library } from "./library/library";
import { LibrarySheet } from "./library-sheet";
import { ListView } from "./list-view";
import { LiveRegion } from "./live-region";
import { HolesContext } from "./patterns/use-holes";
import { PlannerCards } from "./planner-cards";
import { PlannerNotices } from "./planner-notices";
import styles from "./planner.module.css";
import { BandFrame } from "./selection/band-frame";
import { SelectionBar } from "./selection/selection-bar";
import { useStore } from "./store";
import { useHands } from "./use-hands";
import { useIsClient, useIsNarrow } from "./use-is-narrow";
import { useNews } from "./use-slots";
import { usePlanner } from "./use-planner";
import { useSwipe } from "./use-swipe";
import { useWords } from "@/components/language/use-words";
import { WeekGrid } from "./week-grid";
import type { PlannerProps } from "./planner-props";

/** The planner: the library on the left, the week on the right, and what one does between them. */
export function Planner({ stationName, initialPlace, me }: PlannerProps) {
  const { zone } = useWords();
  const isClient = useIsClient();
  const isNarrow = useIsNarrow();
  const planner = usePlanner(zone, initialPlace, isNarrow);
  const { board, attempts, selection, batchEnd, underWay, chip, said, now, today, week, shown, days, isDayShown } =
    planner;
  const gridRef = useRef<HTMLDivElement>(null);
  const [isSheetOpen, setSheetOpen] = useState(false);
  const beside = useStore(planner.beside, (what) => what);
  const hands = useHands({ planner, gridRef, canPlan: me.canPlan });
  const held = useStore(board, (state) => state.held);
  // Whoever picks something up has done with the refusal that was open: it was put back long ago.
  useEffect(() => {
    if (!held) return;
    setSheetOpen(false);
    attempts.set((all) => all.filter((each) => each.problem === null));
    batchEnd.set(null);
  }, [held, attempts, batchEnd]);
  useNews(planner.acts.progressed);
  useSwipe(gridRef, isNarrow && week.view !== "list", week.by);

  const isAwaited = planner.slots.error === null;
  const grid = useMemo(
    () => ({
      zone,
      canPlan: me.canPlan,
      now,
      board,
      attempts,
      selection,
      isAwaited,
      days: shown.days,
      over: shown.over,
      onDay: hands.onDay,
      dayItems: hands.dayItems,
    }),
    [zone, me.canPlan, now, board, attempts, selection, isAwaited, shown.days, shown.over, hands.onDay, hands.dayItems],
  );
  const library = (
    <Library
      canPlan={me.canPlan}
      onPickUp={hands.onPickUp}
      onWhere={hands.openEpisode}
      selectedId={held && !held.cargo.from ? pickedId(held.cargo) : null}
    />
  );
  return (
    <div className={styles.planner} data-beside={beside ? "" : undefined}>
      <Header planner={planner} stationName={stationName} me={me} isNarrow={isNarrow} onLead={hands.lead} />
      {isNarrow ? (
        <LibrarySheet isOpen={isSheetOpen} onOpen={setSheetOpen}>
          {library}
        </LibrarySheet>
      ) : (
        <aside className={styles.library} hidden={beside !== null}>
          {library}
        </aside>
      )}
      {beside && (
        <aside className={styles.beside}>
          <BesideGrid planner={planner} what={beside} />
        </aside>
      )}
      <main className={styles.main} ref={gridRef} aria-busy={planner.slots.isPending}>
        <PlannerNotices planner={planner} canPlan={me.canPlan} />
        <GridContext value={grid}>
          <HolesContext value={planner.holes}>
            {isClient &&
              (week.view === "list" ? (
                <ListView days={days} slots={shown.slots} isOnAir={shown.isOnAir} />
              ) : (
                <div className={styles.grid}>
                  <WeekGrid
                    zone={zone}
                    day={week.day}
                    view={isDayShown ? "day" : "week"}
                    events={shown.events}
                    now={now}
                    today={today}
                  />
                </div>
              ))}
          </HolesContext>
        </GridContext>
      </main>
      {isClient && <PlannerCards planner={planner} hands={hands} me={me} />}
      <Dock>
        <BatchBars underWay={underWay} onStop={planner.acts.stopMany} />
        {week.view !== "list" && <SelectionBar planner={planner} hands={hands} />}
      </Dock>
      <BandFrame band={planner.band} />
      <CarryChip board={board} point={chip} onCancel={hands.stopCarrying} />
      <LiveRegion said={said} />
    </div>
  );
}
