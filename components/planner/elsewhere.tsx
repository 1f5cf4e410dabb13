import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useWords } from "@/components/language/use-words";
import { useTRPC } from "@/components/trpc/client";
import type { EpisodeId, SlotId } from "@/domain/ids";
import { intervalOf, type EpisodeAiring } from "@/domain/slots";
import { dayAt } from "@/domain/zone";
import styles from "./elsewhere.module.css";
import { rangeText, shortDate } from "./time-words";

type Props = {
  readonly episodeId: EpisodeId;
  /** The slot whose card this is on; none on the episode's own. */
  readonly slotId?: SlotId;
  readonly now: number;
  readonly onLead: (airing: EpisodeAiring) => void;
};

/** Where else an episode is planned: all its slots, past and future, the earliest first. A click leads there. */
export function Elsewhere({ episodeId, slotId, now, onLead }: Props) {
  const t = useTranslations();
  const trpc = useTRPC();
  const { data, isError } = useQuery(trpc.library.airings.queryOptions({ episodeId }, { staleTime: 5_000 }));
  if (isError) return <p className={styles.words}>{t("elsewhere.failed")}</p>;
  if (!data) return <p className={styles.words}>{t("elsewhere.looking")}</p>;
  if (!data.some((each) => each.slotId !== slotId))
    return <p className={styles.words}>{slotId === undefined ? t("elsewhere.nowhere") : t("elsewhere.nowhereElse")}</p>;
  return (
    <section
      className={styles.elsewhere}
      aria-label={slotId === undefined ? t("elsewhere.where") : t("elsewhere.whereElse")}
    >
      <h3 className={styles.head}>{t("elsewhere.times", { count: data.length })}</h3>
      <ol className={styles.list}>
        {data.map((each) => (
          <li key={each.slotId}>
            <Row
              airing={each}
              isHere={each.slotId === slotId}
              isPast={Date.parse(each.endsAt) <= now}
              onLead={onLead}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Row({
  airing,
  isHere,
  isPast,
  onLead,
}: {
  readonly airing: EpisodeAiring;
  readonly isHere: boolean;
  readonly isPast: boolean;
  readonly onLead: Props["onLead"];
}) {
  const words = useWords();
  const { t } = words;
  const times = intervalOf(airing);
  const day = dayAt(words.zone, times.startsAt);
  const face = (
    <>
      <span className={styles.day}>
        {t.rich("elsewhere.day", {
          date: shortDate(words, day),
          year: day.slice(0, 4),
          faint: (year) => <i>{year}</i>,
        })}
      </span>
      <span className={styles.times}>{rangeText(words, times)}</span>
      <span className={styles.kind}>{t("elsewhere.kind", { kind: isHere ? "here" : airing.airing.kind })}</span>
    </>
  );
  // Of a long list, the part around this slot is what is in sight first.
  if (isHere)
    return (
      <span className={styles.row} aria-current="true" ref={intoSight}>
        {face}
      </span>
    );
  return (
    <button
      type="button"
      className={styles.row}
      data-past={isPast || undefined}
      data-airing={airing.slotId}
      onClick={() => onLead(airing)}
    >
      {face}
    </button>
  );
}

function intoSight(row: HTMLElement | null): void {
  const list = row?.closest("ol");
  if (row && list) list.scrollTop = row.offsetTop - list.offsetTop - row.offsetHeight;
}
