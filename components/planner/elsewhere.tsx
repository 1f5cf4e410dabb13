import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import type { EpisodeId, SlotId } from "@/domain/ids";
import { intervalOf, type EpisodeAiring } from "@/domain/slots";
import { dayAt, type Zone } from "@/domain/zone";
import styles from "./elsewhere.module.css";
import { rangeText, shortDate } from "./time-words";

type Props = {
  readonly episodeId: EpisodeId;
  /** The slot whose card this is on; none on the episode's own. */
  readonly slotId?: SlotId;
  readonly zone: Zone;
  readonly now: number;
  readonly onLead: (airing: EpisodeAiring) => void;
};

/** Where else an episode is planned: all its slots, past and future, the earliest first. A click leads there. */
export function Elsewhere({ episodeId, slotId, zone, now, onLead }: Props) {
  const trpc = useTRPC();
  const { data, isError } = useQuery(trpc.library.airings.queryOptions({ episodeId }, { staleTime: 5_000 }));
  if (isError) return <p className={styles.words}>Where else it is planned could not be read.</p>;
  if (!data) return <p className={styles.words}>Looking where else it is planned…</p>;
  if (!data.some((each) => each.slotId !== slotId))
    return <p className={styles.words}>{slotId === undefined ? "Planned nowhere." : "Planned nowhere else."}</p>;
  return (
    <section
      className={styles.elsewhere}
      aria-label={slotId === undefined ? "Where it is planned" : "Where else it is planned"}
    >
      <h3 className={styles.head}>Planned {data.length === 1 ? "once" : `${data.length} times`}</h3>
      <ol className={styles.list}>
        {data.map((each) => (
          <li key={each.slotId}>
            <Row
              airing={each}
              zone={zone}
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
  zone,
  isHere,
  isPast,
  onLead,
}: {
  readonly airing: EpisodeAiring;
  readonly zone: Zone;
  readonly isHere: boolean;
  readonly isPast: boolean;
  readonly onLead: Props["onLead"];
}) {
  const times = intervalOf(airing);
  const day = dayAt(zone, times.startsAt);
  const face = (
    <>
      <span className={styles.day}>
        {shortDate(day)} <i>{day.slice(0, 4)}</i>
      </span>
      <span className={styles.times}>{rangeText(zone, times)}</span>
      <span className={styles.kind}>{isHere ? "this one" : airing.airing.kind}</span>
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
