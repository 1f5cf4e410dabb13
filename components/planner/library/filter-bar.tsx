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
  const { readyOnly, length, aired, showIds, genres, tags } = filters;
  const shows = facets.shows.map(({ id, title, colour }) => ({ id, text: title, colour }));
  const named = (values: readonly string[]) => values.map((text) => ({ id: text, text }));
  return (
    <div className={styles.bar} role="group" aria-label="Filters">
      <ToggleChip on={readyOnly} onToggle={() => onFilters({ readyOnly: !readyOnly })}>
        Ready
      </ToggleChip>
      <PanelChip name="Length" text={length === anyLength ? "Length" : rangeText(length)} on={length !== anyLength}>
        {(close) => <LengthChoice range={length} onRange={(range) => onFilters({ length: range })} onDone={close} />}
      </PanelChip>
      <PanelChip
        name="Shows"
        text={chosenText(
          shows.filter(({ id }) => showIds.includes(id)).map(({ text }) => text),
          "Shows",
          "shows",
        )}
        on={showIds.length > 0}
      >
        {(close) => (
          <Choices
            find="Find a show"
            groups={[{ choices: shows, chosen: showIds, onChosen: (chosen) => onFilters({ showIds: chosen }) }]}
            onDone={close}
          />
        )}
      </PanelChip>
      <PanelChip
        name="Genre and tags"
        text={chosenText([...genres, ...tags], "Genre", "genres, tags")}
        on={genres.length + tags.length > 0}
      >
        {(close) => (
          <Choices
            find="Find a genre or tag"
            onDone={close}
            groups={[
              {
                heading: "Genres",
                choices: named(facets.genres),
                chosen: genres,
                onChosen: (chosen) => onFilters({ genres: chosen }),
              },
              {
                heading: "Tags",
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
        Not aired for {LATELY_DAYS} days
      </ToggleChip>
      <ToggleChip on={aired === "never"} onToggle={() => onFilters({ aired: aired === "never" ? "any" : "never" })}>
        Never aired
      </ToggleChip>
    </div>
  );
}

function chosenText(chosen: readonly string[], none: string, many: string): string {
  if (chosen.length === 0) return none;
  return chosen.length === 1 ? chosen[0]! : `${chosen.length} ${many}`;
}
