import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/router";

/** How the station stands, as it travels. */
export type StationStatusView = inferRouterOutputs<AppRouter>["station"]["status"];

/** Something that is heard. */
export type OnAirView = NonNullable<StationStatusView["onAir"]>;
