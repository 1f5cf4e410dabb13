import { memo } from "react";
import { useWords } from "@/components/language/use-words";
import type { Instant } from "@/domain/time";
import { againText, airingText } from "./airing";
import styles from "./episode-row.module.css";
import { Length } from "./length";
import type { LibraryEpisode } from "./library-episode";
import { reasonSentence, shortReason } from "./readiness";

/** Every card is as high as the next: the list can say where the 4,000th is without having drawn it. */
export const ROW_HEIGHT = 52;

type Props = {
  readonly episode: LibraryEpisode;
  readonly domId: string;
  readonly top: number;
  readonly position: number;
  readonly count: number;
  readonly active: boolean;
  readonly pickedUp: boolean;
  readonly now: Instant;
};

/** Was it ever, or will it be? Then its date leads to all of them. */
export function isPlanned({
  lastAiredAt,
  nextAiringAt,
}: Pick<LibraryEpisode, "lastAiredAt" | "nextAiringAt">): boolean {
  return lastAiredAt !== null || nextAiringAt !== null;
}

/** One episode: which, whose, how long, when it was heard or will be, and why it cannot be planned. */
export const EpisodeRow = memo(function EpisodeRow({
  episode,
  domId,
  top,
  position,
  count,
  active,
  pickedUp,
  now,
}: Props) {
  const words = useWords();
  const { id, title, showName, colour, lengthSeconds, ready, genres } = episode;
  const [why, was] = ready === true ? [null, undefined] : [ready.reason, ready.was];
  const airing = airingText(words, now, episode);
  return (
    <div
      id={domId}
      role="option"
      aria-selected={pickedUp}
      aria-posinset={position}
      aria-setsize={count}
      aria-disabled={why !== null || undefined}
      data-episode-id={id}
      data-active={active || undefined}
      data-picked-up={pickedUp || undefined}
      data-not-ready={why !== null || undefined}
      className={styles.row}
      style={{ height: ROW_HEIGHT, transform: `translateY(${top}px)` }}
      title={why === null ? againText(words, now, episode) : reasonSentence(words, why, was)}
    >
      <span className={styles.edge} style={{ background: colour }} />
      <span className={styles.line}>
        <span className={styles.title}>{title}</span>
        <Length seconds={lengthSeconds} className={styles.length} />
      </span>
      <span className={styles.line}>
        <span className={styles.show}>
          {showName}
          {genres[0] && <span className={styles.genre}> · {genres[0]}</span>}
        </span>
        {why === null ? (
          <span className={styles.airing} data-where={isPlanned(episode) || undefined}>
            {airing}
          </span>
        ) : (
          <span className={styles.why}>{shortReason(words, why)}</span>
        )}
      </span>
    </div>
  );
});
