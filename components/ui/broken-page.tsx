"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button";
import { NoticePage } from "./notice-page";
import styles from "./notice-page.module.css";

type Props = {
  readonly error: Error & { readonly digest?: string };
  readonly retry: () => void;
  /** What of the station is not touched by it, and whom to tell. */
  readonly children: ReactNode;
};

/** Something broke on our side. The reference is the one in the log; what broke is nobody's business here. */
export function BrokenPage({ error, retry, children }: Props) {
  const t = useTranslations();
  return (
    <NoticePage
      title={t("ui.broken.title")}
      actions={
        <Button look="primary" onClick={retry}>
          {t("common.tryAgain")}
        </Button>
      }
    >
      <p>{children}</p>
      {error.digest && <p className={styles.reference}>{t("ui.broken.reference", { digest: error.digest })}</p>}
    </NoticePage>
  );
}
