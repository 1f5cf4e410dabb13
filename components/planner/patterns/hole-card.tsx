import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { StockEpisode } from "@/domain/patterns/fill-of";
import { dayAt } from "@/domain/zone";
import { Card } from "../card";
import styles from "../card.module.css";
import offers from "../gap-offers.module.css";
import { Length } from "../library/length";
import { shortReason } from "../library/readiness";
import { refusedBy } from "../refused";
import { stepThrough } from "../step-through";
import { longDay, rangeText } from "../time-words";
import type { PlannerState } from "../use-planner";
import { fillingText, holeText } from "./rule-words";
import { useRuleActs, type ShownHole } from "./use-holes";
import { cargoOfStock, useStock } from "./use-stock";

const MOST = 4;

type Props = {
  readonly planner: PlannerState;
  readonly hole: ShownHole;
  readonly canPlan: boolean;
  readonly onClose: () => void;
};

/** An empty regular slot: what it is kept for, its next episode, others of its show, and the way to leave it out this once. */
export function HoleCard({ planner, hole, canPlan, onClose }: Props) {
  const { zone } = planner;
  return (
    <Card slotId={hole.id} title={hole.show.title} onClose={onClose} kind="hole" onKeyDown={stepThrough}>
      <p className={styles.words}>
        {longDay(dayAt(zone, hole.startsAt))}, {rangeText(zone, hole)}
      </p>
      <p className={styles.words}>A regular slot: {holeText(hole.rule)}</p>
      {canPlan && <HoleActs planner={planner} hole={hole} onClose={onClose} />}
    </Card>
  );
}

function HoleActs({ planner: { zone, slots, acts, beside, against, say }, hole, onClose }: Omit<Props, "canPlan">) {
  const stock = useStock(zone, slots.window);
  const { save } = useRuleActs();
  const [problem, setProblem] = useState<string | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (stock.isRead) first.current?.focus();
  }, [stock.isRead]);
  const [next] = stock.fill([hole]);
  const chosen = next && "episode" in next ? next.episode : null;
  const said = next && fillingText(next);
  const others = stock
    .episodesOf(hole.rule.showId)
    .filter(({ id, isPlanned }) => id !== chosen?.id && (hole.rule.kind === "rerun" || !isPlanned))
    .slice(0, MOST);
  const fill = (episode: StockEpisode) => {
    if (hole.startsAt < against().now) return setProblem("That time has passed.");
    onClose();
    acts.place(cargoOfStock(hole, episode), { startsAt: hole.startsAt, endsAt: hole.endsAt });
  };
  const skip = async () => {
    const { id, ...rule } = hole.rule;
    try {
      await save.mutateAsync({ id, ...rule, skipped: [...rule.skipped, hole.day] });
      say(`${hole.show.title} is left out on ${longDay(hole.day)}.`);
      onClose();
    } catch (error) {
      setProblem(refusedBy(error).sentence);
    }
  };
  return (
    <>
      {!stock.isRead && (
        <p className={styles.words}>
          {stock.isError ? "What it could be filled with could not be read." : "Looking for its next episode…"}
        </p>
      )}
      {chosen && (
        <Button ref={first} look="primary" data-step="" onClick={() => fill(chosen)}>
          <span className={styles.clip}>Plan “{chosen.title}”</span>
        </Button>
      )}
      {said && said.words !== "" && (
        <p className={styles.words}>
          <span className={said.tone === "plain" ? undefined : styles.warning}>{said.words}</span>
        </p>
      )}
      {others.length > 0 && (
        <ul className={`${offers.offers} ${styles.flush}`} aria-label="Other episodes">
          {others.map((each) => (
            <li key={each.id}>
              <button
                type="button"
                className={offers.offer}
                data-step=""
                disabled={each.notReady !== null}
                style={{ "--show": hole.show.colour } as React.CSSProperties}
                onClick={() => fill(each)}
              >
                <span className="sr-only">Plan </span>
                <span className={offers.edge} />
                <span className={offers.what}>
                  <b>{each.title}</b>
                </span>
                <span className={offers.aired}>
                  {each.notReady ? shortReason(each.notReady) : each.isPlanned ? "planned" : ""}
                </span>
                <Length seconds={each.trackSeconds} className={offers.length} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={styles.acts}>
        <Button look="quiet" data-step="" busy={save.isPending} onClick={() => void skip()}>
          Skip this once
        </Button>
        <Button
          look="quiet"
          data-step=""
          onClick={() => {
            onClose();
            beside.set({ kind: "regular" });
          }}
        >
          Regular slots…
        </Button>
      </div>
    </>
  );
}
