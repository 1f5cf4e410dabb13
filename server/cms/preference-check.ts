import type { CollectionBeforeOperationHook, PayloadRequest } from "payload";
import { apiRefusal } from "./api-refusal";
import { queryRefusal } from "./query-holds";

/** The longest layout of a list that anybody needs. */
const VALUE_LIMIT = 32 * 1024;

/** A preference as somebody would keep it. */
type Wished = { readonly key: unknown; readonly value: unknown };

/**
 * What is wrong with a preference; null when nothing is. Payload keeps any value under any name for whoever is
 * signed in: here its name is one that the admin gives, for its menu and dashboard, a list or a document.
 */
export async function preferenceProblem({ key, value }: Wished, req: PayloadRequest): Promise<string | null> {
  const slugs = req.payload.config.collections.map(({ slug }): string => slug);
  if (typeof key !== "string" || !isName(key, slugs)) return "there is no preference of that name";
  if (Buffer.byteLength(JSON.stringify(value ?? null)) > VALUE_LIMIT) return "a preference has at most 32 kB";
  const slug = key.replace(/^collection-/, "");
  return isLayout(value) && slugs.includes(slug)
    ? queryRefusal({ sort: value.sort, groupBy: value.groupBy, limit: value.limit }, { req, slug })
    : null;
}

function isName(key: string, slugs: readonly string[]): boolean {
  if (["nav", "dashboard-layout", "locale"].includes(key)) return true;
  const [, slug = ""] =
    /^collection-(.+?)(-[0-9a-f]{8}-[0-9a-f-]{27})?$/.exec(key) ??
    /^(.+?)-(edit-[0-9a-f]{8}-[0-9a-f-]{27}|shows)$/.exec(key) ??
    [];
  return slugs.includes(slug);
}

type Layout = { readonly sort?: unknown; readonly groupBy?: unknown; readonly limit?: unknown };

function isLayout(value: unknown): value is Layout {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The same for what the admin's pages keep themselves: an order that a link asked for and nobody may have is not
 * kept, or the list of whoever followed the link would be empty from then on.
 */
export const keptPreference: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const data = "data" in args ? (args.data as { readonly key?: unknown; value?: unknown }) : null;
  if ((operation !== "create" && operation !== "update" && operation !== "updateByID") || !data) return;
  if (!(await preferenceProblem({ key: data.key, value: data.value }, req))) return;
  if (isLayout(data.value)) {
    const { sort: _sort, groupBy: _groupBy, limit: _limit, ...rest } = data.value;
    data.value = rest;
  }
  const why = await preferenceProblem({ key: data.key, value: data.value }, req);
  if (why) throw apiRefusal({ code: "MALFORMED_REQUEST", why });
};
