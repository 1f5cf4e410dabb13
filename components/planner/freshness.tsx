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
  const { data, isError } = useStationStatus();
  const at = useTicking(now, 2_000);
  const isSilent = isStale || Boolean(data?.problem && !data.seenAt);
  const words = isError
    ? "Airweek does not answer"
    : !data
      ? ""
      : isSilent
        ? "LibreTime does not answer"
        : data.seenAt
          ? `LibreTime, seen ${agoText((at - Date.parse(data.seenAt)) / 1000)}`
          : "LibreTime not seen yet";
  return (
    <div className={styles.fresh}>
      {words && (
        <p title={words} data-tone={isError || isSilent ? "red" : "green"}>
          {words}
        </p>
      )}
    </div>
  );
}
