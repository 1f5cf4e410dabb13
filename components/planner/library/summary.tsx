import { ChevronDown, X } from "lucide-react";
import { useWords } from "@/components/language/use-words";
import type { Words } from "@/components/language/words";
import { hiddenText, isNarrowed, lifted, type Filters } from "./filters";
import { sorts, type LibrarySort } from "./library-episode";
import type { SearchPage } from "./library-answers";
import styles from "./summary.module.css";

type Props = {
  readonly page: SearchPage | undefined;
  readonly filters: Filters;
  readonly onFilters: (change: Partial<Filters>) => void;
};

/** How many of how many, in which order, and what each filter hides, with the way to see it again. */
export function Summary({ page, filters, onFilters }: Props) {
  const words = useWords();
  const { t } = words;
  const hidden = (page?.hidden ?? []).flatMap((each) => hiddenText(words, each) ?? []);
  return (
    <div className={styles.summary}>
      <div className={styles.line}>
        <p role="status">{page ? countText(words, page) : "\u00a0"}</p>
        <span className={styles.order}>
          <select
            className={styles.sort}
            aria-label={t("library.sort.label")}
            value={filters.sort}
            onChange={(event) => onFilters({ sort: event.target.value as LibrarySort })}
          >
            {Object.entries(sorts).map(([sort, key]) => (
              <option key={sort} value={sort}>
                {t(key)}
              </option>
            ))}
          </select>
          <ChevronDown size={12} aria-hidden="true" />
        </span>
      </div>
      {isNarrowed(filters) && (
        <p className={styles.hidden}>
          {hidden.length > 0 && t("library.hidden.label")}
          {hidden.map(({ text, lift }) => (
            <button
              key={text}
              type="button"
              className={styles.lift}
              aria-label={t("library.hidden.show", { what: text })}
              onClick={() => onFilters(lift)}
            >
              {text}
              <X size={11} aria-hidden="true" />
            </button>
          ))}
          <button type="button" className={styles.all} onClick={() => onFilters(lifted(filters))}>
            {t("library.filters.clear")}
          </button>
        </p>
      )}
    </div>
  );
}

function countText({ t }: Words, { total, all }: SearchPage): string {
  return total === all
    ? t("library.episodes.count", { count: all })
    : t("library.episodes.countOfAll", { count: total, all });
}
