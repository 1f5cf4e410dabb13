import type { ReactNode } from "react";
import { useWords } from "@/components/language/use-words";
import type { Words } from "@/components/language/words";
import { isAlarming, isDrifted } from "@/domain/checks";
import { lengthOf } from "@/domain/interval";
import type { Slot } from "@/domain/slots";
import type { Doubling } from "@/domain/troubles";
import { dayAt } from "@/domain/zone";
import { airingWords } from "./airing-words";
import styles from "./card.module.css";
import { lengthText, spokenLength } from "./library/lengths";
import type { PlacedSlot } from "./placed-slot";
import { lackOf, overSentence, silenceText, stateText } from "./slot-words";
import { longDay, rangeText, zoneText } from "./time-words";

type Props = {
  readonly placed: PlacedSlot;
  readonly isAdmin: boolean;
  readonly isOnAir: boolean;
  /** What lies over it. */
  readonly over: Doubling | undefined;
};

/** What a slot is and how it stands, in full. */
export function BlockFacts({ placed, isAdmin, isOnAir, over }: Props) {
  const words = useWords();
  const { t, zone } = words;
  const { slot } = placed;
  const length = spokenLength(words, lengthOf(placed));
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t("block.when")}</dt>
        <dd>
          {longDay(words, dayAt(zone, placed.startsAt))}
          <br />
          {rangeText(words, placed)}{" "}
          <span className={styles.words}>{t("block.zone", { zone: zoneText(zone.name) })}</span>
        </dd>
        <dt>{t("block.length")}</dt>
        <dd>
          {slot.trackSeconds === undefined
            ? length
            : t.rich("block.lengthAndTrack", { length, track: lengthText(slot.trackSeconds), faint })}
        </dd>
        {slot.content && slot.content.kind !== "track" && (
          <>
            <dt>{t("block.holds")}</dt>
            <dd>
              {slot.content.kind === "live" ? t("block.holdsLive") : t("block.holdsStream", { title: slot.title })}
            </dd>
          </>
        )}
        {slot.airing && (
          <>
            <dt>{t("block.airing")}</dt>
            <dd>{airingWords(words, placed.startsAt, slot.airing)}</dd>
          </>
        )}
        <dt>{t("block.state")}</dt>
        <dd>
          <span className={isAlarming(slot) ? styles.problem : isDrifted(slot) ? styles.warning : undefined}>
            {[
              isOnAir && t("block.onAirNow"),
              stateText(words, slot).sentences,
              slot.live && slot.kind === "foreign" && t("block.isLive"),
            ]
              .filter(Boolean)
              .join(" ")}
          </span>
          {over && (
            <>
              {" "}
              <span className={over.danger ? styles.problem : styles.warning}>{overSentence(words, over)}</span>
            </>
          )}
        </dd>
        {slot.plannedBy && (
          <>
            <dt>{t("block.plannedBy")}</dt>
            <dd>{slot.plannedBy}</dd>
          </>
        )}
        {isAdmin && (
          <>
            <dt>LibreTime</dt>
            <dd>{idsText(words, slot)}</dd>
          </>
        )}
      </dl>
      {!isDrifted(slot) && slot.notReady === undefined && <Lack placed={placed} />}
    </>
  );
}

/** What will not be heard, or be silent, in a sentence. */
function Lack({ placed }: { readonly placed: PlacedSlot }) {
  const words = useWords();
  const { t } = words;
  const { cut, deadAir } = lackOf(placed.slot);
  const silence = placed.slot.kind === "foreign" ? silenceText(words, placed) : null;
  return (
    <>
      {cut > 0 && (
        <p className={styles.warning}>
          {deadAir > 0
            ? t("block.cutOfLongerFile", { cut: lengthText(cut) })
            : t("block.cut", { cut: lengthText(cut) })}
        </p>
      )}
      {deadAir > 0 && <p className={styles.warning}>{t("block.deadAir", { silence: lengthText(deadAir) })}</p>}
      {silence && <p className={styles.warning}>{silence}</p>}
    </>
  );
}

/** What LibreTime knows the slot by. */
function idsText({ t }: Words, { instanceId, playoutIds, trackIds }: Slot): string {
  const ids = [
    instanceId !== undefined && t("block.instance", { id: String(instanceId) }),
    playoutIds.length > 0 && t("block.rows", { ids: playoutIds.join(", ") }),
    trackIds.length > 0 && t("block.files", { ids: trackIds.join(", ") }),
  ];
  return ids.filter(Boolean).join(" · ") || "–";
}

function faint(text: ReactNode): ReactNode {
  return <span className={styles.words}>{text}</span>;
}
