import { useTranslations } from "next-intl";
import { useEffect, useId, useState, type RefObject } from "react";
import styles from "./card.module.css";
import type { WayOut } from "./ways-out";

type Props = {
  readonly ways: readonly WayOut[];
  readonly first: RefObject<HTMLButtonElement | null>;
  readonly onTake: (way: WayOut) => void;
  readonly onPaint: (way: WayOut | null) => void;
};

/** The ways out, the first as the default button. The one that is pointed at, or else has the focus, is painted on the grid. */
export function WayList({ ways, first, onTake, onPaint }: Props) {
  const t = useTranslations();
  const [focused, setFocused] = useState<WayOut | null>(null);
  const [pointed, setPointed] = useState<WayOut | null>(null);
  const painted = pointed ?? focused;
  useEffect(() => onPaint(painted), [onPaint, painted]);
  const id = useId();
  return (
    <div className={styles.ways} role="group" aria-label={t("card.ways")}>
      {ways.map((way, index) => (
        <button
          key={`${way.kind}${way.token}`}
          ref={index === 0 ? first : undefined}
          type="button"
          className={styles.way}
          data-way={way.kind}
          data-default={index === 0 || undefined}
          aria-keyshortcuts={index < 9 ? `${index + 1}` : undefined}
          aria-describedby={`${id}${index}`}
          data-painting={way === painted || undefined}
          onClick={() => onTake(way)}
          onFocus={() => setFocused(way)}
          onBlur={() => setFocused(null)}
          onPointerEnter={() => setPointed(way)}
          onPointerLeave={() => setPointed(null)}
        >
          <b>{way.headline}</b>
          {index < 9 && <i aria-hidden="true">{index + 1}</i>}
          <small>{way.detail}</small>
          <span id={`${id}${index}`} hidden>
            {way.spoken}
          </span>
        </button>
      ))}
    </div>
  );
}
