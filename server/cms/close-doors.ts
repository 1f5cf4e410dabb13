import type { Access, Endpoint, PayloadHandler, SanitizedCollectionConfig, SanitizedConfig } from "payload";
import { apiRefusal } from "./api-refusal";
import { queryProblem, type FieldNames } from "./query-check";
import { valuesHold } from "./value-check";
import { everybody, nobody, planners } from "./who-may";

/**
 * Ways into Payload that nothing of ours uses: no collection has versions, nobody verifies an address, and no
 * token to reset a password is ever made. Payload answers 500 to most of them.
 */
const unused = ["/versions", "/versions/:id", "/verify/:id", "/reset-password", "/unlock"];

/** What Payload keeps for itself: which ways in its admin uses. */
const ofPayload: Readonly<Record<string, readonly string[]>> = {
  "payload-kv": [],
  "payload-jobs": [],
  "payload-migrations": [],
  "payload-preferences": ["get /:key", "post /:key", "delete /:key"],
  "payload-locked-documents": ["get /", "patch /:id", "delete /:id"],
};

/** Who may of what Payload would leave to everybody who is signed in. */
const accessOf: Readonly<Record<string, Readonly<Record<string, Access>>>> = {
  // A note that somebody is editing: whoever makes one keeps a planner from saving.
  "payload-locked-documents": { create: nobody, read: everybody, update: planners, delete: (args) => planners(args) || (args.req.user ? { "user.value": { equals: args.req.user.id } } : false) },
  "payload-migrations": { create: nobody, read: nobody, update: nobody, delete: nobody },
};

/** Payload's ways in as far as somebody needs them, each behind a look at what is asked. */
export async function closeDoors(built: Promise<SanitizedConfig>): Promise<SanitizedConfig> {
  const config = await built;
  const fields = config.collections.flatMap(({ flattenedFields }) => flattenedFields);
  const names: FieldNames = {
    dates: new Set(fields.filter(({ type }) => type === "date").map(({ name }) => name)),
    people: new Set(fields.filter((field) => field.type === "relationship" && field.relationTo === "users").map(({ name }) => name)),
  };
  const guarded = (endpoint: Endpoint): Endpoint => ({ ...endpoint, handler: judging(endpoint, names) });
  Object.assign(config, { endpoints: config.endpoints.map(guarded) });
  for (const collection of config.collections) {
    Object.assign(collection, { endpoints: endpointsOf(collection).map(guarded) });
    collection.hooks.beforeOperation.unshift(valuesHold);
    Object.assign(collection.access, accessOf[collection.slug]);
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
  const first = all.filter((each, index) => all.findIndex(({ method, path }) => method === each.method && path === each.path) === index);
  return first.filter(({ method, path }) => (wanted ? wanted.includes(`${method} ${path}`) : !unused.includes(path)));
}

/** Payload tells everybody what they may, and finds no preference of somebody who is nobody. */
function judging({ path, handler }: Endpoint, names: FieldNames): PayloadHandler {
  const isForSignedIn = path.startsWith("/access") || path === "/:key";
  return async (req) => {
    if (isForSignedIn && !req.user) throw apiRefusal({ code: "UNAUTHENTICATED" });
    const why = queryProblem(req.query as Record<string, unknown>, names);
    if (why) throw apiRefusal({ code: "MALFORMED_REQUEST", why });
    return handler(req);
  };
}
