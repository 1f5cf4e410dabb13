import type { AiringView } from "@/domain/airings";
import { instant, type Instant } from "@/domain/time";
import { dayAt } from "@/domain/zone";
import type { Words } from "@/components/language/words";
import { clockText, shortDate } from "./time-words";

/** Day and time where the week is not in sight: "Tue 24 Nov, 20:00"; with its year when that is not the other's. */
export function dateClockText(words: Words, at: Instant, seenFrom: Instant): string {
  const [day, other] = [dayAt(words.zone, at), dayAt(words.zone, seenFrom)];
  const [date, year, clock] = [shortDate(words, day), day.slice(0, 4), clockText(words, at)];
  return year === other.slice(0, 4)
    ? words.t("airing.dateAndClock", { date, clock })
    : words.t("airing.dateYearAndClock", { date, year, clock });
}

/** What a slot is to its episode: "premiere", or "rerun of Tue 24 Nov, 20:00", with the year when that is not the slot's own. */
export function airingWords(words: Words, startsAt: Instant, airing: AiringView): string {
  if (airing.kind === "premiere") return words.t("airing.premiere");
  return words.t("airing.rerun", { of: dateClockText(words, instant(Date.parse(airing.of)), startsAt) });
}
