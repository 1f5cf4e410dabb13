import {
  Check,
  CircleHelp,
  Copy,
  Layers,
  LoaderCircle,
  Lock,
  PencilLine,
  RadioTower,
  RefreshCw,
  Repeat2,
  TriangleAlert,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentType } from "react";
import { isAlarming } from "@/domain/checks";
import type { Slot, SlotState } from "@/domain/slots";
import type { Doubling } from "@/domain/troubles";
import styles from "./grid-block.module.css";
import { toldOver } from "./slot-words";

const pictures: Record<SlotState | "doubled", ComponentType<{ size: number; strokeWidth: number }>> = {
  saving: LoaderCircle,
  "on-libretime": Check,
  checking: RefreshCw,
  missing: TriangleAlert,
  changed: PencilLine,
  duplicate: Copy,
  doubled: Layers,
  unknown: CircleHelp,
};

/** How a slot stands, in the block's corner: a shape for each, never a colour alone. */
export function BlockMark({
  slot,
  isOnAir,
  over,
}: {
  readonly slot: Slot;
  readonly isOnAir: boolean;
  /** What lies over it. */
  readonly over: Doubling | undefined;
}) {
  const t = useTranslations();
  // What will be silent looks like what is missing, whatever the reason.
  const state =
    slot.state !== "duplicate" && slot.kind === "planned" && isAlarming(slot)
      ? "missing"
      : toldOver(slot, over)
        ? "doubled"
        : slot.state;
  const Picture = slot.kind === "foreign" ? Lock : pictures[state];
  return (
    <span className={styles.marks}>
      {isOnAir ? (
        <b className={styles.onAir}>{t("block.mark.onAir")}</b>
      ) : (
        slot.live && <b className={styles.live}>{t("block.mark.live")}</b>
      )}
      {slot.content?.kind === "stream" && (
        <span className={styles.mark} data-picture="stream">
          <RadioTower size={13} strokeWidth={2} />
        </span>
      )}
      {slot.airing?.kind === "rerun" && (
        <span className={styles.mark} data-picture="rerun">
          <Repeat2 size={13} strokeWidth={2} />
        </span>
      )}
      {!(isOnAir && state === "on-libretime") && (
        <span className={styles.mark} data-picture={slot.kind === "foreign" ? "lock" : state}>
          <Picture size={13} strokeWidth={2.25} />
        </span>
      )}
    </span>
  );
}
