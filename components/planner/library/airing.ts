import type { Words } from "@/components/language/words";
import { instant, type Instant } from "@/domain/time";
import { dayAt, wallClockOn } from "@/domain/zone";
import { dateClockText } from "../airing-words";
import { clockText, monthOf, whenText } from "../time-words";
import type { LibraryEpisode } from "./library-episode";

const DAY_MS = 24 * 3_600_000;

type Airings = Pick<LibraryEpisode, "lastAiredAt" | "nextAiringAt" | "premiereAt">;

/**
 * When it was or will be heard, as short as a card has room: "premiere Tue 20:00" or "rerun Tue 20:00" within a
 * week, "rerun 9 Dec" after that, "last 4 Oct", "last Oct 2024" in another year, "never aired". What is to come
 * says more than what was: it is what a programmer would plan twice.
 */
export function airingText(words: Words, now: Instant, { lastAiredAt, nextAiringAt, premiereAt }: Airings): string {
  const { t } = words;
  if (nextAiringAt !== null) {
    const when = comingText(words, now, instant(Date.parse(nextAiringAt)));
    return nextAiringAt === premiereAt ? t("library.airing.premiere", { when }) : t("library.airing.rerun", { when });
  }
  if (lastAiredAt === null) return t("library.airing.never");
  return t("library.airing.last", { date: dateText(words, now, instant(Date.parse(lastAiredAt))) });
}

/** What it would be if it were planned again, for who points at the card. */
export function againText(words: Words, now: Instant, { premiereAt }: Airings): string {
  if (premiereAt === null) return words.t("library.airing.wouldBePremiere");
  const when = dateClockText(words, instant(Date.parse(premiereAt)), now);
  return words.t("library.airing.wouldBeRerun", { when });
}

function comingText(words: Words, now: Instant, at: Instant): string {
  const { t, zone } = words;
  const days = (wallClockOn(dayAt(zone, at)) - wallClockOn(dayAt(zone, now))) / DAY_MS;
  if (days === 0) return t("library.airing.today", { clock: clockText(words, at) });
  return days > 0 && days < 7 ? whenText(words, at) : dateText(words, now, at);
}

function dateText(words: Words, now: Instant, at: Instant): string {
  const { t, zone } = words;
  const [there, here] = [dayAt(zone, at), dayAt(zone, now)];
  const [month, year] = [monthOf(words, there, "short"), there.slice(0, 4)];
  return year === here.slice(0, 4)
    ? t("library.airing.dayAndMonth", { day: String(Number(there.slice(8))), month })
    : t("library.airing.monthAndYear", { month, year });
}
