import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useWords } from "@/components/language/use-words";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { instant, type Instant } from "@/domain/time";
import { dayAt } from "@/domain/zone";
import { entryPhrase } from "./act-words";
import styles from "./history.module.css";
import { isTakingBack, type HistoryEntry } from "./history-entry";
import { refusedBy } from "./refused";
import { clockText, shortDay } from "./time-words";

type Props = {
  readonly now: () => Instant;
  readonly onUndo: (entry: HistoryEntry) => Promise<void>;
};

/** The latest acts of everybody; looked at anew at every news. */
export function HistoryList({ now, onUndo }: Props) {
  const words = useWords();
  const { t } = words;
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.journal.history.queryOptions({ limit: 50 }, { staleTime: 5_000 }));
  if (error && !data) {
    const { code, sentence } = refusedBy(words, error);
    return (
      <p className={styles.none}>
        {code === "NO_ANSWER" ? t("history.airweekSilent") : sentence}{" "}
        <Button onClick={() => void refetch()}>{t("common.tryAgain")}</Button>
      </p>
    );
  }
  if (!data)
    return (
      <div className={styles.none} aria-busy="true">
        <Skeleton height="40px" />
      </div>
    );
  if (data.length === 0) return <p className={styles.none}>{t("history.none")}</p>;
  return (
    <ol className={styles.list}>
      {data.map((entry) => (
        <li key={entry.operationId} className={styles.entry} data-undone={entry.isUndone || undefined}>
          <Entry entry={entry} isTakingBack={isTakingBack(entry, data)} now={now} onUndo={onUndo} />
        </li>
      ))}
    </ol>
  );
}

function Entry({
  entry,
  isTakingBack,
  now,
  onUndo,
}: Props & { readonly entry: HistoryEntry; readonly isTakingBack: boolean }) {
  const words = useWords();
  const { t, zone } = words;
  const [isBusy, setBusy] = useState(false);
  const at = instant(Math.floor(Date.parse(entry.at) / 60_000) * 60_000);
  const isToday = dayAt(zone, at) === dayAt(zone, now());
  const what = entryPhrase(words, now(), entry);
  const clock = clockText(words, at);
  const take = () => {
    setBusy(true);
    void onUndo(entry).finally(() => setBusy(false));
  };
  return (
    <>
      <p>
        {t.rich("history.entry", { by: entry.isMine ? "me" : "another", who: entry.who, what, b: bold })}
        {entry.isUndone && <em> · {isTakingBack ? t("history.redone") : t("history.undone")}</em>}
        {entry.state === "open" && <em> · {t("history.underWay")}</em>}
      </p>
      <time dateTime={entry.at}>
        {isToday ? clock : t("history.dayAndClock", { day: shortDay(words, dayAt(zone, at)), clock })}
      </time>
      {entry.canUndo && (
        <Button
          data-undo=""
          busy={isBusy}
          aria-label={isTakingBack ? t("history.redo", { what }) : t("history.undo", { what })}
          onClick={take}
        >
          {isTakingBack ? t("common.redo") : t("common.undo")}
        </Button>
      )}
    </>
  );
}

function bold(text: ReactNode): ReactNode {
  return <b>{text}</b>;
}
