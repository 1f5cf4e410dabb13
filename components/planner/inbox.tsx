import { FloatingFocusManager, FloatingPortal } from "@floating-ui/react";
import { Inbox as Tray } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useMemo, useState, type ComponentProps, type KeyboardEvent, type ReactNode } from "react";
import { useWords } from "@/components/language/use-words";
import { inLines } from "@/domain/trouble-lines";
import { inOrder, type TroubleOrder } from "@/domain/troubles";
import button from "./inbox-button.module.css";
import styles from "./inbox.module.css";
import { InboxList } from "./inbox-list";
import { ToggleChip } from "./library/chip";
import { shownTroubles } from "./shown-troubles";
import { stepThrough } from "./step-through";
import { agoText } from "./time-words";
import { isIn, troubleGroups, troubleGroupText, type TroubleGroup } from "./trouble-words";
import type { Lead } from "./use-lead";
import type { PlannerState } from "./use-planner";
import { useHeadPanel } from "./use-head-panel";
import { useInbox } from "./use-station";

/** Compared every third minute: after this long, somebody should know that it is not. */
const LATE_MS = 7 * 60_000;

/** How much is wrong in the coming weeks; opened, what, the newest first, each leading to its block. */
export function Inbox({ planner, onLead }: { readonly planner: PlannerState; readonly onLead: Lead }) {
  const words = useWords();
  const { t } = words;
  const {
    zone,
    moment,
    slots: { list, window },
  } = planner;
  const { data } = useInbox();
  const troubles = useMemo(
    () => shownTroubles(data?.troubles ?? [], { zone, list, window, now: moment }),
    [data, zone, list, window, moment],
  );
  const [isOpen, setOpen] = useState(false);
  const [order, setOrder] = useState<TroubleOrder>("newest");
  const [chosen, setChosen] = useState<TroubleGroup | null>(null);
  const { refs, floatingStyles, context, getReferenceProps, getFloatingProps } = useHeadPanel({
    isOpen,
    onOpen: setOpen,
    atMost: 640,
  });
  const titleId = useId();
  // What is counted are the lines: a day of bulletins is one thing to look at.
  const countOf = (some: typeof troubles) => inLines(zone, some).length;
  const groups = troubleGroups
    .map((group) => ({ group, count: countOf(troubles.filter((each) => isIn(group, each))) }))
    .filter(({ count }) => count > 0);
  // What was filtered for may be mended meanwhile.
  const filter = groups.some(({ group }) => group === chosen) ? chosen : null;
  const shown = inOrder(filter === null ? troubles : troubles.filter((each) => isIn(filter, each)), order);
  const asOf = data?.asOf ? Date.parse(data.asOf) : null;
  const isLate = data !== undefined && (asOf === null || moment - asOf > LATE_MS);
  return (
    <>
      <CountButton
        ref={refs.setReference}
        dangers={troubles.filter(({ danger }) => danger).length}
        others={countOf(troubles.filter(({ danger }) => !danger))}
        {...getReferenceProps()}
      />
      {context.open && (
        <FloatingPortal>
          <FloatingFocusManager context={context} modal={false} initialFocus={refs.floating}>
            <div
              ref={refs.setFloating}
              tabIndex={-1}
              style={floatingStyles}
              className={styles.panel}
              aria-labelledby={titleId}
              {...getFloatingProps({ onKeyDown: (event) => stepThrough(event as KeyboardEvent) })}
            >
              <div className={styles.head}>
                <h2 id={titleId} className={styles.title}>
                  {t("inbox.title")}
                </h2>
                <p className={styles.asOf} data-tone={isLate ? "red" : undefined}>
                  {asOf === null
                    ? t("inbox.notCompared")
                    : t("inbox.compared", { ago: agoText(words, (moment - asOf) / 1000) })}
                </p>
                {troubles.length > 1 && (
                  <div className={styles.order} role="group" aria-label={t("inbox.order")}>
                    <button type="button" aria-pressed={order === "newest"} onClick={() => setOrder("newest")}>
                      {t("inbox.newest")}
                    </button>
                    <button type="button" aria-pressed={order === "airs"} onClick={() => setOrder("airs")}>
                      {t("inbox.airsFirst")}
                    </button>
                  </div>
                )}
              </div>
              {groups.length > 1 && (
                <div className={styles.groups} role="group" aria-label={t("inbox.which")}>
                  <ToggleChip on={filter === null} onToggle={() => setChosen(null)}>
                    {t("inbox.all", { count: countOf(troubles) })}
                  </ToggleChip>
                  {groups.map(({ group, count }) => (
                    <ToggleChip
                      key={group}
                      on={filter === group}
                      onToggle={() => setChosen(filter === group ? null : group)}
                    >
                      {t("inbox.group", { group: troubleGroupText(words, group), count })}
                    </ToggleChip>
                  ))}
                </div>
              )}
              {isLate && <p className={styles.late}>{asOf === null ? t("inbox.neverAnswered") : t("inbox.late")}</p>}
              {troubles.length === 0 ? (
                <p className={styles.none}>{t.rich("inbox.nothing", { b: (text) => <b>{text}</b> })}</p>
              ) : (
                <InboxList
                  now={moment}
                  order={order}
                  troubles={shown}
                  onLead={({ blockId, startsAt, endsAt }) => {
                    setOpen(false);
                    onLead({ slotId: blockId, startsAt, endsAt });
                  }}
                />
              )}
            </div>
          </FloatingFocusManager>
        </FloatingPortal>
      )}
    </>
  );
}

type CountProps = ComponentProps<"button"> & { readonly dangers: number; readonly others: number };

/** How many dangers, and how much else; without any, a tray that can be opened all the same. It stays one button, so that the focus comes back to it. */
function CountButton({ dangers, others, ...rest }: CountProps) {
  const t = useTranslations();
  const isEmpty = dangers + others === 0;
  return (
    <button
      type="button"
      {...rest}
      className={isEmpty ? button.empty : button.button}
      {...(isEmpty && {
        "aria-label": t("inbox.emptyLabel"),
        title: t("inbox.emptyTitle"),
      })}
    >
      {isEmpty && <Tray size={16} aria-hidden="true" />}
      {dangers > 0 && <span data-tone="red">{t.rich("inbox.dangers", { count: dangers, unit })}</span>}
      {dangers > 0 && others > 0 && <span className="sr-only">, </span>}
      {others > 0 && <span data-tone="amber">{t.rich("inbox.others", { count: others, unit })}</span>}
    </button>
  );
}

function unit(text: ReactNode): ReactNode {
  return <i>{text}</i>;
}
