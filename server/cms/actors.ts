import type { User } from "./payload-types";
import type { Actor } from "./records";

/** A user of Payload's as who acts. */
export function actorFrom(user: User): Actor {
  const showIds = (user.shows?.docs ?? []).map((show) => (typeof show === "string" ? show : show.id));
  return { id: user.id, name: user.name, email: user.email, role: user.role, showIds };
}

/** The actor as Payload's access rules want it. */
export function asUser({ id, name, email, role }: Actor) {
  return { id, name, email, role, collection: "users" as const, createdAt: "", updatedAt: "" };
}
