import { useStore, type Store } from "./store";
import type { Board } from "./board";
import styles from "./carry-chip.module.css";

/** Where the pointer is while it carries something outside of the grid. */
export type ChipPoint = { readonly x: number; readonly y: number } | null;

/** What is carried, at the pointer, until it is over the grid, where the ghost says more. */
export function CarryChip({
  board,
  point,
  onCancel,
}: {
  readonly board: Store<Board>;
  readonly point: Store<ChipPoint>;
  readonly onCancel: () => void;
}) {
  const held = useStore(board, (state) => state.held);
  const at = useStore(point, (value) => value);
  if (!held || held.by === "keys") return null;
  const others = held.rest?.length ?? 0;
  return (
    <>
      {at && (
        <div
          className={styles.chip}
          data-carry-chip=""
          aria-hidden="true"
          style={{ transform: `translate3d(${at.x + 12}px, ${at.y + 10}px, 0)` }}
        >
          <b>{held.cargo.showName}</b>
          <span>
            {held.cargo.title}
            {others > 0 && ` and ${others} more`}
          </span>
        </div>
      )}
      {held.by === "click" && (
        <div className={styles.hint}>
          <p>
            {held.byTouch ? "Tap" : "Click"} where {held.copies ? "the copy of " : ""}“{held.cargo.title}” should start
            {others > 0 && `; ${others} more ${others === 1 ? "goes" : "go"} along`}.
            <span className={styles.keys}> With Alt: to the minute, exactly as long.</span>
          </p>
          <button type="button" onClick={onCancel}>
            Put back
          </button>
        </div>
      )}
    </>
  );
}
