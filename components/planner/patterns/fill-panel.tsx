import { useMemo, useState, type CSSProperties } from "react";
import { Button } from "@/components/ui/button";
import type { Filling } from "@/domain/patterns/fill-of";
import type { Zone } from "@/domain/zone";
import { batchVerbs } from "../batch/batch";
import { SidePanel } from "../beside/side-panel";
import styles from "../beside/side-panel.module.css";
import { paintedChanges } from "../copying/copying";
import { usePainted } from "../copying/use-painted";
import { changeOf } from "../slot-change";
import { weekTitle, whenText } from "../time-words";
import type { PlannerState } from "../use-planner";
import { fillingText } from "./rule-words";
import type { ShownHole } from "./use-holes";
import { cargoOfStock, useStock } from "./use-stock";

type Props = { readonly planner: PlannerState; readonly onClose: () => void };

/** Every hole of the week with the episode that goes into it, or the reason why it stays empty; all of them as one act. */
export function FillPanel({ planner, onClose }: Props) {
  const { zone, slots, week, acts, board, beside, holes } = planner;
  const stock = useStock(zone, slots.window);
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const filling = useMemo(() => stock.fill(holes, chosen), [stock, holes, chosen]);
  const changes = useMemo(
    () =>
      filling.flatMap((each) =>
        "episode" in each && each.isTaken
          ? [
              {
                ...changeOf(cargoOfStock(each.hole, each.episode), {
                  startsAt: each.hole.startsAt,
                  endsAt: each.hole.endsAt,
                }),
                ...(each.hole.rule.kind === "premiere" && { premiere: true as const }),
              },
            ]
          : [],
      ),
    [filling],
  );
  usePainted(
    board,
    useMemo(() => paintedChanges(zone, changes), [zone, changes]),
  );
  const byHole = new Map(filling.map((each) => [each.hole.id, each]));
  const choose = (id: string, isTaken: boolean) => setChosen((before) => new Map(before).set(id, isTaken));
  const cut = filling.filter((each) => "episode" in each && !each.isTaken && !chosen.has(each.hole.id)).length;
  const fill = () => {
    acts.many({ changes, mode: "all", words: { ...batchVerbs.plan, where: "in their regular places" } });
    onClose();
  };
  return (
    <SidePanel
      kind="fill"
      title={`Fill the holes of ${weekTitle(week.monday)}`}
      onClose={onClose}
      foot={
        <>
          <Button look="primary" disabled={changes.length === 0} onClick={fill}>
            {changes.length === 1 ? "Fill 1 hole" : `Fill ${changes.length} holes`}
          </Button>
          <Button onClick={() => beside.set({ kind: "regular" })}>Regular slots…</Button>
        </>
      }
    >
      {stock.isError && <p className={styles.problem}>What they could be filled with could not be read.</p>}
      <p className={styles.words} role="status">
        {!stock.isRead
          ? "Looking for the next episodes…"
          : holes.length === 0
            ? "Every regular slot of this week is filled."
            : `${filling.filter((each) => "episode" in each).length} of ${holes.length} can be filled.${leftOutText(cut)}`}
      </p>
      {stock.isRead && (
        <ul className={styles.rows}>
          {holes.map((hole) => (
            <Row
              key={hole.id}
              zone={zone}
              hole={hole}
              filling={byHole.get(hole.id)}
              isChosen={chosen.has(hole.id)}
              onChoose={(isTaken) => choose(hole.id, isTaken)}
            />
          ))}
        </ul>
      )}
    </SidePanel>
  );
}

type RowProps = {
  readonly zone: Zone;
  readonly hole: ShownHole;
  readonly filling: Filling<ShownHole> | undefined;
  readonly isChosen: boolean;
  readonly onChoose: (isTaken: boolean) => void;
};

function Row({ zone, hole, filling, isChosen, onChoose }: RowProps) {
  const offered = filling && "episode" in filling ? filling : null;
  const said = filling && fillingText(filling);
  const blockers = [...new Set(hole.blockers.map(({ showName }) => showName))];
  const when = whenText(zone, hole.startsAt);
  const isLeft = offered !== null && !offered.isTaken;
  return (
    <li
      className={styles.row}
      style={{ "--show": hole.show.colour } as CSSProperties}
      data-hole-row={hole.id}
      data-off={isLeft || undefined}
    >
      <time>{when}</time>
      <span className={styles.what}>
        <b>{hole.show.title}</b> <span>{hole.rule.kind}</span>
      </span>
      {offered ? (
        <input
          type="checkbox"
          checked={offered.isTaken}
          onChange={() => onChoose(!offered.isTaken)}
          aria-label={`Fill ${hole.show.title}, ${when}`}
        />
      ) : (
        <span />
      )}
      <span className={styles.more} data-tone={isLeft && isChosen ? undefined : said?.tone}>
        {isLeft && isChosen ? (
          "stays empty"
        ) : (
          <>
            {offered && <b>{offered.episode.title}</b>}
            {offered && said?.words && " · "}
            {blockers.length > 0
              ? `${blockers.join(" and ")} ${blockers.length > 1 ? "are" : "is"} there.`
              : said?.words}
          </>
        )}
      </span>
    </li>
  );
}

/** Why some that could be filled are not ticked. */
function leftOutText(count: number): string {
  if (count === 0) return "";
  return ` ${count === 1 ? "One would lose" : `${count} would lose`} more than a tenth of ${count === 1 ? "its track: it is" : "their tracks: they are"} not ticked.`;
}
