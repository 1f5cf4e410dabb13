import type { ReactNode } from "react";
import { changeSentence } from "@/components/station-changed/change-words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { instant } from "@/domain/time";
import { dayAt } from "@/domain/zone";
import { refusedBy } from "./refused";
import { clockText, whenText } from "./time-words";
import { useRefresh } from "./use-refresh";
import type { PlannerState } from "./use-planner";
import { useStationStatus } from "./use-station";

/** What is wrong with what is seen, in words, above the grid; and a quiet note for those who only read. */
export function PlannerNotices({ planner, canPlan }: { readonly planner: PlannerState; readonly canPlan: boolean }) {
  const { slots, zone, today } = planner;
  const { data: status } = useStationStatus();
  const refresh = useRefresh(slots.look);
  const again = (
    <Button busy={refresh.isPending} onClick={refresh.again}>
      Try again
    </Button>
  );
  if (slots.error && !slots.list)
    return (
      <Banner tone="problem" action={actionFor(slots.error, again)}>
        {whyOf(slots.error)} The week cannot be shown.
      </Banner>
    );
  // The list alone says whether it is old: what is known of LibreTime otherwise may be newer or older than it.
  if (slots.list?.stale) {
    const seen = instant(Date.parse(slots.list.asOf));
    const since =
      dayAt(zone, seen) === today
        ? clockText(zone, instant(Math.floor(seen / 60_000) * 60_000))
        : whenText(zone, instant(Math.floor(seen / 60_000) * 60_000));
    const silent =
      status?.problem && status.problem.code !== "LIBRETIME_UNREACHABLE"
        ? status.problem.error
        : `LibreTime has not answered since ${since}.`;
    return (
      <Banner tone="problem" action={again}>
        {silent} What you see is from {since}; planning is paused.
      </Banner>
    );
  }
  if (status?.stationChange) {
    const isAdmin = status.me.role === "admin";
    return (
      <Banner tone="problem" {...(isAdmin && { action: <a href="/station-changed">See what differs</a> })}>
        {changeSentence(status.stationChange)} Planning is paused until {isAdmin ? "you have" : "an admin has"} looked.
        What you see is what is there.
      </Banner>
    );
  }
  if (slots.error)
    return (
      <Banner tone="warning" action={actionFor(slots.error, again)}>
        {whyOf(slots.error)} What you see may be old.
      </Banner>
    );
  if (!canPlan) return <Banner tone="note">You can look at the week. Programmers plan it.</Banner>;
  return null;
}

/** Why the week could not be read. */
function whyOf(error: unknown): string {
  const { code, sentence } = refusedBy(error);
  if (code === "NO_ANSWER") return "Airweek does not answer. Check the connection.";
  return code === "LIBRETIME_UNREACHABLE" ? "LibreTime does not answer." : sentence;
}

function actionFor(error: unknown, again: ReactNode): ReactNode {
  return refusedBy(error).code === "UNAUTHENTICATED" ? <a href="/login">Sign in again</a> : again;
}
