import type { PayloadRequest } from "payload";
import { rowsIn, sql } from "../sql";
import type { StoredPassword } from "./password-hash";

/** Whose password it is, and what is kept of it. */
export type PasswordOf = StoredPassword & { readonly id: string };

/** What is kept of the password of whoever has that address; null for nobody. */
export async function passwordByAddress(email: string, req: PayloadRequest): Promise<PasswordOf | null> {
  return passwordIn(await rowsIn(req, sql`SELECT id, hash, salt FROM users WHERE email = ${email}`));
}

/** The same by id. */
export async function passwordById(id: string, req: PayloadRequest): Promise<PasswordOf | null> {
  return passwordIn(await rowsIn(req, sql`SELECT id, hash, salt FROM users WHERE id = ${id}`));
}

/** Signs somebody out everywhere. */
export async function endAllSessions(id: string, req: PayloadRequest): Promise<void> {
  await rowsIn(req, sql`DELETE FROM users_sessions WHERE _parent_id = ${id}`);
}

function passwordIn([row]: Awaited<ReturnType<typeof rowsIn>>): PasswordOf | null {
  const { id, hash, salt } = row ?? {};
  return typeof hash === "string" && typeof salt === "string" ? { id: String(id), hash, salt } : null;
}
