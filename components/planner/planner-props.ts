import type { WeekPlace } from "./week-in-address";

export type PlannerProps = {
  readonly stationName: string;
  /** The week that is shown first, and how. */
  readonly initialPlace: WeekPlace;
  readonly me: {
    readonly name: string;
    readonly role: "admin" | "programmer" | "host" | "viewer";
    readonly canPlan: boolean;
  };
};
