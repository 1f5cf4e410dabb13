import { useCallback } from "react";
import { useWords } from "@/components/language/use-words";
import type { Attempt } from "./attempts";
import { BatchCard } from "./batch/batch-card";
import { BlockCard } from "./block-card";
import { Card } from "./card";
import { Elsewhere } from "./elsewhere";
import { paintedOf } from "./painted";
import { ClearCard } from "./clearing/clear-card";
import type { PlannerProps } from "./planner-props";
import { HoleCard } from "./patterns/hole-card";
import { GapCard } from "./gap-card";
import { RefusalCard } from "./refusal-card";
import { refusedByPreview } from "./refused";
import { useStore } from "./store";
import type { SlotChange } from "./slot-change";
import { TimeCard } from "./time-card";
import type { Hands } from "./use-hands";
import type { PlannerState } from "./use-planner";
import { useGaps } from "./use-gaps";
import { verdictOn } from "./verdict";
import type { WayOut } from "./ways-out";

/** The one card that is open: a refusal first, since it waits for an answer. */
export function PlannerCards({
  planner,
  hands,
  me,
}: {
  readonly planner: PlannerState;
  readonly hands: Hands;
  readonly me: PlannerProps["me"];
}) {
  const { attempts, batchEnd, acts, zone, board, slotOf, against, slots, shown, days } = planner;
  const words = useWords();
  const { card, setCard, closeCard } = hands;
  const refused = useStore(attempts, (all) => all.find((each) => each.problem !== null) ?? null);
  const ended = useStore(batchEnd, (end) => end);
  const gaps = useGaps(planner);
  const isHeld = useStore(board, ({ held }) => held !== null);
  const paint = useCallback(
    (way: WayOut | null) => {
      board.set((before) => ({ ...before, painted: way && paintedOf(zone, way.changes) }));
    },
    [board, zone],
  );
  const paintMany = useCallback(
    (changes: readonly SlotChange[]) => {
      board.set((before) => ({ ...before, painted: changes.length > 0 ? paintedOf(zone, changes, "all") : null }));
    },
    [board, zone],
  );

  const lookAgain = (attempt: Attempt) => {
    acts.forget(attempt);
    void slots.look();
    if (attempt.cargo.from) hands.open(attempt.cargo.from.slotId);
  };

  if (isHeld) return null;
  if (card?.kind === "time") {
    const place = (to: typeof card.at) => {
      closeCard();
      if (refused) acts.forget(refused);
      const problem = refusedByPreview(words, verdictOn(card.cargo, to, against()), card.cargo);
      if (problem) acts.refuse(card.cargo, to, problem);
      else acts.place(card.cargo, to);
    };
    return (
      <TimeCard
        key={card.slotId}
        slotId={card.slotId}
        cargo={card.cargo}
        at={card.at}
        against={against()}
        onClose={closeCard}
        onPlace={place}
      />
    );
  }
  if (card?.kind === "clear") return <ClearCard key={card.day} day={card.day} planner={planner} onClose={closeCard} />;
  if (refused) {
    return (
      <RefusalCard
        key={`${refused.key}${refused.problem?.code}`}
        attempt={refused}
        slotOf={slotOf}
        around={{ ...against(), within: slots.window }}
        days={days}
        onTake={(way) => acts.take(refused, way)}
        onPaint={paint}
        onAgain={() => acts.again(refused)}
        onLook={() => lookAgain(refused)}
        onClose={() => acts.forget(refused)}
        onOtherTime={() => setCard({ kind: "time", slotId: refused.block.id, cargo: refused.cargo, at: refused.to })}
      />
    );
  }
  if (ended) {
    const { batch, parts } = ended;
    const refusedOnes = new Set(parts.map(({ change }) => change));
    return (
      <BatchCard
        key={batch.key}
        end={ended}
        days={days}
        onPaint={paintMany}
        onClose={() => batchEnd.set(null)}
        onAgain={acts.manyAgain}
        onRest={() =>
          acts.many({ ...batch, mode: "best", changes: batch.changes.filter((each) => !refusedOnes.has(each)) })
        }
      />
    );
  }
  if (card?.kind === "episode") {
    return (
      <Card key={card.slotId} slotId={card.slotId} title={card.title} onClose={closeCard} kind="episode">
        <Elsewhere
          episodeId={card.slotId}
          now={planner.moment}
          onLead={(airing) => {
            closeCard();
            hands.lead(airing);
          }}
        />
      </Card>
    );
  }
  const gap = card?.kind === "gap" ? gaps.gaps.find(({ id }) => id === card.slotId) : undefined;
  if (gap)
    return <GapCard key={gap.id} gap={gap} gaps={gaps} now={planner.moment} canPlan={me.canPlan} onClose={closeCard} />;
  const hole = card?.kind === "hole" ? planner.holes.find(({ id }) => id === card.slotId) : undefined;
  if (hole) return <HoleCard key={hole.id} planner={planner} hole={hole} canPlan={me.canPlan} onClose={closeCard} />;
  const placed = card?.kind === "slot" ? shown.slots.find((each) => each.id === card.slotId) : undefined;
  if (!placed) return null;
  return (
    <BlockCard
      key={placed.id}
      placed={placed}
      canPlan={me.canPlan}
      isAdmin={me.role === "admin"}
      isOnAir={shown.isOnAir(placed.id)}
      over={shown.over.get(placed.id)}
      onClose={closeCard}
      onCarry={hands.carryByClick}
      onUnplan={acts.unplan}
      onSelect={({ id }) => hands.picking.toggle(id)}
      onRepair={acts.repair}
      onLead={hands.lead}
      now={planner.moment}
      onOtherTime={(cargo) => setCard({ kind: "time", slotId: placed.id, cargo, at: placed })}
    />
  );
}
