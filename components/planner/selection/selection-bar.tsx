import { Copy, Move, Trash2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, type MouseEvent } from "react";
import dock from "../dock.module.css";
import { useStore } from "../store";
import type { Hands } from "../use-hands";
import type { PlannerState } from "../use-planner";
import { selectedCargos } from "./selection";
import styles from "./selection-bar.module.css";

type Props = { readonly planner: PlannerState; readonly hands: Hands };

/** What is selected, and what can be done with all of it. */
export function SelectionBar({ planner: { board, selection, shown }, hands: { selected, picking } }: Props) {
  const t = useTranslations();
  const isHeld = useStore(board, ({ held }) => held !== null);
  const chosen = useStore(selection, (all) => all);
  const count = useMemo(() => selectedCargos(shown.slots, chosen).length, [shown.slots, chosen]);
  if (count === 0 || isHeld) return null;
  const carry = (copies: boolean) => (event: MouseEvent) => selected.carry(copies, event.nativeEvent as PointerEvent);
  return (
    <div
      className={`${dock.item} ${styles.bar}`}
      data-dock-item=""
      role="toolbar"
      aria-label={t("selection.bar.label")}
    >
      <b className={styles.count}>{t("selection.bar.count", { count })}</b>
      <button type="button" className={styles.act} onClick={carry(false)} aria-keyshortcuts="m">
        <Move size={14} aria-hidden="true" />
        {t("selection.bar.move")}
        <kbd aria-hidden="true">{t("selection.bar.keys.move")}</kbd>
      </button>
      <button type="button" className={styles.act} onClick={carry(true)} aria-keyshortcuts="Control+C">
        <Copy size={14} aria-hidden="true" />
        {t("selection.bar.copy")}
        <kbd aria-hidden="true">{t("selection.bar.keys.copy")}</kbd>
      </button>
      <button type="button" className={styles.act} onClick={selected.takeOff} aria-keyshortcuts="Delete">
        <Trash2 size={14} aria-hidden="true" />
        {t("selection.bar.takeOff")}
        <kbd aria-hidden="true">{t("selection.bar.keys.takeOff")}</kbd>
      </button>
      <button
        type="button"
        className={styles.close}
        onClick={picking.clear}
        aria-label={t("selection.bar.clear")}
        title={t("selection.bar.clearByKey")}
        aria-keyshortcuts="Escape"
      >
        <X size={15} aria-hidden="true" />
      </button>
    </div>
  );
}
