import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { Planner } from "@/components/planner/planner";
import { ServerProvider } from "@/components/trpc/provider";
import { ToastRegion } from "@/components/ui/toasts";
import { mayPlan } from "@/domain/roles";
import { parseInstant, type Instant } from "@/domain/time";
import { dayAt } from "@/domain/zone";
import { actorOf } from "@/server/cms/cms";
import { getDeps } from "@/server/deps";

export const metadata: Metadata = { title: "The week" };

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function PlannerPage({ searchParams }: Props) {
  const me = await actorOf(await headers());
  const query = await searchParams;
  if (!me) redirect(`/login${nextOf(query)}`);
  const { zone, stationName, now } = await getDeps();
  return (
    <ServerProvider>
      <ToastRegion>
        <Planner
          timeZone={zone.name}
          stationName={stationName}
          initialWeek={dayAt(zone, wishedAt(query) ?? now())}
          me={{ name: me.name, role: me.role, canPlan: mayPlan(me.role) }}
        />
      </ToastRegion>
    </ServerProvider>
  );
}

/** `?at=` leads to the week of an instant: so the admin says where an episode stands, without knowing the station's zone. */
function wishedAt({ at }: Awaited<Props["searchParams"]>): Instant | null {
  const read = typeof at === "string" ? parseInstant(at) : null;
  return read?.ok ? read.value : null;
}

/** A link to a week still leads there after the sign-in. */
function nextOf(query: Awaited<Props["searchParams"]>): string {
  const kept = Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return kept.length === 0 ? "" : `?${new URLSearchParams({ next: `/?${new URLSearchParams(kept)}` })}`;
}
