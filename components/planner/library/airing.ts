import { instant, type Instant } from "@/domain/time";
import { dayAt, wallClockAt, wallClockOn, type Zone } from "@/domain/zone";
import { dateClockText } from "../airing-words";
import { clockText, whenText } from "../time-words";
import type { LibraryEpisode } from "./library-episode";

const DAY_MS = 24 * 3_600_000;
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

type Airings = Pick<LibraryEpisode, "lastAiredAt" | "nextAiringAt" | "premiereAt">;

/**
 * When it was or will be heard, as short as a card has room: "premiere Tue 20:00" or "rerun Tue 20:00" within a
 * week, "rerun 9 Dec" after that, "last 4 Oct", "last Oct 2024" in another year, "never aired". What is to come
 * says more than what was: it is what a programmer would plan twice.
 */
export function airingText(zone: Zone, now: Instant, { lastAiredAt, nextAiringAt, premiereAt }: Airings): string {
  if (nextAiringAt !== null)
    return `${nextAiringAt === premiereAt ? "premiere" : "rerun"} ${comingText(zone, now, instant(Date.parse(nextAiringAt)))}`;
  if (lastAiredAt !== null) return `last ${dateText(zone, now, instant(Date.parse(lastAiredAt)))}`;
  return "never aired";
}

/** What it would be if it were planned again, for who points at the card. */
export function againText(zone: Zone, now: Instant, { premiereAt }: Airings): string {
  return premiereAt === null
    ? "Not planned yet: its first slot will be the premiere."
    : `Planned again after that, it is a rerun of ${dateClockText(zone, instant(Date.parse(premiereAt)), now)}.`;
}

function comingText(zone: Zone, now: Instant, at: Instant): string {
  const days = (wallClockOn(dayAt(zone, at)) - wallClockOn(dayAt(zone, now))) / DAY_MS;
  if (days === 0) return `today ${clockText(zone, at)}`;
  return days > 0 && days < 7 ? whenText(zone, at) : dateText(zone, now, at);
}

function dateText(zone: Zone, now: Instant, at: Instant): string {
  const [there, here] = [wallClockAt(zone, at), wallClockAt(zone, now)].map((wall) => new Date(wall)) as [Date, Date];
  const month = months[there.getUTCMonth()];
  return there.getUTCFullYear() === here.getUTCFullYear()
    ? `${there.getUTCDate()} ${month}`
    : `${month} ${there.getUTCFullYear()}`;
}
