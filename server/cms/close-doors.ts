import type {
  Access,
  CollectionBeforeChangeHook,
  Endpoint,
  PayloadHandler,
  PayloadRequest,
  SanitizedCollectionConfig,
  SanitizedConfig,
} from "payload";
import { fieldAffectsData } from "payload/shared";
import { apiRefusal } from "./api-refusal";
import { keptPreference, preferenceProblem } from "./preference-check";
import { queryProblem, type FieldNames } from "./query-check";
import { queryHolds } from "./query-holds";
import { valuesHold } from "./value-check";
import { everybody, nobody, planners } from "./who-may";

/**
 * Ways into Payload that nothing of ours uses: no collection has versions, nobody verifies an address, and no
 * token to reset a password is ever made. Payload answers 500 to most of them. The first person is made by
 * `npm run user`: whoever finds a station without people first would be its admin, and so would all who ask at once.
 */
const unused = ["/versions", "/versions/:id", "/verify/:id", "/reset-password", "/unlock", "/first-register"];

/** What Payload keeps for itself: which ways in its admin uses. */
const ofPayload: Readonly<Record<string, readonly string[]>> = {
  "payload-kv": [],
  "payload-jobs": [],
  "payload-migrations": [],
  "payload-preferences": ["get /:key", "post /:key", "delete /:key"],
  "payload-locked-documents": ["get /", "patch /:id", "delete /:id"],
};

/** A lock is taken over by whoever may edit what it locks. */
const takingOver: Access = async ({ req, id }) => {
  if (!req.user || req.user.role !== "programmer") return req.user?.role === "admin";
  const lock =
    id === undefined
      ? null
      : await req.payload.db.findOne<{ readonly id: string; readonly document?: { readonly relationTo: string } }>({
          collection: "payload-locked-documents",
          where: { id: { equals: id } },
          req,
        });
  return lock === null || ["shows", "episodes", "patterns"].includes(lock.document?.relationTo ?? "");
};

/** It stays on the record that it was made for. */
const staysOnItsRecord: CollectionBeforeChangeHook = ({ data, originalDoc, operation }) =>
  operation === "update" ? { ...data, document: originalDoc.document, globalSlug: originalDoc.globalSlug } : data;

/** Who may of what Payload would leave to everybody who is signed in. */
const accessOf: Readonly<Record<string, Readonly<Record<string, Access>>>> = {
  // A note that somebody is editing: whoever makes one keeps a planner from saving.
  "payload-locked-documents": {
    create: nobody,
    read: everybody,
    update: takingOver,
    delete: (args) => planners(args) || (args.req.user ? { "user.value": { equals: args.req.user.id } } : false),
  },
  "payload-migrations": { create: nobody, read: nobody, update: nobody, delete: nobody },
};

/** Fields that no request writes. */
const writtenByPayload: ReadonlySet<string> = new Set(["sessions", "createdAt", "updatedAt"]);

/** Payload's ways in as far as somebody needs them, each behind a look at what is asked. */
export async function closeDoors(built: Promise<SanitizedConfig>): Promise<SanitizedConfig> {
  const config = await built;
  const fields = config.collections.flatMap(({ flattenedFields }) => flattenedFields);
  const names: FieldNames = {
    dates: new Set(fields.filter(({ type }) => type === "date").map(({ name }) => name)),
    people: new Set(
      fields.filter((field) => field.type === "relationship" && field.relationTo === "users").map(({ name }) => name),
    ),
  };
  const guarded = (endpoint: Endpoint): Endpoint => ({ ...endpoint, handler: judging(endpoint, names) });
  Object.assign(config, { endpoints: config.endpoints.map(guarded) });
  for (const collection of config.collections) {
    Object.assign(collection, { endpoints: endpointsOf(collection).map(guarded) });
    collection.hooks.beforeOperation.unshift(valuesHold, queryHolds);
    if (collection.slug === "payload-locked-documents") collection.hooks.beforeChange.push(staysOnItsRecord);
    if (collection.slug === "payload-preferences") collection.hooks.beforeOperation.push(keptPreference);
    Object.assign(collection.access, accessOf[collection.slug]);
    // Payload lets whoever makes a person write their sessions as well, and anybody who may write the times of writing.
    for (const field of collection.fields) {
      if (!fieldAffectsData(field) || !writtenByPayload.has(field.name)) continue;
      field.access = { ...field.access, create: () => false, update: () => false };
    }
  }
  for (const global of config.globals) {
    // When chores last ran is nobody's business.
    Object.assign(global, { endpoints: [] });
    Object.assign(global.access, { read: nobody, update: nobody });
  }
  return config;
}

function endpointsOf({ slug, endpoints }: SanitizedCollectionConfig): Endpoint[] {
  const wanted = ofPayload[slug];
  const all = endpoints || [];
  const first = all.filter(
    (each, index) => all.findIndex(({ method, path }) => method === each.method && path === each.path) === index,
  );
  return first.filter(({ method, path }) => (wanted ? wanted.includes(`${method} ${path}`) : !unused.includes(path)));
}

/** Payload tells everybody what they may, and finds no preference of somebody who is nobody. */
function judging({ path, handler }: Endpoint, names: FieldNames): PayloadHandler {
  const isForSignedIn = path.startsWith("/access") || path === "/:key";
  return async (req) => {
    if (isForSignedIn && !req.user) throw apiRefusal({ code: "UNAUTHENTICATED" });
    if (path === "/:key" && req.method === "POST") await demandPreference(req);
    const why = queryProblem(req.query as Record<string, unknown>, names);
    if (why) throw apiRefusal({ code: "MALFORMED_REQUEST", why });
    return handler(req);
  };
}

/** Payload keeps a preference past its own hooks. */
async function demandPreference(req: PayloadRequest): Promise<void> {
  const given: unknown = await req.json?.();
  const value = typeof given === "object" && given !== null && "value" in given ? given.value : given;
  const why = await preferenceProblem({ key: req.routeParams?.["key"], value }, req);
  if (why) throw apiRefusal({ code: "MALFORMED_REQUEST", why });
  // A body is read once.
  Object.assign(req, { json: () => Promise.resolve(given) });
}
