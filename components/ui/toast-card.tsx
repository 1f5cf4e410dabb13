import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { ShownToast } from "./toast";
import styles from "./toasts.module.css";

const SHOWN_MS = 8_000;
const PROBLEM_SHOWN_MS = 16_000;

/** One toast. It waits while somebody points at it or has the focus in it: an Undo must not vanish under the finger. */
export function ToastCard({ toast, dismiss }: { readonly toast: ShownToast; readonly dismiss: (id: number) => void }) {
  const t = useTranslations();
  const [held, setHeld] = useState(false);
  const { id, tone = "plain", action } = toast;
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismiss(id), tone === "problem" ? PROBLEM_SHOWN_MS : SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, id, tone, dismiss]);
  return (
    <div
      className={styles.toast}
      data-tone={tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p>{toast.text}</p>
      {action && (
        <button
          type="button"
          className={styles.action}
          onClick={() => {
            dismiss(id);
            action.act();
          }}
        >
          {action.label}
        </button>
      )}
      <button type="button" className={styles.close} aria-label={t("ui.dismiss")} onClick={() => dismiss(id)}>
        <X size={14} aria-hidden="true" />
      </button>
    </div>
  );
}
