import type { Instant } from "@/domain/time";
import styles from "./header.module.css";
import { useStationStatus, useTicking } from "./use-station";

/** How long ago LibreTime was read. */
export function Freshness({ now, isStale }: { readonly now: () => Instant; /** The week itself is from before LibreTime fell silent. */ readonly isStale: boolean }) {
  const { data, isError } = useStationStatus();
  const at = useTicking(now, 2_000);
  const isSilent = isStale || Boolean(data?.problem);
  const words = isError ? "Airweek does not answer" : !data ? "" : isSilent ? "LibreTime does not answer" : data.seenAt ? `LibreTime, seen ${agoText((at - Date.parse(data.seenAt)) / 1000)}` : "LibreTime not seen yet";
  return (
    <div className={styles.fresh}>{words && <p title={words} data-tone={isError || isSilent ? "red" : "green"}>{words}</p>}</div>
  );
}

function agoText(seconds: number): string {
  if (seconds < 1.5) return "now";
  if (seconds < 60) return `${Math.floor(seconds)} s ago`;
  return seconds < 3600 ? `${Math.floor(seconds / 60)} min ago` : `${Math.floor(seconds / 3600)} h ago`;
}
