"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useWords } from "@/components/language/use-words";
import { refusedBy } from "@/components/planner/refused";
import { dateAndClockText } from "@/components/planner/time-words";
import { useTRPC } from "@/components/trpc/client";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { floorToSecond, instant } from "@/domain/time";
import { changeSentence, seenSentence } from "./change-words";
import { OurRecords } from "./our-records";
import styles from "./station-changed.module.css";

/** Which LibreTime this is, what of our records is there, and the button that confirms it as ours. */
export function StationChanged() {
  const words = useWords();
  const { t } = words;
  const trpc = useTRPC();
  const client = useQueryClient();
  const {
    data: report,
    error,
    isFetching,
    refetch,
  } = useQuery(trpc.station.changed.queryOptions(undefined, { staleTime: 0 }));
  const confirm = useMutation(
    trpc.station.confirm.mutationOptions({
      onSettled: () => client.invalidateQueries({ queryKey: trpc.station.changed.queryKey() }),
    }),
  );
  // A confirmation of an earlier version was kept with its milliseconds.
  const whenOf = (iso: string) => dateAndClockText(words, floorToSecond(instant(Date.parse(iso))));
  const again = (
    <Button busy={isFetching} onClick={() => void refetch()}>
      {t("stationChanged.again")}
    </Button>
  );
  if (error)
    return (
      <Banner tone="problem" action={again}>
        {refusedBy(words, error).sentence}
      </Banner>
    );
  if (!report) return <p aria-busy="true">{t("stationChanged.loading")}</p>;
  const { change, confirmed } = report;
  if (!change) {
    return (
      <div className={styles.part}>
        <Banner>{t("stationChanged.ours")}</Banner>
        {confirmed && <p>{t("stationChanged.confirmedBy", { name: confirmed.by, when: whenOf(confirmed.at) })}</p>}
        <p>
          <a href="/">{t("stationChanged.back")}</a>
        </p>
      </div>
    );
  }
  const refusal = confirm.error && refusedBy(words, confirm.error);
  return (
    <>
      <section className={styles.part} aria-label={t("stationChanged.seen.label")}>
        <Banner tone="problem">
          {changeSentence(words, change.station)} {t("stationChanged.paused")}
        </Banner>
        <p>
          {seenSentence(words, change.counts)}{" "}
          {t(change.station === "another" ? "stationChanged.seen.adviceAnother" : "stationChanged.seen.adviceEarlier")}
        </p>
      </section>
      <OurRecords records={report.records} whenOf={whenOf} />
      <section className={styles.part} aria-labelledby="confirming">
        <h2 id="confirming">{t("stationChanged.confirming.title")}</h2>
        <p>{t("stationChanged.confirming.rest")}</p>
        {refusal && (
          <Banner tone="problem">
            {refusal.code === "STALE_PLAN" ? t("stationChanged.confirming.changed") : refusal.sentence}
          </Banner>
        )}
        <div className={styles.acts}>
          <Button
            look="primary"
            busy={confirm.isPending || isFetching}
            onClick={() => confirm.mutate({ token: report.token })}
          >
            {t("stationChanged.confirming.confirm")}
          </Button>
          <a href="/">{t("stationChanged.back")}</a>
        </div>
      </section>
    </>
  );
}
