import { isId, sql } from "./sql";
import { rowsOf } from "./rows-of";

/**
 * For each of these people a text that is another one as soon as their role, their API key or one of their sessions
 * is. Who is gone has none. Two small questions, however many they are.
 */
export async function versionsOfPeople(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(ids)].filter(isId);
  if (asked.length === 0) return new Map();
  const list = sql.join(
    asked.map((id) => sql`${id}`),
    sql`, `,
  );
  const [people, sessions] = await Promise.all([
    rowsOf(sql`SELECT id, role, enable_a_p_i_key, api_key_index FROM users WHERE id IN (${list})`),
    rowsOf(sql`SELECT _parent_id, id FROM users_sessions WHERE _parent_id IN (${list}) ORDER BY id`),
  ]);
  const sessionsOf = (id: unknown) => sessions.filter((each) => each["_parent_id"] === id).map((each) => each["id"]);
  return new Map(
    people.map(({ id, role, enable_a_p_i_key: hasKey, api_key_index: key }) => [
      String(id),
      JSON.stringify([role, hasKey, key, sessionsOf(id)]),
    ]),
  );
}
