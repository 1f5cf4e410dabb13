import type { Words } from "@/components/language/words";
import type { ShowId } from "@/domain/ids";
import { earlier, formatInstant, hours, instant, type Instant } from "@/domain/time";
import { anyLength, type LengthRange } from "./lengths";
import type { LibrarySort } from "./library-episode";

/** What the programmer narrowed the library to. */
export type Filters = {
  readonly text: string;
  readonly readyOnly: boolean;
  readonly length: LengthRange;
  /** At most one of these two can be meant: what was never aired was not aired lately either. */
  readonly aired: "any" | "not-lately" | "never";
  readonly showIds: readonly ShowId[];
  readonly genres: readonly string[];
  readonly tags: readonly string[];
  readonly sort: LibrarySort;
};

export const noFilters: Filters = {
  text: "",
  readyOnly: false,
  length: anyLength,
  aired: "any",
  showIds: [],
  genres: [],
  tags: [],
  sort: "longest-unaired",
};

/** "Not aired for 30 days". */
export const LATELY_DAYS = 30;

/** The question to the server. `now` is cut to the hour, so that the same filters are the same question for a while. */
export function searchInput(filters: Filters, now: Instant) {
  const { text, length, aired, showIds, genres, tags } = filters;
  const hour = instant(Math.floor(now / 3_600_000) * 3_600_000);
  return {
    q: text.trim() || undefined,
    readyOnly: filters.readyOnly || undefined,
    // "up to 65 min" has the one of 65:00, and "over 65 min" has it too.
    minSeconds: length.fromMinutes === null ? undefined : length.fromMinutes * 60,
    maxSeconds: length.toMinutes === null ? undefined : length.toMinutes * 60,
    notAiredSince: aired === "not-lately" ? formatInstant(earlier(hour, hours(24 * LATELY_DAYS))) : undefined,
    neverAired: aired === "never" || undefined,
    showIds: listed(showIds),
    genres: listed(genres),
    tags: listed(tags),
    sort: filters.sort,
  };
}

function listed(values: readonly string[]): string[] | undefined {
  return values.length > 0 ? [...values] : undefined;
}

/** Is anything narrowed, apart from the words searched for? */
export function isNarrowed(filters: Filters): boolean {
  const { readyOnly, length, aired, showIds, genres, tags } = filters;
  return (
    readyOnly ||
    length.fromMinutes !== null ||
    length.toMinutes !== null ||
    aired !== "any" ||
    showIds.length + genres.length + tags.length > 0
  );
}

/** The change that shows everything again, in the same order and for the same words. */
export function lifted({ text, sort }: Filters): Filters {
  return { ...noFilters, text, sort };
}

/** What a filter hides is counted under these names; the change shows it again. */
const lifts = {
  ready: { readyOnly: false },
  length: { length: anyLength },
  aired: { aired: "any" },
  shows: { showIds: [] },
  genres: { genres: [] },
  tags: { tags: [] },
} as const satisfies Record<string, Partial<Filters>>;

function isHiding(reason: string): reason is keyof typeof lifts {
  return Object.hasOwn(lifts, reason);
}

type Hidden = { readonly reason: string; readonly count: number };

/** One of the counts in words, with the filters that show them again: "37 by length". Null for a filter that we do not know. */
export function hiddenText(
  { t }: Words,
  { reason, count }: Hidden,
): { readonly text: string; readonly lift: Partial<Filters> } | null {
  if (count < 1 || !isHiding(reason)) return null;
  return { text: t(`library.hidden.${reason}`, { count }), lift: lifts[reason] };
}
