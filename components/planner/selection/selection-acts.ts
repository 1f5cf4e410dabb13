import type { Words } from "@/components/language/words";
import type { Interval } from "@/domain/interval";
import { instant, type Instant } from "@/domain/time";
import { dayAt, mondayOf, wallClockOn, type CalendarDay, type Zone } from "@/domain/zone";
import { batchVerbs, type BatchWish } from "../batch/batch";
import type { Along } from "./group";
import { withoutPlace, type Cargo } from "../cargo";
import { sameTimeAfter } from "../grid-place";
import { refusedByPreview } from "../refused";
import { changeOf } from "../slot-change";
import type { RefusedPart } from "../batch/batch-end";

/** Several slots where they are dropped, as one act. */
export function droppedWish(all: readonly Pick<Along, "cargo" | "to">[], copies: boolean): BatchWish {
  return {
    changes: all.map(({ cargo, to }) => changeOf(copies ? withoutPlace(cargo) : cargo, to)),
    mode: "all",
    words: copies ? batchVerbs.copy : batchVerbs.move,
  };
}

/** Which of them the preview refuses, with the change of the act that it is about. */
export function partsOf(
  words: Words,
  { changes }: BatchWish,
  { all, unfit }: { readonly all: readonly Pick<Along, "cargo">[]; readonly unfit: readonly Along[] },
): readonly RefusedPart[] {
  return unfit.flatMap(({ cargo, verdict }) => {
    const change = changes[all.findIndex((each) => each.cargo === cargo)];
    const problem = refusedByPreview(words, verdict, cargo);
    return change && problem ? [{ change, problem }] : [];
  });
}

/** All of them off the grid, as one act. */
export function takeOffWish(cargos: readonly Cargo[]): BatchWish {
  return { changes: cargos.map((each) => changeOf(each, null)), mode: "all", words: batchVerbs.takeOff };
}

type Shown = { readonly zone: Zone; readonly day: CalendarDay; readonly isDayShown: boolean };

/**
 * Where copies are first held: at the free time that has the focus; in another week at the same weekday and time;
 * on another day, where one day is shown, at the same time; and otherwise a day later.
 */
export function pastePlace({ zone, day, isDayShown }: Shown, first: Cargo, focused: Instant | null): Interval {
  const from = first.from!;
  const at =
    focused ??
    sameTimeAfter(zone, from.startsAt, daysFrom(dayAt(zone, from.startsAt), day, isDayShown)) ??
    from.startsAt;
  return { startsAt: at, endsAt: instant(at + (from.endsAt - from.startsAt)) };
}

function daysFrom(there: CalendarDay, shown: CalendarDay, isDayShown: boolean): number {
  const between = (a: CalendarDay, b: CalendarDay) => Math.round((wallClockOn(b) - wallClockOn(a)) / 86_400_000);
  const days = isDayShown ? between(there, shown) : between(mondayOf(there), mondayOf(shown));
  return days === 0 ? 1 : days;
}
