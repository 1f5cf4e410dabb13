import { useVirtualizer, defaultRangeExtractor } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import {
  useCallback,
  useEffect,
  useId,
  useMemo,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
} from "react";
import type { Instant } from "@/domain/time";
import styles from "./episode-list.module.css";
import { EpisodeRow, ROW_HEIGHT } from "./episode-row";
import type { LibraryEpisode } from "./library-episode";
import { RowSkeleton } from "./row-skeleton";
import { useRowKeys } from "./use-row-keys";

type Props = {
  readonly episodes: readonly LibraryEpisode[];
  readonly total: number;
  /** Changes when the list is another one, which begins at its top. */
  readonly question: string;
  readonly now: Instant;
  readonly canPlan: boolean;
  readonly pickedUpId: string | null;
  readonly onPickUp: (episode: LibraryEpisode, event: PointerEvent | KeyboardEvent) => void;
  readonly onRefused: (episode: LibraryEpisode) => void;
  /** Its date was clicked, or its menu was asked for, by the right button or by keys. */
  readonly onWhere: (episode: LibraryEpisode) => void;
  readonly onEndNear: () => void;
  readonly onLeave: () => void;
  readonly listRef: RefObject<HTMLDivElement | null>;
};

/** Thousands of cards, of which those in sight exist, and the one that is carried. */
export function EpisodeList(props: Props) {
  const {
    episodes,
    total,
    question,
    now,
    canPlan,
    pickedUpId,
    onPickUp,
    onRefused,
    onWhere,
    onEndNear,
    onLeave,
    listRef,
  } = props;
  const t = useTranslations();
  const [active, setActive] = useState(-1);
  const domId = useId();
  const pickedUp = useMemo(() => episodes.findIndex(({ id }) => id === pickedUpId), [episodes, pickedUpId]);
  const isMore = total > episodes.length;
  const virtualizer = useVirtualizer({
    count: episodes.length + (isMore ? 4 : 0),
    getScrollElement: () => listRef.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => episodes[index]?.id ?? `to-come-${index}`,
    overscan: 8,
    paddingStart: 2,
    paddingEnd: 12,
    // The card that is being carried, and the one that has the keyboard, exist also out of sight.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), pickedUp, active])]
        .filter((index) => index >= 0 && index < range.count)
        .sort((a, b) => a - b),
  });
  const rows = virtualizer.getVirtualItems();
  const lastInSight = virtualizer.range?.endIndex ?? 0;

  useEffect(() => {
    if (isMore && lastInSight > episodes.length - 30) onEndNear();
  }, [isMore, lastInSight, episodes.length, onEndNear]);
  useEffect(() => {
    setActive(-1);
    listRef.current?.scrollTo({ top: 0 });
  }, [question, listRef]);

  const pickUp = useCallback(
    (index: number, event: PointerEvent | KeyboardEvent) => {
      const episode = episodes[index];
      if (!episode || !canPlan) return;
      if (episode.ready === true) onPickUp(episode, event);
      else if (event.type === "keydown") onRefused(episode);
    },
    [episodes, canPlan, onPickUp, onRefused],
  );
  const activate = useCallback(
    (index: number) => {
      setActive(index);
      virtualizer.scrollToIndex(index);
    },
    [virtualizer],
  );
  const onKeyDown = useRowKeys({
    count: episodes.length,
    active,
    perPage: Math.max(1, Math.floor((listRef.current?.clientHeight ?? 520) / ROW_HEIGHT) - 1),
    onActive: activate,
    onEnter: pickUp,
    onLeave,
  });

  const indexAt = (event: MouseEvent) =>
    episodes.findIndex(
      ({ id }) => id === (event.target as Element).closest<HTMLElement>("[data-episode-id]")?.dataset["episodeId"],
    );
  const onPointerDown = (event: PointerEvent) => {
    const index = indexAt(event);
    if (index < 0 || event.button !== 0) return;
    setActive(index);
    if (isOnDate(event)) return;
    pickUp(index, event);
  };
  const onClick = (event: MouseEvent) => {
    const episode = episodes[indexAt(event)];
    if (episode && isOnDate(event)) onWhere(episode);
    else if (episode && episode.ready !== true && canPlan) onRefused(episode);
  };
  const onContextMenu = (event: MouseEvent) => {
    const episode = episodes[indexAt(event)] ?? episodes[active];
    // A finger that stays picks the card up.
    if (!episode || (event.nativeEvent as globalThis.PointerEvent).pointerType === "touch") return;
    event.preventDefault();
    onWhere(episode);
  };
  return (
    <div
      ref={listRef}
      className={styles.list}
      role="listbox"
      aria-label={t("library.episodes.label")}
      tabIndex={0}
      data-can-plan={canPlan || undefined}
      aria-activedescendant={active >= 0 ? `${domId}-${episodes[active]?.id}` : undefined}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onClick={onClick}
      onContextMenu={onContextMenu}
      aria-keyshortcuts="Shift+F10"
      onFocus={() => {
        if (active < 0 && episodes.length > 0) setActive(Math.max(0, pickedUp));
      }}
    >
      <div role="presentation" className={styles.sizer} style={{ height: virtualizer.getTotalSize() }}>
        {rows.map(({ index, key, start }) => {
          const episode = episodes[index];
          return episode ? (
            <EpisodeRow
              key={key}
              episode={episode}
              domId={`${domId}-${episode.id}`}
              top={start}
              position={index + 1}
              count={total}
              active={index === active}
              pickedUp={index === pickedUp}
              now={now}
            />
          ) : (
            <RowSkeleton key={key} top={start} />
          );
        })}
      </div>
    </div>
  );
}

/** Is the pointer on a card's date? That leads to where it is planned, and does not pick it up. */
function isOnDate(event: MouseEvent): boolean {
  return (event.target as Element).closest("[data-where]") !== null;
}
