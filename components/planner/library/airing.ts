import { instant, type Instant } from "@/domain/time";
import { dayAt, wallClockAt, wallClockOn, type Zone } from "@/domain/zone";
import { clockText, whenText } from "../time-words";

const DAY_MS = 24 * 3_600_000;
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/**
 * When it was or will be heard, as short as a card has room: "next Tue 20:00" within a week, "next 9 Dec"
 * after that, "last 4 Oct", "last Oct 2024" in another year, "never aired". What is to come says more
 * than what was: it is what a programmer would plan twice.
 */
export function airingText(zone: Zone, now: Instant, { lastAiredAt, nextAiringAt }: { readonly lastAiredAt: string | null; readonly nextAiringAt: string | null }): string {
  if (nextAiringAt !== null) return `next ${comingText(zone, now, instant(Date.parse(nextAiringAt)))}`;
  if (lastAiredAt !== null) return `last ${dateText(zone, now, instant(Date.parse(lastAiredAt)))}`;
  return "never aired";
}

function comingText(zone: Zone, now: Instant, at: Instant): string {
  const days = (wallClockOn(dayAt(zone, at)) - wallClockOn(dayAt(zone, now))) / DAY_MS;
  if (days === 0) return `today ${clockText(zone, at)}`;
  return days > 0 && days < 7 ? whenText(zone, at) : dateText(zone, now, at);
}

function dateText(zone: Zone, now: Instant, at: Instant): string {
  const [there, here] = [wallClockAt(zone, at), wallClockAt(zone, now)].map((wall) => new Date(wall)) as [Date, Date];
  const month = months[there.getUTCMonth()];
  return there.getUTCFullYear() === here.getUTCFullYear() ? `${there.getUTCDate()} ${month}` : `${month} ${there.getUTCFullYear()}`;
}
