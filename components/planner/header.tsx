import { ChevronLeft, ChevronRight } from "lucide-react";
import { useMemo } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { AvatarMenu } from "./avatar-menu";
import { Freshness } from "./freshness";
import styles from "./header.module.css";
import { GapsPanel } from "./gaps-panel";
import { History } from "./history";
import { LookAt } from "./look-at";
import { OnAir } from "./on-air";
import type { PlannerProps } from "./planner";
import { toLookAt } from "./to-look-at";
import { longDay, shortDay, weekTitle } from "./time-words";
import type { Lead } from "./use-lead";
import type { PlannerState } from "./use-planner";
import { useDrift } from "./use-station";
import type { PlannerView } from "./use-week";

type Props = { readonly planner: PlannerState; readonly stationName: string; readonly me: PlannerProps["me"]; readonly isNarrow: boolean; readonly onLead: Lead };

const views: readonly (readonly [PlannerView, string])[] = [["week", "Week"], ["day", "Day"], ["list", "List"]];

/** The station, what is on air, the week, how it is looked at, how fresh LibreTime is, and you. Nothing else. */
export function Header({ planner, stationName, me, isNarrow, onLead }: Props) {
  const { week, today, days, isDayShown } = planner;
  const { data: drift } = useDrift();
  const { list, window } = planner.slots;
  const open = useMemo(() => toLookAt(drift?.slots ?? [], { list, window, now: planner.moment }), [drift, list, window, planner.moment]);
  const step = isDayShown ? 1 : 7;
  const unit = isDayShown ? "day" : "week";
  return (
    <header className={styles.header}>
      <h1 className={styles.station}><b>Airweek</b> <span>{stationName}</span></h1>
      <OnAir now={planner.now} />
      <nav className={styles.week} aria-label="Week">
        <Button className={styles.today ?? ""} onClick={() => week.go({ day: today })} disabled={days.includes(today)} aria-keyshortcuts="t">Today</Button>
        <span className={styles.arrows}>
          <IconButton look="plain" label={`Previous ${unit}`} aria-keyshortcuts="k" onClick={() => week.by(-step)}><ChevronLeft size={15} aria-hidden="true" /></IconButton>
          <IconButton look="plain" label={`Next ${unit}`} aria-keyshortcuts="j" onClick={() => week.by(step)}><ChevronRight size={15} aria-hidden="true" /></IconButton>
        </span>
        <h2 className={styles.title} aria-live="polite">{isNarrow ? shortDay(week.day) : isDayShown ? longDay(week.day) : weekTitle(week.monday)}</h2>
      </nav>
      <div className={styles.views} role="group" aria-label="View">
        {views.filter(([view]) => !(isNarrow && view === "week")).map(([view, name]) => (
          <button key={view} type="button" aria-pressed={week.view === view || (isNarrow && view === "day" && week.view === "week")} aria-keyshortcuts={view[0]} onClick={() => week.go({ view })}>{name}</button>
        ))}
      </div>
      <Freshness now={planner.now} isStale={list?.stale === true} />
      <GapsPanel planner={planner} canPlan={me.canPlan} onLead={onLead} />
      <LookAt zone={planner.zone} slots={open} onLead={onLead} />
      {me.canPlan && <History zone={planner.zone} now={planner.now} onUndo={planner.acts.undoEntry} />}
      <AvatarMenu me={me} />
    </header>
  );
}
