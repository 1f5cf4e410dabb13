import type { AiringView } from "@/domain/airings";
import { instant, type Instant } from "@/domain/time";
import { dayAt, type Zone } from "@/domain/zone";
import { clockText, shortDate } from "./time-words";

/** Day and time where the week is not in sight: "Tue 24 Nov, 20:00"; with its year when that is not the other's. */
export function dateClockText(zone: Zone, at: Instant, seenFrom: Instant): string {
  const [day, other] = [dayAt(zone, at), dayAt(zone, seenFrom)];
  return `${shortDate(day)}${day.slice(0, 4) === other.slice(0, 4) ? "" : ` ${day.slice(0, 4)}`}, ${clockText(zone, at)}`;
}

/** What a slot is to its episode: "premiere", or "rerun of Tue 24 Nov, 20:00", with the year when that is not the slot's own. */
export function airingWords(zone: Zone, startsAt: Instant, airing: AiringView): string {
  return airing.kind === "premiere"
    ? "premiere"
    : `rerun of ${dateClockText(zone, instant(Date.parse(airing.of)), startsAt)}`;
}
