import { AudioLines, SearchX, Unplug } from "lucide-react";
import { useCallback, useRef, useState, type ReactNode } from "react";
import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import type { Words } from "@/components/language/words";
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
  const words = useWords();
  const { t } = words;
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
          title={t("library.tracks.failed")}
          action={<Button onClick={() => void refetch()}>{t("common.tryAgain")}</Button>}
        >
          {whyNot(words, error)}
        </ListState>
      );
    if (asked.trim())
      return (
        <ListState
          picture={<SearchX size={28} strokeWidth={1.5} />}
          title={t("library.tracks.noneSays", { text: asked.trim() })}
          action={<Button onClick={() => setText("")}>{t("library.clearSearch")}</Button>}
        >
          {t("library.tracks.searched")}
        </ListState>
      );
    return (
      <ListState picture={<AudioLines size={28} strokeWidth={1.5} />} title={t("library.tracks.none")}>
        {t("library.tracks.noneWhy")}
      </ListState>
    );
  };
  return (
    <>
      <div className={styles.tracksHead}>
        <SearchField label={t("library.tracks.search")} text={text} onText={setText} onDown={toList} />
      </div>
      <p className={styles.count} role="status">
        {data ? countText(words, tracks.length, data.total) : "\u00a0"}
      </p>
      <div className={styles.body} data-stale={isPlaceholderData || undefined}>
        {body()}
      </div>
    </>
  );
}

function countText({ t }: Words, shown: number, all: number): string {
  return shown < all
    ? t("library.tracks.countOfAll", { count: shown, all })
    : t("library.tracks.count", { count: all });
}
