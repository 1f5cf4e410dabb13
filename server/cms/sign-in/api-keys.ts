import { randomBytes } from "node:crypto";
import type { CollectionBeforeOperationHook, CollectionBeforeValidateHook, Endpoint, PayloadRequest } from "payload";
import { apiRefusal } from "../api-refusal";
import { isId } from "../sql";

const made = "airweekMadeKey";
const chosen = "airweekChosenKey";

/** A key that nobody has chosen, and the context without which none is kept. */
export function newApiKey() {
  return keptKey(randomBytes(32).toString("base64url"));
}

/** How a key is handed to Payload by the server itself. */
export function keptKey(apiKey: string) {
  return { apiKey, data: { enableAPIKey: true, apiKey }, context: { [made]: apiKey } } as const;
}

/** Notes a key that somebody sends: who may not write here at all is told that first. */
export const noteChosenKey: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const data = "data" in args ? (args.data as Readonly<Record<string, unknown>> | undefined) : undefined;
  const isWrite = operation === "create" || operation === "update";
  if (isWrite && data?.["apiKey"] && data["apiKey"] !== req.context[made]) req.context[chosen] = true;
};

/** The server makes keys. */
export const refuseChosenKey: CollectionBeforeValidateHook = ({ req }) => {
  if (req.context[chosen])
    throw apiRefusal({
      code: "MALFORMED_REQUEST",
      why: "apiKey is made by the server: POST /api/users/<your id>/api-key answers a new one",
    });
};

/** Keys are made by whom they are for, and taken away by them or an admin. */
export const apiKeyEndpoints: Endpoint[] = [
  {
    path: "/:id/api-key",
    method: "post",
    handler: async (req) => {
      const id = idIn(req);
      if (id !== req.user?.id) throw apiRefusal({ code: "FORBIDDEN", needs: "the person whom the key is for" });
      const { apiKey, data, context } = newApiKey();
      await req.payload.update({ collection: "users", id, data, context, overrideAccess: true, depth: 0, req });
      return told({ success: true, apiKey });
    },
  },
  {
    path: "/:id/api-key",
    method: "delete",
    handler: async (req) => {
      const id = idIn(req);
      if (id !== req.user?.id && req.user?.role !== "admin")
        throw apiRefusal({ code: "FORBIDDEN", needs: "admins, and the person whom the key is for," });
      if (!isId(id)) throw apiRefusal({ code: "MALFORMED_REQUEST", why: "there is no such person" });
      await req.payload.update({
        collection: "users",
        id,
        data: { enableAPIKey: false, apiKey: null },
        overrideAccess: true,
        depth: 0,
        req,
      });
      return told({ success: true });
    },
  },
];

function idIn({ routeParams }: PayloadRequest): string {
  return String(routeParams?.["id"]);
}

function told(body: object): Response {
  return Response.json(body, { headers: { "cache-control": "no-store" } });
}
