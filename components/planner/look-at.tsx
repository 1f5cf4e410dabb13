import { FloatingFocusManager, FloatingPortal, offset, shift, size, useClick, useDismiss, useFloating, useInteractions, useRole } from "@floating-ui/react";
import { useId, useState, type KeyboardEvent } from "react";
import type { DriftedSlot } from "@/domain/slots";
import { dayAt, type Zone } from "@/domain/zone";
import styles from "./look-at.module.css";
import { intervalOf, isAlarming, stateText } from "./slot-words";
import { stepThrough } from "./step-through";
import { clockText, shortDate } from "./time-words";

type Props = { readonly zone: Zone; readonly slots: readonly DriftedSlot[]; readonly onLead: (slot: DriftedSlot) => void };

/** How many coming slots LibreTime has otherwise, in whatever week; opened, which, and in what. Nothing while there is none. */
export function LookAt({ zone, slots, onLead }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { refs, floatingStyles, context } = useFloating({
    open: isOpen && slots.length > 0, onOpenChange: setOpen, placement: "bottom-end", strategy: "fixed",
    middleware: [offset(6), shift({ padding: 8 }), size({ padding: 12, apply: ({ availableHeight, elements }) => { elements.floating.style.maxHeight = `${Math.min(520, availableHeight)}px`; } })],
  });
  const { getReferenceProps, getFloatingProps } = useInteractions([useClick(context), useDismiss(context), useRole(context, { role: "dialog" })]);
  const titleId = useId();
  if (slots.length === 0) return null;
  return (
    <>
      <button ref={refs.setReference} type="button" className={styles.button} {...getReferenceProps()}>{slots.length} to look at</button>
      {context.open && (
        <FloatingPortal>
          <FloatingFocusManager context={context} modal={false}>
            <div ref={refs.setFloating} style={floatingStyles} className={styles.panel} aria-labelledby={titleId} {...getFloatingProps({ onKeyDown: (event) => stepThrough(event as KeyboardEvent) })}>
              <h2 id={titleId} className={styles.title}>Not in LibreTime as planned</h2>
              <ul className={styles.list}>
                {slots.map((slot) => <li key={slot.slotId}><Item zone={zone} slot={slot} onClick={() => { setOpen(false); onLead(slot); }} /></li>)}
              </ul>
            </div>
          </FloatingFocusManager>
        </FloatingPortal>
      )}
    </>
  );
}

function Item({ zone, slot, onClick }: { readonly zone: Zone; readonly slot: DriftedSlot; readonly onClick: () => void }) {
  const { startsAt } = intervalOf(slot);
  return (
    <button type="button" className={styles.item} data-step data-drifted={slot.slotId} onClick={onClick}>
      <span className={styles.when}><span>{shortDate(dayAt(zone, startsAt))}</span> <span>{clockText(zone, startsAt)}</span></span>
      <span className={styles.what}><b>{slot.showName}</b> {slot.title !== slot.showName && <span>{slot.title}</span>}</span>
      <span className={styles.differs} data-tone={isAlarming(slot) ? "red" : undefined}>{stateText(zone, slot).short}</span>
    </button>
  );
}
