import { CassetteTape, SearchX, Unplug } from "lucide-react";
import { useCallback, useRef, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { useToasts } from "@/components/ui/toasts";
import type { Zone } from "@/domain/zone";
import { EpisodeList } from "./episode-list";
import { FilterBar } from "./filter-bar";
import { isNarrowed, lifted, type Filters } from "./filters";
import type { LibraryProps } from "./library-props";
import type { LibraryEpisode } from "./library-episode";
import styles from "./library.module.css";
import { ListState } from "./list-state";
import { reasonSentence } from "./readiness";
import { ListSkeleton } from "./row-skeleton";
import { SearchField } from "./search-field";
import { Summary } from "./summary";
import { useEpisodes, useFacets } from "./use-library";
import { useNow } from "./use-now";
import { useSettled } from "./use-settled";
import { usePressed, useSteady } from "./use-steady";
import { whyNot } from "./why-not";

type Props = Pick<LibraryProps, "canPlan" | "onPickUp" | "onWhere" | "selectedId"> & {
  readonly zone: Zone;
  readonly filters: Filters;
  readonly onFilters: (change: Partial<Filters>) => void;
};

/** The episodes: the words, the filters, the count, the list. */
export function EpisodesPanel({ zone, filters, onFilters, canPlan, onPickUp, onWhere, selectedId = null }: Props) {
  const now = useNow();
  const toasts = useToasts();
  const facets = useFacets();
  const asked = { ...filters, text: useSettled(filters.text) };
  const { isFetchingNextPage, fetchNextPage, refetch, ...answer } = useEpisodes(asked, now);
  const body = useRef<HTMLDivElement>(null);
  const isHeld = usePressed(body) || selectedId !== null;
  const { episodes, newest, error, isPending, isPlaceholderData } = useSteady(answer, isHeld);
  const question = useSteady(JSON.stringify(asked), isHeld);
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [toList, toField] = [() => list.current?.focus(), useCallback(() => field.current?.focus(), [])];
  const onEndNear = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [isFetchingNextPage, fetchNextPage]);
  const onRefused = useCallback(
    (episode: LibraryEpisode) => {
      if (episode.ready !== true)
        toasts.show({
          tone: "problem",
          text: `“${episode.title}” cannot be planned yet. ${reasonSentence(episode.ready.reason, episode.ready.was)}`,
        });
    },
    [toasts],
  );

  const shown = (): ReactNode => {
    if (newest && newest.total > 0) {
      return (
        <EpisodeList
          episodes={episodes}
          total={newest.total}
          question={question}
          zone={zone}
          now={now}
          canPlan={canPlan}
          pickedUpId={selectedId}
          onPickUp={onPickUp}
          onRefused={onRefused}
          onWhere={onWhere}
          onEndNear={onEndNear}
          onLeave={toField}
          listRef={list}
        />
      );
    }
    if (isPending) return <ListSkeleton />;
    if (error) {
      return (
        <ListState
          picture={<Unplug size={28} strokeWidth={1.5} />}
          title="The library does not answer"
          action={<Button onClick={() => void refetch()}>Try again</Button>}
        >
          {whyNot(error)}
        </ListState>
      );
    }
    return <NothingFound filters={asked} all={newest?.all ?? 0} onFilters={onFilters} />;
  };
  return (
    <>
      <div className={styles.head}>
        <SearchField
          label="Search episodes, shows, hosts"
          text={filters.text}
          onText={(text) => onFilters({ text })}
          onDown={toList}
          fieldRef={field}
        />
        <FilterBar filters={filters} onFilters={onFilters} facets={facets} />
      </div>
      <Summary page={newest} filters={filters} onFilters={onFilters} />
      <div ref={body} className={styles.body} data-stale={isPlaceholderData || undefined}>
        {shown()}
      </div>
    </>
  );
}

function NothingFound({
  filters,
  all,
  onFilters,
}: {
  readonly filters: Filters;
  readonly all: number;
  readonly onFilters: Props["onFilters"];
}) {
  if (all === 0) {
    return (
      <ListState picture={<CassetteTape size={28} strokeWidth={1.5} />} title="No episodes yet">
        They are written in the editorial admin, or made from a file under “LibreTime tracks”.
      </ListState>
    );
  }
  const words = filters.text.trim();
  const title = words ? `Nothing is called “${words}”` : "No episode fits these filters";
  return (
    <ListState
      picture={<SearchX size={28} strokeWidth={1.5} />}
      title={title}
      action={
        <Button onClick={() => onFilters(isNarrowed(filters) ? lifted(filters) : { text: "" })}>
          {isNarrowed(filters) ? "Clear the filters" : "Clear the search"}
        </Button>
      }
    >
      {words && isNarrowed(filters)
        ? "Among what the filters leave, that is."
        : words
          ? "Titles, shows, hosts, genres and tags were searched."
          : "What each one hides is counted above."}
    </ListState>
  );
}
