import { useMemo } from "react";
import { useWords } from "@/components/language/use-words";
import type { LibraryEpisode } from "./library/library-episode";
import { cargoOfEpisode, cargoOfSlot, lengthOfCargo, type Cargo } from "./cargo";
import type { Interval } from "@/domain/interval";
import { instant } from "@/domain/time";
import { refusedByPreview } from "./refused";
import type { PlannerState } from "./use-planner";
import { verdictOn } from "./verdict";
import { fillable, placeIn, weekGaps, type WeekGap } from "./week-gaps";

/** The gaps of the shown week, and what can be done about one. */
export function useGaps({ shown, moment, acts, against, slotOf }: PlannerState) {
  const words = useWords();
  const gaps = useMemo(() => weekGaps(shown.days.values(), moment), [shown.days, moment]);
  return useMemo(() => {
    const place = (cargo: Cargo, to: Interval) => {
      const problem = refusedByPreview(words, verdictOn(cargo, to, against()), cargo);
      if (problem) acts.refuse(cargo, to, problem);
      else acts.place(cargo, to);
    };
    return {
      gaps,
      /** Plans the episode at the gap's start. */
      fill: (gap: WeekGap, episode: LibraryEpisode) => {
        const free = fillable(gap, against().now);
        const cargo = cargoOfEpisode(episode);
        if (free) place(cargo, placeIn(free, cargo));
      },
      /** How the slot with dead air would lie if it ended with its track; null for one that cannot be touched. */
      ended: ({ inside }: WeekGap): Interval | null => {
        const slot = inside === undefined ? undefined : slotOf(inside);
        const cargo = slot && slot.slot.state === "on-libretime" ? cargoOfSlot(slot) : null;
        if (!slot || !cargo || cargo.trackSeconds === null) return null;
        const { from: _, ...alone } = cargo;
        const endsAt = instant(slot.startsAt + lengthOfCargo(alone, false) * 1000);
        return endsAt < slot.endsAt ? { startsAt: slot.startsAt, endsAt } : null;
      },
      /** Ends the slot with its track: what was dead air in it is free afterwards. */
      end: ({ inside }: WeekGap, to: Interval) => {
        const cargo = inside === undefined ? null : cargoOfSlot(slotOf(inside)!);
        if (cargo) place(cargo, to);
      },
    };
  }, [words, gaps, acts, against, slotOf]);
}

export type Gaps = ReturnType<typeof useGaps>;
