import config from "@payload-config";
import { getPayload, type Payload } from "payload";
import { env } from "@/server/env";
import type { Actor } from "./records";

/**
 * Payload, migrated and ready. There is one in a process, however often its modules are bundled: Payload keeps
 * it on `globalThis`. A bad setting is said here, since the configuration itself is also read without settings.
 */
export function getCms(): Promise<Payload> {
  env();
  return getPayload({ config });
}

/** Who sends these headers, by Payload's session cookie or by `Authorization: users API-Key …`; null for nobody. */
export async function actorOf(headers: Headers): Promise<Actor | null> {
  const cms = await getCms();
  const { user } = await cms.auth({ headers, canSetHeaders: false });
  if (!user) return null;
  const showIds = (user.shows?.docs ?? []).map((show) => (typeof show === "string" ? show : show.id));
  return { id: user.id, name: user.name, email: user.email, role: user.role, showIds };
}

/** The actor as Payload's access rules want it. */
export function asUser({ id, name, email, role }: Actor) {
  return { id, name, email, role, collection: "users" as const, createdAt: "", updatedAt: "" };
}
