"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { refusedBy } from "@/components/planner/refused";
import { clockText, shortDate } from "@/components/planner/time-words";
import { useTRPC } from "@/components/trpc/client";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { floorToSecond, instant } from "@/domain/time";
import { dayAt, zoneOf } from "@/domain/zone";
import { changeSentence } from "./change-words";
import { OurRecords } from "./our-records";
import styles from "./station-changed.module.css";

/** Which LibreTime this is, what of our records is there, and the button that confirms it as ours. */
export function StationChanged({ timeZone }: { readonly timeZone: string }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const zone = useMemo(() => zoneOf(timeZone) ?? zoneOf("UTC")!, [timeZone]);
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
  const whenOf = (iso: string): string => {
    // A confirmation of an earlier version was kept with its milliseconds.
    const at = floorToSecond(instant(Date.parse(iso)));
    return `${shortDate(dayAt(zone, at))} ${clockText(zone, at)}`;
  };
  const again = (
    <Button busy={isFetching} onClick={() => void refetch()}>
      Look again
    </Button>
  );
  if (error)
    return (
      <Banner tone="problem" action={again}>
        {refusedBy(error).sentence}
      </Banner>
    );
  if (!report) return <p aria-busy="true">Comparing our records with LibreTime…</p>;
  const { change, confirmed } = report;
  if (!change) {
    return (
      <div className={styles.part}>
        <Banner>This is the LibreTime that our records belong to. Planning works.</Banner>
        {confirmed && (
          <p>
            Confirmed by {confirmed.by} on {whenOf(confirmed.at)}.
          </p>
        )}
        <p>
          <a href="/">Back to the week</a>
        </p>
      </div>
    );
  }
  const refusal = confirm.error && refusedBy(confirm.error);
  return (
    <>
      <section className={styles.part} aria-label="What was seen">
        <Banner tone="problem">{changeSentence(change.station)} Planning is paused.</Banner>
        <p>
          {seenSentence(change.counts)}{" "}
          {change.station === "another"
            ? "If the address is wrong, correct LIBRETIME_API_URL: planning resumes by itself when the right LibreTime answers."
            : "LibreTime looks like this after a restore from a backup. If a newer backup will be restored, wait for it: planning then resumes by itself."}
        </p>
      </section>
      <OurRecords records={report.records} whenOf={whenOf} />
      <section className={styles.part} aria-labelledby="confirming">
        <h2 id="confirming">What confirming does</h2>
        <p>
          From now on this counts as our LibreTime, and planning works again. Nothing is written to it. Slots that are
          not there stay on the grid as missing: put them on again, or take them off. What others made there stays as it
          is.
        </p>
        {refusal && (
          <Banner tone="problem">
            {refusal.code === "STALE_PLAN"
              ? "LibreTime has changed since you looked. Nothing was confirmed. This is how it is now."
              : refusal.sentence}
          </Banner>
        )}
        <div className={styles.acts}>
          <Button
            look="primary"
            busy={confirm.isPending || isFetching}
            onClick={() => confirm.mutate({ token: report.token })}
          >
            Take this LibreTime as ours
          </Button>
          <a href="/">Back to the week</a>
        </div>
      </section>
    </>
  );
}

function seenSentence({
  another,
  gone,
  back,
}: {
  readonly another: number;
  readonly gone: number;
  readonly back: number;
}): string {
  const rows = (count: number): string => `${count} ${count === 1 ? "row" : "rows"}`;
  const parts = [
    another > 0 && `${another} known ${another === 1 ? "id belongs to another row" : "ids belong to other rows"} now`,
    gone > 0 && `${rows(gone)} ${gone === 1 ? "is" : "are"} gone`,
    back > 0 && `${rows(back)} that had been deleted ${back === 1 ? "is" : "are"} back`,
  ];
  return `What differs: ${parts.filter(Boolean).join(", ")}.`;
}
