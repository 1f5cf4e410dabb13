import type { BaseDatabaseAdapter, PayloadRequest } from "payload";
import { isPostgres, rowsIn, sql } from "./sql";

type UpdateOne = BaseDatabaseAdapter["updateOne"];
type Adapter = Pick<BaseDatabaseAdapter, "updateOne" | "rollbackTransaction">;

/**
 * Payload writes a whole person when it only begins, lengthens or ends a session, as they were before it looked at
 * the password: a password, a role or an address that was changed meanwhile would come back. It marks these writes
 * by leaving `updatedAt` alone. Here they write sessions, and nothing else.
 */
export function writeSessionsAlone(adapter: Adapter): void {
  const updateOne = adapter.updateOne;
  const alone: UpdateOne = async function (this: BaseDatabaseAdapter, args) {
    const { collection, data, id, req } = args;
    if (collection !== "users" || data["updatedAt"] !== null || !Array.isArray(data["sessions"]))
      return updateOne.call(this, args);
    try {
      await lockPerson(String(id), req as PayloadRequest);
      return await updateOne.call(this, { ...args, data: { sessions: data["sessions"], updatedAt: null } });
    } catch (error) {
      // After a failure Payload would write once more, fail at that, and never give the connection back.
      if (req?.transactionID !== undefined) await this.rollbackTransaction(req.transactionID).catch(() => undefined);
      throw error;
    }
  };
  Object.assign(adapter, { updateOne: alone });
}

/** The person before their sessions, in the order of whoever changes a password: PostgreSQL would stop one of the two. */
async function lockPerson(id: string, req: PayloadRequest): Promise<void> {
  if (isPostgres(req.payload)) await rowsIn(req, sql`SELECT id FROM users WHERE id = ${id} FOR NO KEY UPDATE`);
}
