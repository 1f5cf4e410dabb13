import { ChevronDown, X } from "lucide-react";
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
  const hidden = (page?.hidden ?? []).flatMap((each) => hiddenText(each) ?? []);
  return (
    <div className={styles.summary}>
      <div className={styles.line}>
        <p role="status">{page ? countText(page) : "\u00a0"}</p>
        <span className={styles.order}>
          <select
            className={styles.sort}
            aria-label="Order"
            value={filters.sort}
            onChange={(event) => onFilters({ sort: event.target.value as LibrarySort })}
          >
            {Object.entries(sorts).map(([sort, words]) => (
              <option key={sort} value={sort}>
                {words}
              </option>
            ))}
          </select>
          <ChevronDown size={12} aria-hidden="true" />
        </span>
      </div>
      {isNarrowed(filters) && (
        <p className={styles.hidden}>
          {hidden.length > 0 && "Hidden:"}
          {hidden.map(({ words, lift }) => (
            <button
              key={words}
              type="button"
              className={styles.lift}
              aria-label={`Show what is hidden: ${words}`}
              onClick={() => onFilters(lift)}
            >
              {words}
              <X size={11} aria-hidden="true" />
            </button>
          ))}
          <button type="button" className={styles.all} onClick={() => onFilters(lifted(filters))}>
            Clear filters
          </button>
        </p>
      )}
    </div>
  );
}

function countText({ total, all }: SearchPage): string {
  const [some, of] = [total, all].map((count) => count.toLocaleString("en-GB"));
  return total === all ? `${of} episode${all === 1 ? "" : "s"}` : `${some} of ${of} episodes`;
}
