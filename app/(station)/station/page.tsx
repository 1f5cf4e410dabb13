import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { nextDays } from "@/components/station/next-days";
import { wishedMonday } from "@/components/station/reach";
import { StationPage } from "@/components/station/station-page";
import { dayAfter, dayAt } from "@/domain/zone";
import { actorOf } from "@/server/cms/cms";
import { getDeps } from "@/server/deps";
import { env } from "@/server/env";
import { stationWeek } from "@/server/schedule/station-week";

/** What is on air is asked of the running server, never of a build. */
export const dynamic = "force-dynamic";

type Props = { readonly searchParams: Promise<{ readonly week?: string | string[] }> };

/** One reading for the page and its title: the week that is asked for, otherwise the seven days from today. */
const viewOf = cache(async (wish: string | string[] | undefined) => {
  const deps = await getDeps();
  const today = dayAt(deps.zone, deps.now());
  const monday = wishedMonday(wish, today);
  if (monday) return { monday, view: await stationWeek(deps, monday) };
  const [thisWeek, nextWeek] = await Promise.all([stationWeek(deps, today), stationWeek(deps, dayAfter(today, 7))]);
  return { monday, view: nextDays(thisWeek, nextWeek, today) };
});

/** Anybody's, unless the station wants its week for its own people. */
async function isWelcome(): Promise<boolean> {
  return env().STATION_PUBLIC || (await actorOf(await headers())) !== null;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { week } = await searchParams;
  if (!(await isWelcome())) return { title: env().STATION_NAME };
  const t = await getTranslations();
  const { onAir, stationName: station } = (await viewOf(week)).view;
  return {
    title: onAir ? t("station.title.onAir", { show: onAir.showName, station }) : t("station.title.week", { station }),
    description: t("station.title.description", { station }),
    // The other weeks are this page again: a search engine needs one.
    ...(week !== undefined && { robots: { index: false } }),
  };
}

export default async function StationWeekPage({ searchParams }: Props) {
  if (!(await isWelcome())) redirect("/login?next=/station");
  return <StationPage {...await viewOf((await searchParams).week)} />;
}
