import { useTranslations } from "next-intl";
import { NoticePage } from "@/components/ui/notice-page";

export default function NotFound() {
  const t = useTranslations();
  return (
    <NoticePage
      title={t("page.missing.title")}
      actions={
        <>
          <a href="/">{t("page.missing.planner")}</a>
          <a href="/station">{t("page.missing.station")}</a>
        </>
      }
    >
      <p>{t("page.missing.rest")}</p>
    </NoticePage>
  );
}
