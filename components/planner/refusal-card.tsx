import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import type { CalendarDay } from "@/domain/zone";
import { isPlacing, type Attempt } from "./attempts";
import { Card } from "./card";
import styles from "./card.module.css";
import { boxesOnGrid } from "./clear-of";
import { hasWaysOut, mayBeSaved, mayTryAgain, mustLookAgain, withRivals } from "./refused";
import { refusalWords } from "./refusal-words";
import type { PlacedSlot } from "./placed-slot";
import { WayList } from "./way-list";
import { waysOut, type WayOut, type WishAround } from "./ways-out";

type Props = {
  readonly attempt: Attempt;
  readonly around: WishAround;
  /** The days that are shown. */
  readonly days: readonly CalendarDay[];
  readonly slotOf: (id: string) => PlacedSlot | undefined;
  readonly onTake: (way: WayOut) => void;
  readonly onPaint: (way: WayOut | null) => void;
  readonly onAgain: () => void;
  /** The week has changed: the card goes, and what is there now is shown. */
  readonly onLook: () => void;
  readonly onOtherTime: () => void;
  readonly onClose: () => void;
};

/** So many ways out are offered at first. */
const AT_FIRST = 4;

/** A refusal never ends in silence: it says why, at the place, and offers what can be done instead. */
export function RefusalCard({
  attempt,
  around,
  days,
  slotOf,
  onTake,
  onPaint,
  onAgain,
  onLook,
  onOtherTime,
  onClose,
}: Props) {
  const words = useWords();
  const { t, zone } = words;
  const { cargo, to, problem } = attempt;
  const first = useRef<HTMLButtonElement>(null);
  // The ways as they were when the card came up: they must not change under the finger.
  const [fixed] = useState(() => ({ ...around, slots: withRivals(around.slots, problem?.conflicts ?? []) }));
  const isPlace = problem !== null && isPlacing(attempt) && hasWaysOut(problem, attempt);
  const ways = useMemo(() => (isPlace ? waysOut(cargo, to, fixed) : []), [isPlace, cargo, to, fixed]);
  const [isAllShown, setAllShown] = useState(false);
  const shown = isAllShown ? ways : ways.slice(0, AT_FIRST);
  const more = ways.length - shown.length;
  const body = useRef<HTMLDivElement>(null);
  const said = problem && refusalWords(words, attempt, { problem, slotOf });
  useEffect(() => {
    first.current?.focus({ preventScroll: true });
    return () => onPaint(null);
  }, [onPaint]);
  useEffect(() => {
    if (isAllShown) body.current?.querySelectorAll<HTMLElement>("[data-way]")[AT_FIRST]?.focus();
  }, [isAllShown]);
  // The first way is the one that is looked at in most cases; when more are asked for, the card stays where it is.
  const seen = () =>
    ways.slice(0, AT_FIRST).flatMap(({ changes }, index) =>
      boxesOnGrid(
        zone,
        days,
        changes.flatMap(({ after }) => after ?? []),
      ).map((box) => ({ box, weight: index === 0 ? 4 : 1 })),
    );
  if (!problem || !said) return null;

  const onKeyDown = (event: KeyboardEvent) => {
    const way =
      /^[1-9]$/.test(event.key) && !event.ctrlKey && !event.metaKey ? shown[Number(event.key) - 1] : undefined;
    if (way) {
      event.preventDefault();
      onTake(way);
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      step(event.currentTarget as HTMLElement, event.key === "ArrowDown" ? 1 : -1);
    }
  };
  const isNew = attempt.act === "place";
  const isOpen = mayBeSaved(problem);
  const needsSignIn = problem.code === "UNAUTHENTICATED";
  return (
    <Card
      slotId={!isNew && cargo.from ? cargo.from.slotId : attempt.block.id}
      title={said.headline}
      onClose={onClose}
      onKeyDown={onKeyDown}
      first={first}
      seen={seen}
      closesOutside={false}
      kind="refusal"
    >
      {said.rest && <p className={styles.words}>{said.rest}</p>}
      {ways.length > 0 && fixed.isOld && <p className={styles.warning}>{t("card.oldWays")}</p>}
      {ways.length > 0 && (
        <div ref={body}>
          <WayList ways={shown} first={first} onTake={onTake} onPaint={onPaint} />
        </div>
      )}
      {isPlace && ways.length === 0 && <p className={styles.words}>{t("card.noWay")}</p>}
      {needsSignIn && (
        <div className={styles.acts}>
          <a href="/login">{t("common.signInAgain")}</a>
        </div>
      )}
      {mayTryAgain(problem) && (
        <div className={styles.acts}>
          <Button ref={first} look="primary" onClick={onAgain}>
            {t("common.tryAgain")}
          </Button>
        </div>
      )}
      {!isPlace && mustLookAgain(problem) && (
        <div className={styles.acts}>
          <Button ref={first} look="primary" onClick={onLook}>
            {t("card.lookAgain")}
          </Button>
        </div>
      )}
      <div className={styles.foot}>
        {more > 0 && (
          <button type="button" data-way-more="" onClick={() => setAllShown(true)}>
            {t("card.moreWays", { count: more })}
          </button>
        )}
        {isPlacing(attempt) && !isOpen ? (
          <button type="button" onClick={onOtherTime}>
            {t("card.anotherTime")}
          </button>
        ) : (
          <span />
        )}
        <button type="button" onClick={onClose}>
          {isNew && !isOpen ? t("card.escapePutsBack") : t("card.escapeCloses")}
        </button>
      </div>
    </Card>
  );
}

/** Up and down go through what can be pressed. */
function step(card: HTMLElement, by: number): void {
  const buttons = [...card.querySelectorAll<HTMLElement>("[data-way], [data-way-more]")];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  buttons[(at + by + buttons.length) % buttons.length]?.focus();
}
