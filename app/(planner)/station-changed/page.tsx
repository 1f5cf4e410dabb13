import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StationChanged } from "@/components/station-changed/station-changed";
import styles from "@/components/station-changed/station-changed.module.css";
import { ServerProvider } from "@/components/trpc/provider";
import { NoticePage } from "@/components/ui/notice-page";
import { actorOf } from "@/server/cms/cms";
import { getDeps } from "@/server/deps";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("page.title.stationChanged") };
}

/** For admins: what of our records this LibreTime has, and whether it is to be ours. */
export default async function StationChangedPage() {
  const me = await actorOf(await headers());
  if (!me) redirect(`/login?${new URLSearchParams({ next: "/station-changed" })}`);
  const t = await getTranslations();
  if (me.role !== "admin") {
    return (
      <NoticePage title={t("stationChanged.adminsOnly.title")} actions={<a href="/">{t("stationChanged.back")}</a>}>
        <p>{t("stationChanged.adminsOnly.rest")}</p>
      </NoticePage>
    );
  }
  const { stationName } = await getDeps();
  return (
    <ServerProvider>
      <main className={styles.page}>
        <header className={styles.head}>
          <p>{t("page.stationChanged", { station: stationName })}</p>
          <h1>{t("page.title.stationChanged")}</h1>
        </header>
        <StationChanged />
      </main>
    </ServerProvider>
  );
}
