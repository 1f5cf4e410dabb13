import { RadioTower } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useId, useState, type KeyboardEvent, type PointerEvent } from "react";
import styles from "./hold-list.module.css";
import { LIVE } from "./holds";
import type { LibraryHold } from "./library-hold";
import { Length } from "./length";
import { useRowKeys } from "./use-row-keys";

type Props = {
  readonly label: string;
  readonly holds: readonly LibraryHold[];
  readonly selectedId: string | null;
  readonly onPickUp: (hold: LibraryHold, event: PointerEvent | KeyboardEvent) => void;
};

/** A few cards that are picked up like episodes: by a drag, by a click and a click, or by Enter. */
export function HoldList({ label, holds, selectedId, onPickUp }: Props) {
  const [active, setActive] = useState(-1);
  const domId = useId();
  const onEnter = useCallback(
    (index: number, event: KeyboardEvent) => {
      if (holds[index]) onPickUp(holds[index], event);
    },
    [holds, onPickUp],
  );
  const onActive = useCallback(
    (index: number) => {
      setActive(index);
      document.getElementById(`${domId}-${index}`)?.scrollIntoView({ block: "nearest" });
    },
    [domId],
  );
  const onKeyDown = useRowKeys({
    count: holds.length,
    active,
    perPage: 8,
    onActive,
    onEnter,
    onLeave: useCallback(() => setActive(0), []),
  });
  const onPointerDown = (event: PointerEvent) => {
    const index = Number((event.target as Element).closest<HTMLElement>("[data-index]")?.dataset["index"] ?? -1);
    if (index < 0 || event.button !== 0) return;
    setActive(index);
    onPickUp(holds[index]!, event);
  };
  return (
    <div
      className={styles.list}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={active >= 0 && active < holds.length ? `${domId}-${active}` : undefined}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onFocus={() => {
        if (active < 0) setActive(0);
      }}
    >
      {holds.map((each, index) => (
        <HoldRow
          key={each.id}
          hold={each}
          domId={`${domId}-${index}`}
          index={index}
          isActive={index === active}
          isPickedUp={each.id === selectedId}
        />
      ))}
    </div>
  );
}

function HoldRow({
  hold: { hold, title, showName, colour, seconds },
  domId,
  index,
  isActive,
  isPickedUp,
}: {
  readonly hold: LibraryHold;
  readonly domId: string;
  readonly index: number;
  readonly isActive: boolean;
  readonly isPickedUp: boolean;
}) {
  const t = useTranslations();
  const isLive = hold.kind === "live";
  return (
    <div
      id={domId}
      className={styles.row}
      role="option"
      aria-selected={isPickedUp}
      data-index={index}
      data-active={isActive || undefined}
      data-picked-up={isPickedUp || undefined}
    >
      <span className={styles.edge} style={{ background: colour }} data-live={isLive || undefined} />
      <span className={styles.line}>
        <span className={styles.name}>{isLive ? showName : title}</span>
        <Length seconds={seconds} className={styles.length} />
      </span>
      <span className={styles.line}>
        {isLive ? (
          <span className={styles.what}>
            <b className={styles.live}>{t("library.holds.liveBadge")}</b>
            {title !== LIVE && ` ${title}`}
          </span>
        ) : (
          <span className={styles.what}>{showName}</span>
        )}
        {!isLive && (
          <span className={styles.stream}>
            <RadioTower size={13} strokeWidth={2} aria-hidden="true" /> {t("library.holds.webstream")}
          </span>
        )}
      </span>
    </div>
  );
}
