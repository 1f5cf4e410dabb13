import { useWords } from "@/components/language/use-words";
import { ToggleChip, PanelChip } from "./chip";
import { Choices } from "./choices";
import styles from "./filter-bar.module.css";
import { LATELY_DAYS, type Filters } from "./filters";
import { LengthChoice } from "./length-choice";
import { anyLength, rangeText } from "./lengths";
import type { Facets } from "./library-answers";

type Props = {
  readonly filters: Filters;
  readonly onFilters: (change: Partial<Filters>) => void;
  readonly facets: Facets;
};

/** The filters as chips: what is on says so in its own words. */
export function FilterBar({ filters, onFilters, facets }: Props) {
  const words = useWords();
  const { t } = words;
  const { readyOnly, length, aired, showIds, genres, tags } = filters;
  const shows = facets.shows.map(({ id, title, colour }) => ({ id, text: title, colour }));
  const chosenShows = shows.filter(({ id }) => showIds.includes(id)).map(({ text }) => text);
  const named = (values: readonly string[]) => values.map((text) => ({ id: text, text }));
  return (
    <div className={styles.bar} role="group" aria-label={t("library.filters.label")}>
      <ToggleChip on={readyOnly} onToggle={() => onFilters({ readyOnly: !readyOnly })}>
        {t("library.filters.ready")}
      </ToggleChip>
      <PanelChip
        name={t("library.filters.length")}
        text={length === anyLength ? t("library.filters.length") : rangeText(words, length)}
        on={length !== anyLength}
      >
        {(close) => <LengthChoice range={length} onRange={(range) => onFilters({ length: range })} onDone={close} />}
      </PanelChip>
      <PanelChip
        name={t("library.filters.shows")}
        text={t("library.filters.showsChosen", chosenOf(chosenShows))}
        on={showIds.length > 0}
      >
        {(close) => (
          <Choices
            find={t("library.filters.findShow")}
            groups={[{ choices: shows, chosen: showIds, onChosen: (chosen) => onFilters({ showIds: chosen }) }]}
            onDone={close}
          />
        )}
      </PanelChip>
      <PanelChip
        name={t("library.filters.genreAndTags")}
        text={t("library.filters.genresAndTagsChosen", chosenOf([...genres, ...tags]))}
        on={genres.length + tags.length > 0}
      >
        {(close) => (
          <Choices
            find={t("library.filters.findGenreOrTag")}
            onDone={close}
            groups={[
              {
                heading: t("library.filters.genres"),
                choices: named(facets.genres),
                chosen: genres,
                onChosen: (chosen) => onFilters({ genres: chosen }),
              },
              {
                heading: t("library.filters.tags"),
                choices: named(facets.tags),
                chosen: tags,
                onChosen: (chosen) => onFilters({ tags: chosen }),
              },
            ]}
          />
        )}
      </PanelChip>
      <ToggleChip
        on={aired === "not-lately"}
        onToggle={() => onFilters({ aired: aired === "not-lately" ? "any" : "not-lately" })}
      >
        {t("library.filters.notAiredFor", { days: LATELY_DAYS })}
      </ToggleChip>
      <ToggleChip on={aired === "never"} onToggle={() => onFilters({ aired: aired === "never" ? "any" : "never" })}>
        {t("library.filters.neverAired")}
      </ToggleChip>
    </div>
  );
}

function chosenOf(names: readonly string[]): { readonly count: number; readonly only: string } {
  return { count: names.length, only: names[0] ?? "" };
}
