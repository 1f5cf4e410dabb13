import type { ReactNode } from "react";
import { useWords } from "@/components/language/use-words";
import type { Words } from "@/components/language/words";
import { changeSentence } from "@/components/station-changed/change-words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { instant } from "@/domain/time";
import { dayAt } from "@/domain/zone";
import { problemText } from "./problem-text";
import { refusedBy } from "./refused";
import { clockText, whenText } from "./time-words";
import { useRefresh } from "./use-refresh";
import type { PlannerState } from "./use-planner";
import { useStationStatus } from "./use-station";

/** What is wrong with what is seen, in words, above the grid; and a quiet note for those who only read. */
export function PlannerNotices({ planner, canPlan }: { readonly planner: PlannerState; readonly canPlan: boolean }) {
  const words = useWords();
  const { t, zone } = words;
  const { slots, today } = planner;
  const { data: status } = useStationStatus();
  const refresh = useRefresh(slots.look);
  const again = (
    <Button busy={refresh.isPending} onClick={refresh.again}>
      {t("common.tryAgain")}
    </Button>
  );
  if (slots.error && !slots.list)
    return (
      <Banner tone="problem" action={actionFor(words, slots.error, again)}>
        {whyOf(words, slots.error)} {t("notice.notShown")}
      </Banner>
    );
  // The list alone says whether it is old: what is known of LibreTime otherwise may be newer or older than it.
  if (slots.list?.stale) {
    const seen = instant(Math.floor(Date.parse(slots.list.asOf) / 60_000) * 60_000);
    const since = dayAt(zone, seen) === today ? clockText(words, seen) : whenText(words, seen);
    const silent =
      status?.problem && status.problem.code !== "LIBRETIME_UNREACHABLE"
        ? problemText(words, status.problem)
        : t("notice.silentSince", { since });
    return (
      <Banner tone="problem" action={again}>
        {silent} {t("notice.paused", { since })}
      </Banner>
    );
  }
  if (status?.stationChange) {
    const isAdmin = status.me.role === "admin";
    return (
      <Banner tone="problem" {...(isAdmin && { action: <a href="/station-changed">{t("notice.seeDifferences")}</a> })}>
        {changeSentence(words, status.stationChange)} {isAdmin ? t("notice.pausedForYou") : t("notice.pausedForAdmin")}
      </Banner>
    );
  }
  if (slots.error)
    return (
      <Banner tone="warning" action={actionFor(words, slots.error, again)}>
        {whyOf(words, slots.error)} {t("notice.mayBeOld")}
      </Banner>
    );
  if (!canPlan) return <Banner tone="note">{t("notice.readOnly")}</Banner>;
  return null;
}

/** Why the week could not be read. */
function whyOf(words: Words, error: unknown): string {
  const { t } = words;
  const { code, sentence } = refusedBy(words, error);
  if (code === "NO_ANSWER") return t("notice.airweekSilent");
  return code === "LIBRETIME_UNREACHABLE" ? t("notice.libretimeSilent") : sentence;
}

function actionFor(words: Words, error: unknown, again: ReactNode): ReactNode {
  return refusedBy(words, error).code === "UNAUTHENTICATED" ? (
    <a href="/login">{words.t("common.signInAgain")}</a>
  ) : (
    again
  );
}
