import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, type CSSProperties } from "react";
import { useWords } from "@/components/language/use-words";
import { useTRPC } from "@/components/trpc/client";
import type { Interval } from "@/domain/interval";
import { formatInstant, type Instant } from "@/domain/time";
import styles from "./gap-offers.module.css";
import { airingText } from "./library/airing";
import { Length } from "./library/length";
import type { LibraryEpisode } from "./library/library-episode";
import { spanText } from "./time-words";

const MOST = 3;

type Props = {
  /** What of the gap can be filled. */
  readonly free: Interval;
  readonly now: Instant;
  readonly onFill: (episode: LibraryEpisode) => void;
  /** Does the first offer take the focus when it comes? */
  readonly takesFocus?: boolean;
};

/** Up to three episodes that fill a gap, the longest first; a click plans one at the gap's start. */
export function GapOffers({ free, now, onFill, takesFocus = false }: Props) {
  const words = useWords();
  const { t } = words;
  const trpc = useTRPC();
  const { data, isError } = useQuery(
    trpc.library.fitting.queryOptions(
      { from: formatInstant(free.startsAt), to: formatInstant(free.endsAt), limit: MOST },
      { staleTime: 30_000 },
    ),
  );
  const first = useRef<HTMLButtonElement>(null);
  const isThere = data !== undefined;
  useEffect(() => {
    if (takesFocus && isThere) first.current?.focus();
  }, [takesFocus, isThere]);
  if (isError) return <p className={styles.words}>{t("gaps.offersFailed")}</p>;
  if (!data) return <p className={styles.words}>{t("gaps.offersLooking")}</p>;
  if (data.length === 0) return <p className={styles.words}>{t("gaps.offersNone", { length: spanText(free) })}</p>;
  return (
    <ul className={styles.offers} aria-label={t("gaps.offers")}>
      {data.map((episode, index) => (
        <li key={episode.id}>
          <button
            ref={index === 0 ? first : undefined}
            type="button"
            className={styles.offer}
            data-step
            data-offer={episode.id}
            style={{ "--show": episode.colour } as CSSProperties}
            onClick={() => onFill(episode)}
          >
            <span className="sr-only">{t("gaps.plan")} </span>
            <span className={styles.edge} />
            <span className={styles.what}>
              <b>{episode.title}</b> <span>{episode.showName}</span>
            </span>
            <span className={styles.aired}>{airingText(words, now, episode)}</span>
            <Length seconds={episode.lengthSeconds} className={styles.length} />
          </button>
        </li>
      ))}
    </ul>
  );
}
