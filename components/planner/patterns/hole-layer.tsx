import type { CSSProperties } from "react";
import { useWords } from "@/components/language/use-words";
import type { CalendarDay } from "@/domain/zone";
import { useGrid } from "../grid-context";
import { segmentsOf } from "../segments";
import { hoursText, rangeText, weekdayOf } from "../time-words";
import styles from "./hole-layer.module.css";
import { holeText } from "./rule-words";
import { useShownHoles } from "./use-holes";

/** The empty regular slots of a day: dashed, in their show's colour. A click opens one; they are stops of the arrow keys, as blocks are. */
export function Holes({ day }: { readonly day: CalendarDay }) {
  const words = useWords();
  const { t } = words;
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
              {t("patterns.hole.spoken", {
                weekday: weekdayOf(words, day),
                range: rangeText(words, hole),
                length: hoursText(hole.rule.minutes * 60),
                show: hole.show.title,
                rule: holeText(words, hole.rule),
              })}
            </span>
            <b aria-hidden="true">
              {index === 0 ? hole.show.title : t("patterns.hole.continued", { show: hole.show.title })}
            </b>
            <i aria-hidden="true">{holeText(words, hole.rule)}</i>
          </span>
        </button>
      ))}
    </div>
  );
}
