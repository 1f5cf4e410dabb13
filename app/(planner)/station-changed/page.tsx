import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { StationChanged } from "@/components/station-changed/station-changed";
import styles from "@/components/station-changed/station-changed.module.css";
import { ServerProvider } from "@/components/trpc/provider";
import { NoticePage } from "@/components/ui/notice-page";
import { actorOf } from "@/server/cms/cms";
import { getDeps } from "@/server/deps";

export const metadata: Metadata = { title: "Is this our LibreTime?" };

/** For admins: what of our records this LibreTime has, and whether it is to be ours. */
export default async function StationChangedPage() {
  const me = await actorOf(await headers());
  if (!me) redirect(`/login?${new URLSearchParams({ next: "/station-changed" })}`);
  if (me.role !== "admin") {
    return (
      <NoticePage title="Only an admin may look at this" actions={<a href="/">Back to the week</a>}>
        <p>Admins decide which LibreTime is the station’s.</p>
      </NoticePage>
    );
  }
  const { zone, stationName } = await getDeps();
  return (
    <ServerProvider>
      <main className={styles.page}>
        <header className={styles.head}>
          <p>Airweek · {stationName}</p>
          <h1>Is this our LibreTime?</h1>
        </header>
        <StationChanged timeZone={zone.name} />
      </main>
    </ServerProvider>
  );
}
