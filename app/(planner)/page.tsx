import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { Planner } from "@/components/planner/planner";
import { dayAt, mondayOf } from "@/domain/zone";
import { actorOf } from "@/server/cms/cms";
import { getDeps } from "@/server/deps";

export const metadata: Metadata = { title: "The week" };

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function PlannerPage({ searchParams }: Props) {
  const me = await actorOf(await headers());
  if (!me) redirect(`/login${nextOf(await searchParams)}`);
  const { zone, stationName, now } = await getDeps();
  return <Planner timeZone={zone.name} stationName={stationName} initialWeek={mondayOf(dayAt(zone, now()))} me={me} />;
}

/** A link to a week still leads there after the sign-in. */
function nextOf(query: Awaited<Props["searchParams"]>): string {
  const kept = Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return kept.length === 0 ? "" : `?${new URLSearchParams({ next: `/?${new URLSearchParams(kept)}` })}`;
}
