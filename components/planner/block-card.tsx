import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { isDrifted } from "@/domain/checks";
import type { EpisodeAiring } from "@/domain/slots";
import type { Doubling } from "@/domain/troubles";
import type { Take } from "./attempts";
import { BlockFacts } from "./block-facts";
import { cargoOfSlot, type Cargo } from "./cargo";
import { Card } from "./card";
import styles from "./card.module.css";
import { Elsewhere } from "./elsewhere";
import type { PlacedSlot } from "./placed-slot";
import { RepairChoice } from "./repair-choice";

type Props = {
  readonly placed: PlacedSlot;
  readonly canPlan: boolean;
  readonly isAdmin: boolean;
  readonly isOnAir: boolean;
  /** What lies over it. */
  readonly over: Doubling | undefined;
  readonly now: number;
  readonly onClose: () => void;
  readonly onCarry: (cargo: Cargo, event: PointerEvent) => void;
  readonly onOtherTime: (cargo: Cargo) => void;
  readonly onUnplan: (placed: PlacedSlot) => void;
  /** Selects it, for what is done to several: the way without Ctrl and Shift. */
  readonly onSelect: (placed: PlacedSlot) => void;
  readonly onRepair: (placed: PlacedSlot, take: Take) => void;
  readonly onLead: (airing: EpisodeAiring) => void;
};

/** What a slot is, in full, and what can be done with it without dragging. */
export function BlockCard({
  placed,
  canPlan,
  isAdmin,
  isOnAir,
  over,
  now,
  onClose,
  onCarry,
  onOtherTime,
  onUnplan,
  onSelect,
  onRepair,
  onLead,
}: Props) {
  const t = useTranslations();
  const { slot } = placed;
  const cargo = canPlan ? cargoOfSlot(placed) : null;
  const isUnsettled = slot.state === "saving" || slot.state === "checking";
  const isForeign = slot.kind === "foreign";
  return (
    <Card slotId={placed.id} title={slot.showName} onClose={onClose} kind="block">
      {slot.title !== slot.showName && <p className={styles.words}>{slot.title}</p>}
      <BlockFacts placed={placed} isAdmin={isAdmin} isOnAir={isOnAir} over={over} />
      {canPlan && (
        <RepairChoice
          placed={placed}
          onRepair={(take) => {
            onClose();
            onRepair(placed, take);
          }}
        />
      )}
      <div className={styles.acts}>
        {cargo && (
          <Button
            look={isDrifted(slot) ? "plain" : "primary"}
            onClick={(event) => {
              onClose();
              onCarry(cargo, event.nativeEvent as PointerEvent);
            }}
          >
            {t("block.move")}
          </Button>
        )}
        {cargo && <Button onClick={() => onOtherTime(cargo)}>{t("block.moveToTime")}</Button>}
        {cargo && (
          <Button
            onClick={() => {
              onClose();
              onUnplan(placed);
            }}
          >
            {t("block.takeOff")}
          </Button>
        )}
        {cargo && (
          <Button
            onClick={() => {
              onClose();
              onSelect(placed);
            }}
          >
            {t("block.select")}
          </Button>
        )}
        {slot.episodeId && isAdmin && (
          <a href={`/admin/collections/episodes/${slot.episodeId}`}>
            {t("block.episodeInAdmin")} <ExternalLink size={12} aria-hidden="true" />
          </a>
        )}
      </div>
      {slot.episodeId && (
        <Elsewhere
          episodeId={slot.episodeId}
          slotId={placed.id}
          now={now}
          onLead={(airing) => {
            onClose();
            onLead(airing);
          }}
        />
      )}
      {!cargo && canPlan && !isForeign && !isUnsettled && (
        <p className={styles.words}>{isOnAir ? t("block.staysOnAir") : t("block.staysAired")}</p>
      )}
    </Card>
  );
}
