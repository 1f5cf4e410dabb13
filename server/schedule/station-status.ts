import type { ProblemOnWire } from "@/domain/problems";
import { problemOnWire } from "@/domain/problems";
import { mayPlan } from "@/domain/roles";
import { DAY, earlier, floorToSecond, formatInstant, instant, later, hours } from "@/domain/time";
import type { Actor } from "@/server/cms/records";
import { logSchedule } from "@/server/log";
import { Refusal } from "@/server/refusal";
import type { Deps } from "./deps";
import { listSlots } from "./list-slots";

/** What is heard at this moment, as far as people see it. */
export type OnAir = { readonly title: string; readonly showName: string; readonly startsAt: string; readonly endsAt: string; readonly colour: string | null; readonly live: boolean };

/** What the head of the page says. */
export type StationStatus = {
  readonly name: string;
  readonly timeZone: string;
  readonly now: string;
  /** When LibreTime last answered; null when it never did. */
  readonly seenAt: string | null;
  /** Why LibreTime cannot be planned at the moment. */
  readonly problem: ProblemOnWire | null;
  readonly onAir: OnAir | null;
  readonly me: { readonly id: string; readonly name: string; readonly role: Actor["role"]; readonly canPlan: boolean };
};

/** How the station stands: what is on air, and how fresh that knowledge is. */
export async function stationStatus(deps: Deps, actor: Actor): Promise<StationStatus> {
  const now = deps.now();
  const list = await listSlots(deps, onAirWindow(now)).catch((cause: unknown) => {
    if (cause instanceof Refusal) return cause;
    throw cause;
  });
  const isRefused = list instanceof Refusal;
  const slot = isRefused ? undefined : list.slots.find((each) => each.state !== "missing" && Date.parse(each.startsAt) <= now && now < Date.parse(each.endsAt));
  const { seenAt, failure } = deps.mirror.freshness();
  const problem = isRefused ? list.problem : (failure?.problem ?? deps.mirror.problem(now));
  const lastSeen = Math.max(seenAt ?? 0, isRefused ? 0 : Date.parse(list.asOf));
  return {
    name: deps.stationName,
    timeZone: deps.zone.name,
    now: formatInstant(floorToSecond(now)),
    seenAt: lastSeen > 0 ? formatInstant(floorToSecond(instant(lastSeen))) : null,
    problem: problem ? problemOnWire(problem) : null,
    onAir: slot ? { title: slot.title, showName: slot.showName, startsAt: slot.startsAt, endsAt: slot.endsAt, colour: slot.colour, live: slot.live } : null,
    me: { id: actor.id, name: actor.name, role: actor.role, canPlan: mayPlan(actor.role) },
  };
}

/** A window that changes only by the hour, so that everybody who looks shares one request. */
function onAirWindow(now: number) {
  const hour = instant(Math.floor(now / 3_600_000) * 3_600_000);
  return { from: earlier(hour, DAY), to: later(hour, hours(2)) };
}

/** Reads LibreTime anew, now. */
export async function refreshStation(deps: Deps): Promise<{ readonly seenAt: string }> {
  deps.windows.drop();
  await deps.mirror.refresh();
  // Weeks of slots take seconds to compare: whoever asked is not kept waiting for them.
  void deps.inbox.look(deps).catch((cause: unknown) => logSchedule.failure(cause, []));
  deps.news.publish({ kind: "slots-changed" });
  return { seenAt: formatInstant(floorToSecond(deps.now())) };
}
