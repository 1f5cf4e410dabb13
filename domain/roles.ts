/** What a person is at the station. */
export type Role = "admin" | "programmer" | "host" | "viewer";

/** May this person plan, move, unplan and repair? Hosts and viewers read. */
export function mayPlan(role: Role): boolean {
  return role === "admin" || role === "programmer";
}
