import type { FlattenedField, PayloadRequest, SanitizedConfig } from "payload";

/** What of people may be asked by whoever may ask for what points to them. */
const knownOfPeople: ReadonlySet<string> = new Set(["id", "name", "role"]);
/** Nobody's to ask for, beside what Payload hides: a key, and who is signed in where. */
const secrets: ReadonlySet<string> = new Set(["apiKey", "sessions"]);

type Asked = { readonly req: PayloadRequest; readonly slug: string };

/**
 * May this person ask for documents by that field? A path leads through relationships and joins; what is hidden
 * on its way, or not this person's to read, must not be told by an order or by what a condition finds. Payload
 * reads `__` as a dot.
 */
export async function isAskable(path: string, { req, slug }: Asked): Promise<boolean> {
  const segments = path.replaceAll("__", ".").split(".");
  return walk(segments, { req, slug, fields: fieldsOf(req.payload.config, slug) });
}

type At = Asked & { readonly fields: readonly FlattenedField[] };

async function walk([name = "", ...rest]: readonly string[], at: At): Promise<boolean> {
  if (name === "id" || name === "_id") return rest.length === 0;
  const field = at.fields.find((each) => each.name === name);
  if (!field || isHidden(field) || !(await mayRead(field, at.req))) return false;
  if (rest.length === 0) return true;
  if ("flattenedFields" in field) return walk(rest, { ...at, fields: field.flattenedFields });
  if (field.type === "relationship" && Array.isArray(field.relationTo))
    return rest.length === 1 && ["value", "relationTo"].includes(rest[0]!);
  const to = field.type === "relationship" ? field.relationTo : field.type === "join" ? field.collection : null;
  if (typeof to !== "string") return false;
  return to === "users"
    ? rest.length === 1 && knownOfPeople.has(rest[0]!)
    : walk(rest, { req: at.req, slug: to, fields: fieldsOf(at.req.payload.config, to) });
}

function isHidden(field: FlattenedField): boolean {
  return secrets.has(field.name) || ("hidden" in field && field.hidden === true);
}

/** What somebody may read of a document only when it is their own is not theirs to ask all documents for. */
async function mayRead(field: FlattenedField, req: PayloadRequest): Promise<boolean> {
  const read = "access" in field ? field.access?.read : undefined;
  return !read || (await read({ req })) === true;
}

function fieldsOf(config: SanitizedConfig, slug: string): readonly FlattenedField[] {
  return config.collections.find((each) => each.slug === slug)?.flattenedFields ?? [];
}
