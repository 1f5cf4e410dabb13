import type { ShowId } from "@/domain/ids";
import type { Interval } from "@/domain/interval";
import { sql, toInstant } from "./sql";
import { rowsOf } from "./rows-of";

/** An instance that we made for a slot of the show: its mark, where it is kept, and the times that it had then. */
export type MadeInstance = Interval & { readonly instanceId: number; readonly mark: string | null };

/** Every instance that we made for slots of that show, past and future. */
export async function instancesOfShow(showId: ShowId): Promise<readonly MadeInstance[]> {
  const rows = await rowsOf(
    sql`SELECT instance_id, instance_mark, starts_at, ends_at FROM slots WHERE show = ${showId} AND owns_instance`,
  );
  return rows.map((row) => ({
    instanceId: Number(row.instance_id),
    mark: row.instance_mark === null ? null : String(row.instance_mark),
    startsAt: toInstant(row.starts_at),
    endsAt: toInstant(row.ends_at),
  }));
}
