import type { CSSProperties } from "react";
import type { CalendarDay } from "@/domain/zone";
import { useGrid } from "../grid-context";
import { segmentsOf } from "../segments";
import { hoursText, rangeText, weekdayOf } from "../time-words";
import styles from "./hole-layer.module.css";
import { holeText } from "./rule-words";
import { useShownHoles } from "./use-holes";

/** The empty regular slots of a day: dashed, in their show's colour. A click opens one; they are stops of the arrow keys, as blocks are. */
export function Holes({ day }: { readonly day: CalendarDay }) {
  const { zone } = useGrid();
  const holes = useShownHoles();
  const pieces = holes
    .filter(({ blockers }) => blockers.length === 0)
    .flatMap((hole) => segmentsOf(zone, hole).map((piece, index) => ({ hole, piece, index })))
    .filter(({ piece }) => piece.day === day);
  if (pieces.length === 0) return null;
  return (
    <div className={styles.layer}>
      {pieces.map(({ hole, piece: { from, to, pass }, index }) => (
        <button
          key={`${hole.id}${index}`}
          type="button"
          tabIndex={-1}
          data-gap=""
          className={styles.hole}
          data-low={to - from < 2700 || undefined}
          style={
            {
              "--show": hole.show.colour,
              top: `${from / 864}%`,
              height: `${(to - from) / 864}%`,
              left: pass === "second" ? "50%" : "1px",
              right: pass === "first" ? "50%" : "3px",
            } as CSSProperties
          }
        >
          <span data-slot-id={hole.id}>
            <span className="sr-only">
              {weekdayOf(day)} {rangeText(zone, hole)}, free {hoursText(hole.rule.minutes * 60)}, kept for{" "}
              {hole.show.title}, {holeText(hole.rule)}
            </span>
            <b aria-hidden="true">{index === 0 ? hole.show.title : `… ${hole.show.title}`}</b>
            <i aria-hidden="true">{holeText(hole.rule)}</i>
          </span>
        </button>
      ))}
    </div>
  );
}
