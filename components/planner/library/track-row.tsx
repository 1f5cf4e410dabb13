import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useWords } from "@/components/language/use-words";
import { Length } from "./length";
import type { LibraryTrack } from "./library-answers";
import { formerText, reasonSentence, shortReason } from "./readiness";
import styles from "./track-list.module.css";

type Props = {
  readonly track: LibraryTrack;
  readonly isOpen: boolean;
  readonly onMake: () => void;
  readonly onShowEpisode: (title: string) => void;
};

/** One file: what it is, how long, and which episode has it, or the button to make one. */
export function TrackRow(props: Props) {
  const t = useTranslations();
  const { title, artist, album, lengthSeconds, ready } = props.track;
  const from = [artist, album].filter(Boolean).join(" · ");
  return (
    <div className={styles.row} data-not-ready={!ready || undefined}>
      <span className={styles.line}>
        <span className={styles.title} title={title}>
          {title}
        </span>
        <Length seconds={lengthSeconds} className={styles.length} />
      </span>
      <span className={styles.line}>
        <span className={styles.from} title={from}>
          {from || t("library.tracks.noArtist")}
        </span>
        <TrackEnd {...props} />
      </span>
    </div>
  );
}

function TrackEnd({ track, isOpen, onMake, onShowEpisode }: Props) {
  const words = useWords();
  const { t } = words;
  const { title, ready, reason = t("library.readiness.notReady"), usedBy, formerOf = [] } = track;
  if (usedBy !== undefined) {
    return (
      <button
        type="button"
        className={styles.link}
        data-quiet
        title={t("library.tracks.itIs", { title: usedBy })}
        onClick={() => onShowEpisode(usedBy)}
      >
        {t.rich("library.tracks.hasEpisode", { title: usedBy, hidden })}
      </button>
    );
  }
  // What is still being imported can have its episode already; what can never air cannot.
  const canMake = !isOpen && (ready || reason === "import-pending");
  return (
    <span className={styles.end}>
      {!ready && (
        <span className={styles.why} title={reasonSentence(words, reason)}>
          {shortReason(words, reason)}
        </span>
      )}
      {ready && formerOf.length > 0 && (
        <span
          className={styles.why}
          title={formerOf
            .map((each) => t("library.tracks.formerOf", { title: each.title, former: formerText(words, each.was) }))
            .join(" ")}
        >
          {shortReason(words, "replaced")}
        </span>
      )}
      {canMake && (
        <button type="button" className={styles.link} onClick={onMake}>
          {t.rich("library.tracks.makeEpisode", { title, hidden })}
        </button>
      )}
    </span>
  );
}

function hidden(chunks: ReactNode): ReactNode {
  return <span className="sr-only">{chunks}</span>;
}
