import config from "@payload-config";
import { getPayload, type Payload } from "payload";
import { env } from "@/server/env";
import { actorFrom } from "./actors";
import { takeOnChores, type Chores } from "./chores";
import { withoutGuessing } from "./database-away";
import type { Actor } from "./records";

/**
 * Payload, migrated and ready. There is one in a process, however often its modules are bundled: Payload keeps
 * it on `globalThis`. A bad setting is said here, since the configuration itself is also read without settings.
 */
export function getCms(): Promise<Payload> {
  env();
  return getPayload({ config });
}

/** Ends Payload's clock, and the connections to the database: a transaction that is open is rolled back. */
export async function closeCms(): Promise<void> {
  const cms = await getCms();
  const { pool, client } = cms.db as unknown as {
    readonly pool?: { end(): Promise<void> };
    readonly client?: { close(): void };
  };
  await cms.destroy();
  await pool?.end();
  client?.close();
}

/** The same with its clock running: from now on this process does its chores when they are due. */
export async function startChores(what: Chores): Promise<void> {
  takeOnChores(what);
  await getPayload({ config, cron: true });
}

/** Who sends these headers, by Payload's session cookie or by `Authorization: users API-Key …`; null for nobody. Fails with `DatabaseUnreachable` when it could not be looked up. */
export async function actorOf(headers: Headers): Promise<Actor | null> {
  const cms = await getCms();
  const { user } = await withoutGuessing(
    () => cms.auth({ headers, canSetHeaders: false }),
    (found) => found.user !== null,
  );
  return user ? actorFrom(user) : null;
}
