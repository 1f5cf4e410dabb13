import type { StationChange } from "@/domain/fingerprint/judge";
import { type ProblemOnWire, problemOnWire } from "@/domain/problems";
import { mayPlan } from "@/domain/roles";
import { onWire } from "@/domain/slots";
import { floorToSecond, formatInstant, instant } from "@/domain/time";
import type { Actor } from "@/server/cms/records";
import { logSchedule } from "@/server/log";
import { Refusal } from "@/server/refusal";
import type { Deps } from "./deps";
import { stationChange } from "./fingerprint/look";
import { onAirNow, type HeardThing } from "./on-air-now";

/** Something that is heard from one time to another without a break, as far as people see it. */
export type OnAir = {
  readonly title: string;
  readonly showName: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly colour: string | null;
  readonly live: boolean;
};

/** What the head of the page says. */
export type StationStatus = {
  readonly name: string;
  readonly timeZone: string;
  readonly now: string;
  /** When LibreTime last answered; null when it never did. */
  readonly seenAt: string | null;
  /** Why LibreTime cannot be planned at the moment. */
  readonly problem: ProblemOnWire | null;
  /** Planning is paused: it is another LibreTime than our records belong to, or an earlier state of it. */
  readonly stationChange: StationChange["station"] | null;
  /** What is heard at this moment; null while nothing is. */
  readonly onAir: OnAir | null;
  /** What is heard on top of it; absent when nothing is. */
  readonly alsoOnAir?: readonly OnAir[];
  /** What is heard next, and when; null when nothing is within a day. */
  readonly next: OnAir | null;
  /** Because of this one, playout cannot read the schedule: nobody can say what is heard. */
  readonly silencedBy?: Pick<OnAir, "title" | "showName" | "startsAt">;
  readonly me: { readonly id: string; readonly name: string; readonly role: Actor["role"]; readonly canPlan: boolean };
};

/** How the station stands: what is on air, and how fresh that knowledge is. */
export async function stationStatus(deps: Deps, actor: Actor): Promise<StationStatus> {
  const now = deps.now();
  const heard = await onAirNow(deps).catch((cause: unknown) => {
    if (cause instanceof Refusal) return cause;
    throw cause;
  });
  const isRefused = heard instanceof Refusal;
  const [onAir, ...also] = isRefused ? [] : heard.now;
  const unreadable = isRefused ? null : heard.unreadable;
  const { seenAt, failure } = deps.mirror.freshness();
  const problem = isRefused ? heard.problem : (failure?.problem ?? deps.mirror.problem(now));
  const lastSeen = Math.max(seenAt ?? 0, isRefused ? 0 : Date.parse(heard.list.asOf));
  return {
    name: deps.stationName,
    timeZone: deps.zone.name,
    now: formatInstant(floorToSecond(now)),
    seenAt: lastSeen > 0 ? formatInstant(floorToSecond(instant(lastSeen))) : null,
    problem: problem ? problemOnWire(problem) : null,
    stationChange: (await stationChange(deps))?.station ?? null,
    onAir: onAir ? asOnAir(onAir) : null,
    ...(also.length > 0 ? { alsoOnAir: also.map(asOnAir) } : {}),
    next: isRefused || !heard.next ? null : asOnAir(heard.next),
    ...(unreadable
      ? { silencedBy: { ...unreadable.thing, startsAt: formatInstant(floorToSecond(unreadable.row.startsAt)) } }
      : {}),
    me: { id: actor.id, name: actor.name, role: actor.role, canPlan: mayPlan(actor.role) },
  };
}

function asOnAir({ title, showName, colour, live, ...times }: HeardThing): OnAir {
  return { title, showName, colour, live, ...onWire(times) };
}

/** Reads LibreTime anew, now. */
export async function refreshStation(deps: Deps): Promise<{ readonly seenAt: string }> {
  deps.windows.drop();
  await deps.mirror.refresh();
  // Weeks of slots take seconds to compare: whoever asked is not kept waiting for them.
  void deps.inbox.look().catch((cause: unknown) => logSchedule.failure(cause, []));
  deps.news.publish({ kind: "slots-changed" });
  return { seenAt: formatInstant(floorToSecond(deps.now())) };
}
