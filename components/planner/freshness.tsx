import { useWords } from "@/components/language/use-words";
import type { Instant } from "@/domain/time";
import styles from "./header.module.css";
import { agoText } from "./time-words";
import { useStationStatus, useTicking } from "./use-station";

/** How long ago LibreTime was read. */
export function Freshness({
  now,
  isStale,
}: {
  readonly now: () => Instant;
  /** The week itself is from before LibreTime fell silent. */
  readonly isStale: boolean;
}) {
  const words = useWords();
  const { t } = words;
  const { data, isError } = useStationStatus();
  const at = useTicking(now, 2_000);
  const isSilent = isStale || Boolean(data?.problem && !data.seenAt);
  const text = isError
    ? t("freshness.airweekSilent")
    : !data
      ? ""
      : isSilent
        ? t("freshness.libretimeSilent")
        : data.seenAt
          ? t("freshness.seen", { ago: agoText(words, (at - Date.parse(data.seenAt)) / 1000) })
          : t("freshness.notSeen");
  return (
    <div className={styles.fresh}>
      {text && (
        <p title={text} data-tone={isError || isSilent ? "red" : "green"}>
          {text}
        </p>
      )}
    </div>
  );
}
