import { ExternalLink } from "lucide-react";
import { Button } from "@/components/ui/button";
import { isAlarming, isDrifted } from "@/domain/checks";
import { lengthOf } from "@/domain/interval";
import { dayAt, type Zone } from "@/domain/zone";
import type { EpisodeAiring } from "@/domain/slots";
import type { Doubling } from "@/domain/troubles";
import { airingWords } from "./airing-words";
import type { Take } from "./attempts";
import { cargoOfSlot, type Cargo } from "./cargo";
import { Card } from "./card";
import styles from "./card.module.css";
import { Elsewhere } from "./elsewhere";
import { lengthText, spokenLength } from "./library/lengths";
import type { PlacedSlot } from "./placed-slot";
import { RepairChoice } from "./repair-choice";
import { lackOf, overSentence, silenceText, stateText } from "./slot-words";
import { longDay, rangeText, zoneText } from "./time-words";

type Props = {
  readonly placed: PlacedSlot;
  readonly zone: Zone;
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
  zone,
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
  const { slot } = placed;
  const cargo = canPlan ? cargoOfSlot(placed) : null;
  const isUnsettled = slot.state === "saving" || slot.state === "checking";
  const isForeign = slot.kind === "foreign";
  return (
    <Card slotId={placed.id} title={slot.showName} onClose={onClose} kind="block">
      {slot.title !== slot.showName && <p className={styles.words}>{slot.title}</p>}
      <dl className={styles.facts}>
        <dt>When</dt>
        <dd>
          {longDay(dayAt(zone, placed.startsAt))}
          <br />
          {rangeText(zone, placed)} <span className={styles.words}>{zoneText(zone.name)} time</span>
        </dd>
        <dt>Length</dt>
        <dd>
          {spokenLength(lengthOf(placed))}
          {slot.trackSeconds !== undefined && (
            <span className={styles.words}>, track {lengthText(slot.trackSeconds)}</span>
          )}
        </dd>
        {slot.content && slot.content.kind !== "track" && (
          <>
            <dt>Holds</dt>
            <dd>
              {slot.content.kind === "live"
                ? "A live programme; no file may be planned here"
                : `The webstream “${slot.title}”, as long as the slot`}
            </dd>
          </>
        )}
        {slot.airing && (
          <>
            <dt>Airing</dt>
            <dd>{airingWords(zone, placed.startsAt, slot.airing)}</dd>
          </>
        )}
        <dt>State</dt>
        <dd>
          <span className={isAlarming(slot) ? styles.problem : isDrifted(slot) ? styles.warning : undefined}>
            {isOnAir ? "On air now. " : ""}
            {stateText(zone, slot).sentences}
            {slot.live && isForeign ? " Live." : ""}
          </span>
          {over && (
            <>
              {" "}
              <span className={over.danger ? styles.problem : styles.warning}>{overSentence(zone, over)}</span>
            </>
          )}
        </dd>
        {slot.plannedBy && (
          <>
            <dt>Planned by</dt>
            <dd>{slot.plannedBy}</dd>
          </>
        )}
        {isAdmin && (
          <>
            <dt>LibreTime</dt>
            <dd>
              {[
                slot.instanceId !== undefined && `instance ${slot.instanceId}`,
                slot.playoutIds.length > 0 && `row ${slot.playoutIds.join(", ")}`,
                slot.trackIds.length > 0 && `file ${slot.trackIds.join(", ")}`,
              ]
                .filter(Boolean)
                .join(" · ") || "–"}
            </dd>
          </>
        )}
      </dl>
      {!isDrifted(slot) && slot.notReady === undefined && <Lack placed={placed} zone={zone} />}
      {canPlan && (
        <RepairChoice
          placed={placed}
          zone={zone}
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
            Move…
          </Button>
        )}
        {cargo && <Button onClick={() => onOtherTime(cargo)}>Move to a time…</Button>}
        {cargo && (
          <Button
            onClick={() => {
              onClose();
              onUnplan(placed);
            }}
          >
            Take off the grid
          </Button>
        )}
        {cargo && (
          <Button
            onClick={() => {
              onClose();
              onSelect(placed);
            }}
          >
            Select
          </Button>
        )}
        {slot.episodeId && isAdmin && (
          <a href={`/admin/collections/episodes/${slot.episodeId}`}>
            Episode in admin <ExternalLink size={12} aria-hidden="true" />
          </a>
        )}
      </div>
      {slot.episodeId && (
        <Elsewhere
          episodeId={slot.episodeId}
          slotId={placed.id}
          zone={zone}
          now={now}
          onLead={(airing) => {
            onClose();
            onLead(airing);
          }}
        />
      )}
      {!cargo && canPlan && !isForeign && !isUnsettled && (
        <p className={styles.words}>
          {isOnAir ? "What is on air stays as it is." : "It has been on air; the past stays as it is."}
        </p>
      )}
    </Card>
  );
}

/** What will not be heard, or be silent, in a sentence. */
function Lack({ placed, zone }: { readonly placed: PlacedSlot; readonly zone: Zone }) {
  const { cut, deadAir } = lackOf(placed.slot);
  const silence = placed.slot.kind === "foreign" ? silenceText(zone, placed) : null;
  return (
    <>
      {cut > 0 && (
        <p className={styles.warning}>
          The last {lengthText(cut)} of the track will not be heard:{" "}
          {deadAir > 0
            ? "its file is longer than when it was planned. Take it off and plan it again to air all of it."
            : "it stops with the slot."}
        </p>
      )}
      {deadAir > 0 && (
        <p className={styles.warning}>After the track, {lengthText(deadAir)} of silence until the slot ends.</p>
      )}
      {silence && <p className={styles.warning}>{silence}</p>}
    </>
  );
}
