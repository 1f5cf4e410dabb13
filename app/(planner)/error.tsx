"use client";

import { useTranslations } from "next-intl";
import { BrokenPage } from "@/components/ui/broken-page";

export default function PlannerError({
  error,
  reset,
}: {
  readonly error: Error & { digest?: string };
  readonly reset: () => void;
}) {
  const t = useTranslations();
  return (
    <BrokenPage error={error} retry={reset}>
      {t("page.broken")}
    </BrokenPage>
  );
}
