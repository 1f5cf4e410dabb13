import { useTranslations } from "next-intl";
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
  const t = useTranslations();
  const held = useStore(board, (state) => state.held);
  const at = useStore(point, (value) => value);
  if (!held || held.by === "keys") return null;
  const others = held.rest?.length ?? 0;
  const { title, showName } = held.cargo;
  return (
    <>
      {at && (
        <div
          className={styles.chip}
          data-carry-chip=""
          aria-hidden="true"
          style={{ transform: `translate3d(${at.x + 12}px, ${at.y + 10}px, 0)` }}
        >
          <b>{showName}</b>
          <span>{others > 0 ? t("ghost.chip", { title, count: others }) : title}</span>
        </div>
      )}
      {held.by === "click" && (
        <div className={styles.hint}>
          <p>
            {t("ghost.hint", {
              hand: held.byTouch ? "finger" : "mouse",
              what: held.copies ? "copy" : "itself",
              title,
              others,
            })}
            <span className={styles.keys}> {t("ghost.hintAlt")}</span>
          </p>
          <button type="button" onClick={onCancel}>
            {t("ghost.putBack")}
          </button>
        </div>
      )}
    </>
  );
}
