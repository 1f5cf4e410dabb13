import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { instant, type Instant } from "@/domain/time";
import { dayAt, type Zone } from "@/domain/zone";
import { entryPhrase } from "./act-words";
import styles from "./history.module.css";
import { isTakingBack, type HistoryEntry } from "./history-entry";
import { refusedBy } from "./refused";
import { clockText, shortDay } from "./time-words";

type Props = {
  readonly zone: Zone;
  readonly now: () => Instant;
  readonly onUndo: (entry: HistoryEntry) => Promise<void>;
};

/** The latest acts of everybody; looked at anew at every news. */
export function HistoryList({ zone, now, onUndo }: Props) {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.journal.history.queryOptions({ limit: 50 }, { staleTime: 5_000 }));
  if (error && !data)
    return (
      <p className={styles.none}>
        {refusedBy(error).code === "NO_ANSWER" ? "Airweek does not answer." : refusedBy(error).sentence}{" "}
        <Button onClick={() => void refetch()}>Try again</Button>
      </p>
    );
  if (!data)
    return (
      <div className={styles.none} aria-busy="true">
        <Skeleton height="40px" />
      </div>
    );
  if (data.length === 0)
    return <p className={styles.none}>Nothing has been planned yet. What you and others do is listed here.</p>;
  return (
    <ol className={styles.list}>
      {data.map((entry) => (
        <li key={entry.operationId} className={styles.entry} data-undone={entry.isUndone || undefined}>
          <Entry entry={entry} isTakingBack={isTakingBack(entry, data)} zone={zone} now={now} onUndo={onUndo} />
        </li>
      ))}
    </ol>
  );
}

function Entry({
  entry,
  isTakingBack,
  zone,
  now,
  onUndo,
}: Props & { readonly entry: HistoryEntry; readonly isTakingBack: boolean }) {
  const [isBusy, setBusy] = useState(false);
  const at = instant(Math.floor(Date.parse(entry.at) / 60_000) * 60_000);
  const isToday = dayAt(zone, at) === dayAt(zone, now());
  const what = entryPhrase(zone, now(), entry);
  const label = isTakingBack ? "Redo" : "Undo";
  const take = () => {
    setBusy(true);
    void onUndo(entry).finally(() => setBusy(false));
  };
  return (
    <>
      <p>
        <b>{entry.isMine ? "You" : entry.who}</b> {what}
        {entry.isUndone && <em> · {isTakingBack ? "done again" : "undone"}</em>}
        {entry.state === "open" && <em> · being done</em>}
      </p>
      <time dateTime={entry.at}>
        {isToday ? "" : `${shortDay(dayAt(zone, at))} `}
        {clockText(zone, at)}
      </time>
      {entry.canUndo && (
        <Button data-undo="" busy={isBusy} aria-label={`${label}: ${what}`} onClick={take}>
          {label}
        </Button>
      )}
    </>
  );
}
