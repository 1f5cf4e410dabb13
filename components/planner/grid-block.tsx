import { Check } from "lucide-react";
import { memo, useEffect, useRef, type CSSProperties } from "react";
import { useWords } from "@/components/language/use-words";
import { isAlarming } from "@/domain/checks";
import { markOn } from "./board";
import { BlockMark } from "./block-mark";
import { cargoOfSlot } from "./cargo";
import styles from "./grid-block.module.css";
import { useGrid } from "./grid-context";
import type { GridEvent } from "./grid-event";
import { placeName } from "./use-block-keys";
import { lackOf, lackText, spokenSlot, stateText, toldOver } from "./slot-words";
import { useStore } from "./store";
import { useTicking } from "./use-station";
import { rangeText } from "./time-words";

/**
 * A slot on the grid: show, episode, times, what is wrong, as far as its height allows. The calendar draws
 * the button around it; this is memoised, since the calendar renders every block at every change (R8).
 */
export const GridBlock = memo(function GridBlock({ event }: { readonly event: GridEvent }) {
  const words = useWords();
  const { t } = words;
  const { board, selection, canPlan, over: overs } = useGrid();
  const { placed, note, isFirst, isLast } = event;
  const { slot, id } = placed;
  const mark = useStore(board, markOn(id));
  const isOnAir = note === "on-air";
  const isForeign = slot.kind === "foreign";
  const lack = lackText(words, slot);
  const over = overs.get(id);
  const spoken = spokenSlot(words, placed, { isOnAir, over });
  const isAlarm = isAlarming(slot) || over?.danger === true;
  const isStateTold =
    slot.silencesStation === true ||
    (!isForeign && (slot.notReady !== undefined || (slot.state !== "on-libretime" && slot.state !== "unknown")));
  // What shares its column with another has room for a word; the card says the rest.
  const told = isStateTold ? stateText(words, slot).short : toldOver(slot, over) && t("grid.doubled");
  const movable = canPlan && cargoOfSlot(placed) !== null;
  const isSelected = useStore(selection, ({ ids }) => ids.has(id)) && movable;
  const block = useRef<HTMLDivElement>(null);
  // The button is the calendar's, which knows nothing of it.
  useEffect(() => {
    const button = block.current?.closest(".rbc-event");
    if (isSelected) button?.setAttribute("aria-pressed", "true");
    else button?.removeAttribute("aria-pressed");
  }, [isSelected]);
  return (
    <div
      ref={block}
      data-selected={isSelected || undefined}
      className={styles.block}
      data-slot-id={id}
      data-kind={slot.kind}
      data-holds={slot.content?.kind}
      data-state={slot.state}
      data-place={placeName(slot, placed)}
      data-piece={isFirst ? undefined : "later"}
      data-alarm={isAlarm || undefined}
      data-told={told === undefined ? undefined : true}
      data-on-air={isOnAir || undefined}
      data-mark={mark ?? undefined}
      data-movable={movable || undefined}
      style={{ "--show": slot.colour ?? "var(--ink-4)" } as CSSProperties}
    >
      <span className="sr-only">{isFirst ? spoken : t("grid.continued", { slot: spoken })}</span>
      <div className={styles.face} aria-hidden="true">
        <div className={styles.head}>
          <span className={styles.show}>{isFirst ? slot.showName : `… ${slot.showName}`}</span>
          {isSelected && isFirst ? (
            <span className={styles.chosen}>
              <Check size={11} strokeWidth={3} />
            </span>
          ) : (
            <BlockMark slot={slot} isOnAir={isOnAir} over={over} />
          )}
        </div>
        <span className={styles.title}>{isForeign && slot.title === slot.showName ? "LibreTime" : slot.title}</span>
        <span className={styles.times}>
          {rangeText(words, placed)}
          {slot.airing && <i className={styles.airing}> · {t("grid.airing", { kind: slot.airing.kind })}</i>}
        </span>
        {told !== undefined && (
          <span className={styles.told} data-tone={isAlarm ? "red" : undefined}>
            {told}
          </span>
        )}
        {lack && isLast && <span className={styles.lack}>{lack}</span>}
      </div>
      {isLast && <DeadAir event={event} />}
      {isOnAir && <Now event={event} />}
      {movable && isFirst && <span className={styles.grip} data-grip="start" />}
      {movable && isLast && <span className={styles.grip} data-grip="end" />}
    </div>
  );
});

/** The silent end of a slot, as high as it lasts. */
function DeadAir({ event }: { readonly event: GridEvent }) {
  const words = useWords();
  const { deadAir } = lackOf(event.placed.slot);
  const share = Math.min(1, deadAir / (event.to - event.from));
  return share > 0 && lackText(words, event.placed.slot) ? (
    <span className={styles.deadAir} aria-hidden="true" style={{ height: `${share * 100}%` }} />
  ) : null;
}

/** Now, in the block that is on air: the column's own line passes under the block, and would go through its words. */
function Now({ event: { startsAt, endsAt } }: { readonly event: GridEvent }) {
  const at = useTicking(useGrid().now, 10_000);
  return startsAt <= at && at < endsAt ? (
    <span
      className={styles.now}
      aria-hidden="true"
      style={{ top: `${((at - startsAt) / (endsAt - startsAt)) * 100}%` }}
    />
  ) : null;
}
