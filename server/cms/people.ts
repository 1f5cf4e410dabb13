import { randomBytes } from "node:crypto";
import type { Role } from "@/domain/roles";
import { actorFrom } from "./actors";
import { getCms } from "./cms";
import type { Actor } from "./records";
import { newApiKey } from "./sign-in/api-keys";
import { demoPassword } from "./sign-in/new-password";
import { isId, sql } from "./sql";
import { rowsOf } from "./rows-of";

/** Who is to be there, and how. */
export type PersonWish = {
  readonly email: string;
  readonly role: Role;
  readonly name?: string;
  /** Left out: a new person gets one that nobody has seen before, a known one keeps theirs. */
  readonly password?: string;
  /** Give them a new API key? The one before stops working. */
  readonly withApiKey?: boolean;
  /** Is the password the demo's? It is printed wherever the demo is, and may be a name. */
  readonly isOfDemo?: boolean;
};

/** What became of the wish. A key and a made-up password are told here and never again. */
export type PersonSaved = {
  readonly actor: Actor;
  readonly isNew: boolean;
  readonly password: string | null;
  readonly apiKey: string | null;
};

/** The names of those people, by id; who is gone has none. */
export async function namesOfPeople(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(ids)].filter(isId);
  if (asked.length === 0) return new Map();
  const rows = await rowsOf(
    sql`SELECT id, name FROM users WHERE id IN (${sql.join(
      asked.map((id) => sql`${id}`),
      sql`, `,
    )})`,
  );
  return new Map(rows.map(({ id, name }) => [String(id), String(name)]));
}

/** Makes or changes a person, for whoever runs the server. Refuses to leave the station without an admin. */
export async function savePerson({
  email,
  role,
  name,
  password,
  withApiKey,
  isOfDemo,
}: PersonWish): Promise<PersonSaved> {
  const cms = await getCms();
  const key = withApiKey ? newApiKey() : null;
  const [apiKey, keyed] = [key?.apiKey ?? null, key?.data ?? {}];
  const asked = {
    depth: 0,
    overrideAccess: true,
    context: { ...key?.context, ...(isOfDemo && demoPassword) },
  } as const;
  const known = (
    await cms.find({
      collection: "users",
      where: { email: { equals: email.toLowerCase() } },
      limit: 1,
      depth: 0,
      overrideAccess: true,
    })
  ).docs[0];
  if (known) {
    const data = { role, ...(name && { name }), ...(password && { password }), ...keyed };
    const user = await cms.update({ collection: "users", id: known.id, data, ...asked });
    return { actor: actorFrom(user), isNew: false, password: null, apiKey };
  }
  const made = password ? null : randomBytes(12).toString("base64url");
  const data = { email, role, name: name ?? email.split("@")[0]!, password: password ?? made!, ...keyed };
  const user = await cms.create({ collection: "users", data, ...asked });
  return { actor: actorFrom(user), isNew: true, password: made, apiKey };
}

/** How many people there are. */
export async function countPeople(): Promise<number> {
  return (await (await getCms()).count({ collection: "users", overrideAccess: true })).totalDocs;
}

/** The person of that address as an actor; null when there is none. */
export async function findActor(email: string): Promise<Actor | null> {
  const { docs } = await (
    await getCms()
  ).find({
    collection: "users",
    where: { email: { equals: email.toLowerCase() } },
    limit: 1,
    depth: 0,
    overrideAccess: true,
  });
  return docs[0] ? actorFrom(docs[0]) : null;
}
