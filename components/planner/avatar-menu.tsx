import {
  FloatingFocusManager,
  offset,
  shift,
  useClick,
  useDismiss,
  useFloating,
  useInteractions,
  useRole,
} from "@floating-ui/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import styles from "./header.module.css";
import type { PlannerProps } from "./planner-props";

/** You: who, what you may, the other pages, and the way out. */
export function AvatarMenu({ me }: { readonly me: PlannerProps["me"] }) {
  const t = useTranslations();
  const [isOpen, setOpen] = useState(false);
  const { refs, floatingStyles, context } = useFloating({
    open: isOpen,
    onOpenChange: setOpen,
    placement: "bottom-end",
    strategy: "fixed",
    middleware: [offset(6), shift({ padding: 8 })],
  });
  const { getReferenceProps, getFloatingProps } = useInteractions([
    useClick(context),
    useDismiss(context),
    useRole(context, { role: "dialog" }),
  ]);
  const signOut = async () => {
    await fetch("/api/users/logout", { method: "POST", credentials: "same-origin" }).catch(() => undefined);
    window.location.assign("/login");
  };
  return (
    <>
      <button ref={refs.setReference} type="button" className={styles.avatar} {...getReferenceProps()}>
        <span aria-hidden="true">{initials(me.name)}</span>
        <span className="sr-only">{t("header.youAre", { name: me.name })}</span>
      </button>
      {isOpen && (
        <FloatingFocusManager context={context} modal={false}>
          <div
            ref={refs.setFloating}
            style={floatingStyles}
            className={styles.menu}
            aria-label={t("header.you")}
            {...getFloatingProps()}
          >
            <p>
              <b>{me.name}</b>
              <br />
              <span>{t("header.role", { role: me.role })}</span>
            </p>
            {me.canPlan && (
              <a href="/admin">{me.role === "admin" ? t("header.adminPages") : t("header.programmerPages")}</a>
            )}
            <a href="/station">{t("header.publicWeek")}</a>
            <button type="button" onClick={() => void signOut()}>
              {t("header.signOut")}
            </button>
          </div>
        </FloatingFocusManager>
      )}
    </>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return `${words[0]?.[0] ?? "?"}${words.length > 1 ? (words.at(-1)?.[0] ?? "") : ""}`.toUpperCase();
}
