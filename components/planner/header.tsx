import { ChevronLeft, ChevronRight } from "lucide-react";
import { useWords } from "@/components/language/use-words";
import { Button, IconButton } from "@/components/ui/button";
import { AvatarMenu } from "./avatar-menu";
import { Freshness } from "./freshness";
import styles from "./header.module.css";
import { HolesButton } from "./patterns/holes-button";
import { GapsPanel } from "./gaps-panel";
import { History } from "./history";
import { Inbox } from "./inbox";
import { OnAir } from "./on-air";
import type { PlannerProps } from "./planner-props";
import { longDay, shortDay, weekTitle } from "./time-words";
import type { Lead } from "./use-lead";
import type { PlannerState } from "./use-planner";
import { WeekMenu } from "./week-menu";
import type { PlannerView } from "./week-in-address";

type Props = {
  readonly planner: PlannerState;
  readonly stationName: string;
  readonly me: PlannerProps["me"];
  readonly isNarrow: boolean;
  readonly onLead: Lead;
};

const views = ["week", "day", "list"] as const satisfies readonly PlannerView[];

/** The station, what is on air, the week, how it is looked at, how fresh LibreTime is, and you. Nothing else. */
export function Header({ planner, stationName, me, isNarrow, onLead }: Props) {
  const words = useWords();
  const { t } = words;
  const { week, today, days, isDayShown } = planner;
  const step = isDayShown ? 1 : 7;
  const unit = isDayShown ? "day" : "week";
  return (
    <header className={styles.header}>
      <h1 className={styles.station}>
        <b>Airweek</b> <span>{stationName}</span>
      </h1>
      <OnAir now={planner.now} />
      <nav className={styles.week} aria-label={t("header.week")}>
        <Button
          className={styles.today ?? ""}
          onClick={() => week.go({ day: today })}
          disabled={days.includes(today)}
          aria-keyshortcuts="t"
        >
          {t("header.today")}
        </Button>
        <span className={styles.arrows}>
          <IconButton
            look="plain"
            label={t("header.previous", { unit })}
            aria-keyshortcuts="k"
            onClick={() => week.by(-step)}
          >
            <ChevronLeft size={15} aria-hidden="true" />
          </IconButton>
          <IconButton
            look="plain"
            label={t("header.next", { unit })}
            aria-keyshortcuts="j"
            onClick={() => week.by(step)}
          >
            <ChevronRight size={15} aria-hidden="true" />
          </IconButton>
        </span>
        <h2 className={styles.title} aria-live="polite">
          {isNarrow ? shortDay(words, week.day) : isDayShown ? longDay(words, week.day) : weekTitle(words, week.monday)}
        </h2>
        {me.canPlan && <WeekMenu monday={week.monday} day={isDayShown ? week.day : null} onOpen={planner.beside.set} />}
      </nav>
      <div className={styles.views} role="group" aria-label={t("header.views")}>
        {views
          .filter((view) => !(isNarrow && view === "week"))
          .map((view) => (
            <button
              key={view}
              type="button"
              aria-pressed={week.view === view || (isNarrow && view === "day" && week.view === "week")}
              aria-keyshortcuts={view[0]}
              onClick={() => week.go({ view })}
            >
              {t(`header.view.${view}`)}
            </button>
          ))}
      </div>
      <Freshness now={planner.now} isStale={planner.slots.list?.stale === true} />
      {me.canPlan && <HolesButton holes={planner.holes} onOpen={() => planner.beside.set({ kind: "fill" })} />}
      <GapsPanel planner={planner} canPlan={me.canPlan} onLead={onLead} />
      <Inbox planner={planner} onLead={onLead} />
      {me.canPlan && <History now={planner.now} onUndo={planner.acts.undoEntry} />}
      <AvatarMenu me={me} />
    </header>
  );
}
