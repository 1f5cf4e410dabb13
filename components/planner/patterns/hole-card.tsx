import { useEffect, useRef, useState } from "react";
import { useWords } from "@/components/language/use-words";
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
  const words = useWords();
  const { t, zone } = words;
  return (
    <Card slotId={hole.id} title={hole.show.title} onClose={onClose} kind="hole" onKeyDown={stepThrough}>
      <p className={styles.words}>
        {t("patterns.hole.when", { day: longDay(words, dayAt(zone, hole.startsAt)), range: rangeText(words, hole) })}
      </p>
      <p className={styles.words}>{t("patterns.hole.regular", { rule: holeText(words, hole.rule) })}</p>
      {canPlan && <HoleActs planner={planner} hole={hole} onClose={onClose} />}
    </Card>
  );
}

function HoleActs({ planner: { zone, slots, acts, beside, against, say }, hole, onClose }: Omit<Props, "canPlan">) {
  const words = useWords();
  const { t } = words;
  const stock = useStock(zone, slots.window);
  const { save } = useRuleActs();
  const [problem, setProblem] = useState<string | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (stock.isRead) first.current?.focus();
  }, [stock.isRead]);
  const [next] = stock.fill([hole]);
  const chosen = next && "episode" in next ? next.episode : null;
  const said = next && fillingText(words, next);
  const others = stock
    .episodesOf(hole.rule.showId)
    .filter(({ id, isPlanned }) => id !== chosen?.id && (hole.rule.kind === "rerun" || !isPlanned))
    .slice(0, MOST);
  const fill = (episode: StockEpisode) => {
    if (hole.startsAt < against().now) return setProblem(t("patterns.hole.past"));
    onClose();
    acts.place(cargoOfStock(hole, episode), { startsAt: hole.startsAt, endsAt: hole.endsAt });
  };
  const skip = async () => {
    const { id, ...rule } = hole.rule;
    try {
      await save.mutateAsync({ id, ...rule, skipped: [...rule.skipped, hole.day] });
      say(t("patterns.hole.leftOut", { show: hole.show.title, day: longDay(words, hole.day) }));
      onClose();
    } catch (error) {
      setProblem(refusedBy(words, error).sentence);
    }
  };
  return (
    <>
      {!stock.isRead && (
        <p className={styles.words}>{stock.isError ? t("patterns.hole.failed") : t("patterns.hole.looking")}</p>
      )}
      {chosen && (
        <Button ref={first} look="primary" data-step="" onClick={() => fill(chosen)}>
          <span className={styles.clip}>{t("patterns.hole.plan", { title: chosen.title })}</span>
        </Button>
      )}
      {said && said.text !== "" && (
        <p className={styles.words}>
          <span className={said.tone === "plain" ? undefined : styles.warning}>{said.text}</span>
        </p>
      )}
      {others.length > 0 && (
        <ul className={`${offers.offers} ${styles.flush}`} aria-label={t("patterns.hole.others")}>
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
                <span className="sr-only">{t("patterns.hole.planOther")} </span>
                <span className={offers.edge} />
                <span className={offers.what}>
                  <b>{each.title}</b>
                </span>
                <span className={offers.aired}>
                  {each.notReady ? shortReason(words, each.notReady) : each.isPlanned ? t("patterns.hole.planned") : ""}
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
          {t("patterns.hole.skip")}
        </Button>
        <Button
          look="quiet"
          data-step=""
          onClick={() => {
            onClose();
            beside.set({ kind: "regular" });
          }}
        >
          {t("patterns.regular.open")}
        </Button>
      </div>
    </>
  );
}
