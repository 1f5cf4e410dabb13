import { APIError, type CollectionBeforeOperationHook, type PayloadRequest } from "payload";
import { apiRefusal } from "./api-refusal";
import { isAskable } from "./query-paths";

/** The longest list that anybody is given at once. */
export const LIST_LIMIT = 200;

const asking: ReadonlySet<string> = new Set(["read", "readDistinct", "count", "update", "delete"]);

type Asked = Parameters<typeof isAskable>[1];
type Args = Readonly<
  Record<"where" | "sort" | "field" | "groupBy" | "joins" | "limit" | "pagination" | "overrideAccess", unknown>
>;

/**
 * The one look at what documents are asked by: lists of the admin, its server functions and REST all come here,
 * with what a person's kept layout adds. What Airweek asks for itself has no person's rights and passes.
 */
export const queryHolds: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  const given = args as unknown as Args;
  if (given.overrideAccess === true || !asking.has(operation)) return;
  await demandQuery(given, { req, slug: collection.slug });
  if (isList(operation)) Object.assign(args, { limit: limitOf(given, req) });
};

/** The same before anything is asked: why a query is refused, or null. */
export async function queryRefusal(query: Partial<Args>, asked: Asked): Promise<string | null> {
  try {
    await demandQuery(query, asked);
    limitOf(query, asked.req);
    return null;
  } catch (error) {
    if (error instanceof APIError) return String((error.data as { details: { why: string } }).details.why);
    throw error;
  }
}

async function demandQuery({ sort, field, groupBy, where, joins }: Partial<Args>, asked: Asked): Promise<void> {
  const refusedPath = await firstRefused([sort, field, groupBy].flatMap(sortsIn).concat(pathsIn(where)), asked);
  if (refusedPath !== null) throw unaskable(refusedPath);
  await joinsHold(joins, asked);
}

function isList(operation: string): boolean {
  return operation === "read" || operation === "readDistinct";
}

/** `0` is no limit to Payload, and so is a list without pages: both are the longest list that there is. */
function limitOf({ limit, pagination }: Partial<Args>, req: PayloadRequest): number | undefined {
  if (limit === undefined || limit === null || limit === "")
    return pagination === false && req.payloadAPI === "REST" ? LIST_LIMIT : undefined;
  const wanted = typeof limit === "number" || typeof limit === "string" ? Number(limit) : NaN;
  if (!Number.isInteger(wanted) || wanted < 0)
    throw apiRefusal({ code: "MALFORMED_REQUEST", why: "limit must be a whole number" });
  return wanted === 0 ? LIST_LIMIT : Math.min(wanted, LIST_LIMIT);
}

/** A join has a query of its own, over the documents that it brings. */
async function joinsHold(joins: unknown, { req, slug }: Asked): Promise<void> {
  if (typeof joins !== "object" || joins === null) return;
  const fields = req.payload.config.collections.find((each) => each.slug === slug)?.flattenedFields ?? [];
  for (const [name, query] of Object.entries(joins as Readonly<Record<string, unknown>>)) {
    if (typeof query !== "object" || query === null) continue;
    const join = fields.find((field) => field.name === name && field.type === "join");
    const to = join?.type === "join" && typeof join.collection === "string" ? join.collection : null;
    const { sort, where } = query as Readonly<Record<string, unknown>>;
    const refusedPath =
      to === null ? name : await firstRefused([...sortsIn(sort), ...pathsIn(where)], { req, slug: to });
    if (refusedPath !== null) throw unaskable(refusedPath);
  }
}

async function firstRefused(paths: readonly string[], asked: Asked): Promise<string | null> {
  for (const path of paths) if (!(await isAskable(path, asked))) return path;
  return null;
}

function sortsIn(sort: unknown): readonly string[] {
  if (sort === undefined || sort === null || sort === "") return [];
  const each = [sort].flat();
  if (!each.every((text) => typeof text === "string")) throw unaskable("sort");
  return each.flatMap((text) => text.split(",")).map((text) => text.trim().replace(/^-/, ""));
}

/** Every field that a condition names; a condition within a condition's value is none that anybody needs. */
function pathsIn(where: unknown): readonly string[] {
  if (where === undefined || where === null) return [];
  if (Array.isArray(where)) return where.flatMap(pathsIn);
  if (typeof where !== "object") throw unaskable("where");
  return Object.entries(where).flatMap(([name, condition]) => {
    if (/^(and|or)$/i.test(name)) return pathsIn(condition);
    if (Object.values((condition ?? {}) as object).some(hasObject)) throw unaskable(name);
    return [name];
  });
}

function hasObject(value: unknown): boolean {
  return [value].flat().some((each) => typeof each === "object" && each !== null && !(each instanceof Date));
}

/** Under the name that Payload's list takes for somebody who may not: it is then empty, and no failure in the log. */
function unaskable(path: string) {
  const known = /^[\w.-]{1,60}$/.test(path) ? path : "a field of that name";
  return Object.assign(apiRefusal({ code: "MALFORMED_REQUEST", why: `nobody can ask for documents by ${known}` }), {
    name: "QueryError",
  });
}
