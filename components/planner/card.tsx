import { FloatingFocusManager, FloatingPortal, useDismiss, useInteractions, type Placement } from "@floating-ui/react";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, type KeyboardEvent, type ReactNode, type RefObject } from "react";
import { IconButton } from "@/components/ui/button";
import { useClearOfToasts } from "@/components/ui/use-clear-of-toasts";
import styles from "./card.module.css";
import type { Seen } from "./clear-of";
import { useAnchor } from "./use-anchor";

type Props = {
  /** The block beside which it stands. */
  readonly slotId: string;
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly onClose: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  /** What has the focus first; the first thing that can have it, otherwise. */
  readonly first?: RefObject<HTMLElement | null>;
  /** Does a press beside it close it? A refusal is not lost by a click beside it. */
  readonly closesOutside?: boolean;
  readonly placement?: Placement;
  /** What it offers on the grid, and should not lie on. */
  readonly seen?: () => readonly Seen[];
  readonly kind: string;
};

/** A card at a block. Not modal: the grid behind it stays usable. Escape closes it, and the focus goes back. */
export function Card({
  slotId,
  title,
  children,
  onClose,
  onKeyDown,
  first,
  closesOutside = true,
  placement,
  seen,
  kind,
}: Props) {
  const t = useTranslations();
  const { refs, floatingStyles, context } = useAnchor(slotId, onClose, { placement, seen });
  const dismiss = useDismiss(context, { outsidePress: closesOutside, escapeKey: true });
  const { getFloatingProps } = useInteractions([dismiss]);
  const titleId = useId();
  useClearOfToasts(refs.floating);
  return (
    <FloatingPortal>
      <FloatingFocusManager context={context} modal={false} {...(first ? { initialFocus: first } : {})}>
        <div
          ref={refs.setFloating}
          style={floatingStyles}
          className={styles.card}
          role="dialog"
          aria-labelledby={titleId}
          data-card={kind}
          {...getFloatingProps({ onKeyDown: (event) => onKeyDown?.(event as KeyboardEvent) })}
        >
          <div className={styles.titleRow}>
            <h2 id={titleId} className={styles.title}>
              {title}
            </h2>
            <IconButton label={t("common.close")} onClick={onClose}>
              <X size={15} aria-hidden="true" />
            </IconButton>
          </div>
          {children}
        </div>
      </FloatingFocusManager>
    </FloatingPortal>
  );
}
