import { useMemo, useState, type CSSProperties } from "react";
import { useWords } from "@/components/language/use-words";
import type { Words } from "@/components/language/words";
import { Button } from "@/components/ui/button";
import type { Filling } from "@/domain/patterns/fill-of";
import { batchVerbs } from "../batch/batch";
import { SidePanel } from "../beside/side-panel";
import styles from "../beside/side-panel.module.css";
import { paintedChanges } from "../copying/copying";
import { usePainted } from "../copying/use-painted";
import { changeOf } from "../slot-change";
import { weekTitle, whenText } from "../time-words";
import type { PlannerState } from "../use-planner";
import { fillingText, kindText } from "./rule-words";
import type { ShownHole } from "./use-holes";
import { cargoOfStock, useStock } from "./use-stock";

type Props = { readonly planner: PlannerState; readonly onClose: () => void };

/** Every hole of the week with the episode that goes into it, or the reason why it stays empty; all of them as one act. */
export function FillPanel({ planner, onClose }: Props) {
  const words = useWords();
  const { t } = words;
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
    acts.many({ changes, mode: "all", words: { ...batchVerbs.plan, where: t("patterns.fill.where") } });
    onClose();
  };
  return (
    <SidePanel
      kind="fill"
      title={t("patterns.fill.title", { week: weekTitle(words, week.monday) })}
      onClose={onClose}
      foot={
        <>
          <Button look="primary" disabled={changes.length === 0} onClick={fill}>
            {t("patterns.fill.submit", { count: changes.length })}
          </Button>
          <Button onClick={() => beside.set({ kind: "regular" })}>{t("patterns.regular.open")}</Button>
        </>
      }
    >
      {stock.isError && <p className={styles.problem}>{t("patterns.fill.failed")}</p>}
      <p className={styles.words} role="status">
        {!stock.isRead
          ? t("patterns.fill.looking")
          : holes.length === 0
            ? t("patterns.fill.filled")
            : countText(words, filling, cut)}
      </p>
      {stock.isRead && (
        <ul className={styles.rows}>
          {holes.map((hole) => (
            <Row
              key={hole.id}
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
  readonly hole: ShownHole;
  readonly filling: Filling<ShownHole> | undefined;
  readonly isChosen: boolean;
  readonly onChoose: (isTaken: boolean) => void;
};

function Row({ hole, filling, isChosen, onChoose }: RowProps) {
  const words = useWords();
  const { t, locale } = words;
  const offered = filling && "episode" in filling ? filling : null;
  const said = filling && fillingText(words, filling);
  const blockers = [...new Set(hole.blockers.map(({ showName }) => showName))];
  const when = whenText(words, hole.startsAt);
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
        <b>{hole.show.title}</b> <span>{kindText(words, hole.rule)}</span>
      </span>
      {offered ? (
        <input
          type="checkbox"
          checked={offered.isTaken}
          onChange={() => onChoose(!offered.isTaken)}
          aria-label={t("patterns.fill.choose", { show: hole.show.title, when })}
        />
      ) : (
        <span />
      )}
      <span className={styles.more} data-tone={isLeft && isChosen ? undefined : said?.tone}>
        {isLeft && isChosen ? (
          t("patterns.filling.left")
        ) : (
          <>
            {offered && <b>{offered.episode.title}</b>}
            {offered && said?.text && " · "}
            {blockers.length > 0
              ? t("patterns.filling.blockedBy", {
                  count: blockers.length,
                  names: new Intl.ListFormat(locale).format(blockers),
                })
              : said?.text}
          </>
        )}
      </span>
    </li>
  );
}

/** How many can be filled, and why some of these are not ticked. */
function countText({ t }: Words, filling: readonly Filling<ShownHole>[], cut: number): string {
  const count = filling.filter((each) => "episode" in each).length;
  const said = t("patterns.fill.count", { count, all: filling.length });
  return cut === 0 ? said : `${said} ${t("patterns.fill.leftOut", { count: cut })}`;
}
