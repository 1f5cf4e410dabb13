import { AudioLines, SearchX, Unplug } from "lucide-react";
import { useCallback, useRef, useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { LibraryTrack } from "./library-answers";
import styles from "./library.module.css";
import { ListState } from "./list-state";
import { ListSkeleton } from "./row-skeleton";
import { SearchField } from "./search-field";
import { TrackList } from "./track-list";
import { useTracks } from "./use-library";
import { useSettled } from "./use-settled";
import { whyNot } from "./why-not";

/** LibreTime's files, to make episodes of: nobody has to know, or type, a file's number. */
export function TracksPanel({ onShowEpisode }: { readonly onShowEpisode: (title: string) => void }) {
  const [text, setText] = useState("");
  const asked = useSettled(text);
  const { data, error, isPending, isPlaceholderData, refetch } = useTracks(asked);
  const list = useRef<HTMLUListElement>(null);
  const toList = useCallback(() => list.current?.querySelector<HTMLElement>("button")?.focus(), []);
  const tracks: readonly LibraryTrack[] = data?.items ?? [];

  const body = (): ReactNode => {
    if (tracks.length > 0) return <TrackList tracks={tracks} onShowEpisode={onShowEpisode} listRef={list} />;
    if (isPending) return <ListSkeleton />;
    if (error)
      return (
        <ListState
          picture={<Unplug size={28} strokeWidth={1.5} />}
          title="The files cannot be listed"
          action={<Button onClick={() => void refetch()}>Try again</Button>}
        >
          {whyNot(error)}
        </ListState>
      );
    if (asked.trim())
      return (
        <ListState
          picture={<SearchX size={28} strokeWidth={1.5} />}
          title={`No file says “${asked.trim()}”`}
          action={<Button onClick={() => setText("")}>Clear the search</Button>}
        >
          Titles, artists and albums were searched.
        </ListState>
      );
    return (
      <ListState picture={<AudioLines size={28} strokeWidth={1.5} />} title="No files in LibreTime yet">
        Upload some there; they appear here within a minute.
      </ListState>
    );
  };
  return (
    <>
      <div className={styles.tracksHead}>
        <SearchField label="Search LibreTime's files" text={text} onText={setText} onDown={toList} />
      </div>
      <p className={styles.count} role="status">
        {data ? countText(tracks.length, data.total) : "\u00a0"}
      </p>
      <div className={styles.body} data-stale={isPlaceholderData || undefined}>
        {body()}
      </div>
    </>
  );
}

function countText(shown: number, total: number): string {
  const of = total.toLocaleString("en-GB");
  return shown < total
    ? `The first ${shown} of ${of} files; search for the others`
    : `${of} file${total === 1 ? "" : "s"}`;
}
