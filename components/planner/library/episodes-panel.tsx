import { CassetteTape, SearchX, Unplug } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useRef, type ReactNode } from "react";
import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { useToasts } from "@/components/ui/toasts";
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
  readonly filters: Filters;
  readonly onFilters: (change: Partial<Filters>) => void;
};

/** The episodes: the words, the filters, the count, the list. */
export function EpisodesPanel({ filters, onFilters, canPlan, onPickUp, onWhere, selectedId = null }: Props) {
  const words = useWords();
  const { t } = words;
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
      const { title, ready } = episode;
      if (ready === true) return;
      const reason = reasonSentence(words, ready.reason, ready.was);
      toasts.show({ tone: "problem", text: words.t("library.episodes.notPlannable", { title, reason }) });
    },
    [toasts, words],
  );

  const shown = (): ReactNode => {
    if (newest && newest.total > 0) {
      return (
        <EpisodeList
          episodes={episodes}
          total={newest.total}
          question={question}
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
          title={t("library.episodes.failed")}
          action={<Button onClick={() => void refetch()}>{t("common.tryAgain")}</Button>}
        >
          {whyNot(words, error)}
        </ListState>
      );
    }
    return <NothingFound filters={asked} all={newest?.all ?? 0} onFilters={onFilters} />;
  };
  return (
    <>
      <div className={styles.head}>
        <SearchField
          label={t("library.episodes.search")}
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
  const t = useTranslations();
  if (all === 0) {
    return (
      <ListState picture={<CassetteTape size={28} strokeWidth={1.5} />} title={t("library.episodes.none")}>
        {t("library.episodes.noneWhy")}
      </ListState>
    );
  }
  const text = filters.text.trim();
  const title = text ? t("library.nothingCalled", { text }) : t("library.episodes.noneFits");
  return (
    <ListState
      picture={<SearchX size={28} strokeWidth={1.5} />}
      title={title}
      action={
        <Button onClick={() => onFilters(isNarrowed(filters) ? lifted(filters) : { text: "" })}>
          {isNarrowed(filters) ? t("library.episodes.clearFilters") : t("library.clearSearch")}
        </Button>
      }
    >
      {text && isNarrowed(filters)
        ? t("library.episodes.searchedFiltered")
        : text
          ? t("library.episodes.searched")
          : t("library.episodes.noneFitsWhy")}
    </ListState>
  );
}
