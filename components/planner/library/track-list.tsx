import { useState, type RefObject } from "react";
import type { LibraryTrack } from "./library-answers";
import { MakeEpisode } from "./make-episode";
import { TrackRow } from "./track-row";
import styles from "./track-list.module.css";

type Props = {
  readonly tracks: readonly LibraryTrack[];
  readonly onShowEpisode: (title: string) => void;
  readonly listRef: RefObject<HTMLUListElement | null>;
};

/** The files; the one that an episode is being made of opens in place. */
export function TrackList({ tracks, onShowEpisode, listRef }: Props) {
  const [openId, setOpenId] = useState<number | null>(null);
  return (
    <ul ref={listRef} className={styles.list}>
      {tracks.map((track) => (
        <li key={track.id} className={styles.item} data-open={track.id === openId || undefined}>
          <TrackRow
            track={track}
            isOpen={track.id === openId}
            onMake={() => setOpenId(track.id)}
            onShowEpisode={onShowEpisode}
          />
          {track.id === openId && (
            <MakeEpisode track={track} onShowEpisode={onShowEpisode} onClose={() => setOpenId(null)} />
          )}
        </li>
      ))}
    </ul>
  );
}
