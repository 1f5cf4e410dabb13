import type { Metadata } from "next";
import { HydrationBoundary } from "@tanstack/react-query";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Planner } from "@/components/planner/planner";
import { placeIn } from "@/components/planner/week-in-address";
import { ServerProvider } from "@/components/trpc/provider";
import { ToastRegion } from "@/components/ui/toasts";
import { mayPlan } from "@/domain/roles";
import { parseInstant, type Instant } from "@/domain/time";
import { dayAt } from "@/domain/zone";
import { actorOf } from "@/server/cms/cms";
import { getDeps } from "@/server/deps";
import { firstWeek } from "./first-week";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("page.title.week") };
}

type Query = Readonly<Record<string, string | string[] | undefined>>;
type Props = { readonly searchParams: Promise<Query> };

export default async function PlannerPage({ searchParams }: Props) {
  const asked = await headers();
  const me = await actorOf(asked);
  const query = await searchParams;
  if (!me) redirect(`/login${nextOf(query)}`);
  const deps = await getDeps();
  const { zone, stationName, now } = deps;
  const place = placeIn(new URLSearchParams(single(query)), {
    day: dayAt(zone, wishedAt(query) ?? now()),
    view: "week",
  });
  return (
    <ServerProvider>
      <HydrationBoundary state={await firstWeek({ actor: me, again: () => actorOf(asked), deps }, place)}>
        <ToastRegion>
          <Planner
            stationName={stationName}
            initialPlace={place}
            me={{ name: me.name, role: me.role, canPlan: mayPlan(me.role) }}
          />
        </ToastRegion>
      </HydrationBoundary>
    </ServerProvider>
  );
}

/** `?at=` leads to the week of an instant: so the admin says where an episode stands, without knowing the station's zone. */
function wishedAt({ at }: Query): Instant | null {
  const read = typeof at === "string" ? parseInstant(at) : null;
  return read?.ok ? read.value : null;
}

/** A link to a week still leads there after the sign-in. */
function nextOf(query: Query): string {
  const kept = single(query);
  return kept.length === 0 ? "" : `?${new URLSearchParams({ next: `/?${new URLSearchParams(kept)}` })}`;
}

/** What the address says once. */
function single(query: Query): [string, string][] {
  return Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === "string");
}
