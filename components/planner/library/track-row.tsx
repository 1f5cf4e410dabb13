import { formerName } from "@/domain/identities/former";
import { Length } from "./length";
import type { LibraryTrack } from "./library-answers";
import { reasonSentence, shortReason } from "./readiness";
import styles from "./track-list.module.css";

type Props = {
  readonly track: LibraryTrack;
  readonly isOpen: boolean;
  readonly onMake: () => void;
  readonly onShowEpisode: (title: string) => void;
};

/** One file: what it is, how long, and which episode has it, or the button to make one. */
export function TrackRow(props: Props) {
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
          {from || "no artist"}
        </span>
        <TrackEnd {...props} />
      </span>
    </div>
  );
}

function TrackEnd({
  track: { title, ready, reason = "not ready", usedBy, formerOf = [] },
  isOpen,
  onMake,
  onShowEpisode,
}: Props) {
  if (usedBy !== undefined) {
    return (
      <button
        type="button"
        className={styles.link}
        data-quiet
        title={`It is “${usedBy}”`}
        onClick={() => onShowEpisode(usedBy)}
      >
        has an episode<span className="sr-only">: “{usedBy}”</span>
      </button>
    );
  }
  // What is still being imported can have its episode already; what can never air cannot.
  const canMake = !isOpen && (ready || reason === "import-pending");
  return (
    <span className={styles.end}>
      {!ready && (
        <span className={styles.why} title={reasonSentence(reason)}>
          {shortReason(reason)}
        </span>
      )}
      {ready && formerOf.length > 0 && (
        <span
          className={styles.why}
          title={formerOf.map((each) => `“${each.title}” had ${formerName(each.was)} under this number.`).join(" ")}
        >
          {shortReason("replaced")}
        </span>
      )}
      {canMake && (
        <button type="button" className={styles.link} onClick={onMake}>
          Make episode<span className="sr-only"> of {title}</span>
        </button>
      )}
    </span>
  );
}
