export type PlannerProps = {
  /** The station's IANA zone. */
  readonly timeZone: string;
  readonly stationName: string;
  /** A day of the week that is shown first. */
  readonly initialWeek: string;
  readonly me: {
    readonly name: string;
    readonly role: "admin" | "programmer" | "host" | "viewer";
    readonly canPlan: boolean;
  };
};
