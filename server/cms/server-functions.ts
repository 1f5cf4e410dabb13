import { docAccessOperation, createLocalReq, type PayloadRequest } from "payload";
import type { Problem } from "@/domain/problems";
import { actorOf, getCms } from "./cms";
import { queryRefusal } from "./query-holds";
import { readCall, type Call } from "./server-function-calls";

type Asker = { readonly req: PayloadRequest; readonly permissions: Permissions };
type Permissions = {
  readonly collections?: Readonly<Record<string, { readonly read?: unknown; readonly create?: unknown }>>;
};

/**
 * Why a call of one of the admin's server functions is refused; null when it is not. Who asks comes first, then
 * what is called with what, then whether that person may: as for Payload's REST, since it is the same data.
 */
export async function judgeCall(headers: Headers, given: unknown): Promise<Problem | null> {
  const asker = await askerOf(headers);
  if (!asker) return { code: "UNAUTHENTICATED" };
  const call = readCall(given);
  return typeof call === "string" ? { code: "MALFORMED_REQUEST", why: call } : rightsRefusal(call, asker);
}

/** The arguments as Payload gets them: only who may change a record keeps others from it while editing. */
export async function admittedCall(headers: Headers, given: unknown): Promise<Call | Problem> {
  const refused = await judgeCall(headers, given);
  if (refused) return refused;
  const call = readCall(given) as Call;
  if (call.name !== "form-state") return call;
  const { args } = call;
  const isLocking =
    args.returnLockStatus === true && args.id !== undefined && (await mayUpdate(args, (await askerOf(headers))!.req));
  return {
    name: call.name,
    args: {
      ...args,
      returnLockStatus: isLocking,
      updateLastEdited: isLocking && args.updateLastEdited === true,
      skipClientConfigAuth: false,
      mockRSCs: false,
    },
  };
}

async function askerOf(headers: Headers): Promise<Asker | null> {
  // It tells nobody from a database that is away.
  if (!(await actorOf(headers))) return null;
  const cms = await getCms();
  const { user, permissions } = await cms.auth({ headers, canSetHeaders: false });
  return user ? { req: await createLocalReq({ user }, cms), permissions } : null;
}

async function rightsRefusal({ name, args }: Call, { req, permissions }: Asker): Promise<Problem | null> {
  const slug = args.collectionSlug;
  if (slug === undefined) return null;
  const rights = permissions.collections?.[slug];
  if (!rights?.read) return { code: "FORBIDDEN" };
  const isNew =
    name === "form-state" ? args.operation === "create" : name === "render-document" && args.docID === undefined;
  if (isNew && !rights.create) return { code: "FORBIDDEN" };
  const id = name === "render-document" ? args.docID : args.id;
  if (id !== undefined && !(await isThere(slug, id, req)))
    return { code: "MALFORMED_REQUEST", why: "there is no such document" };
  const why = args.query ? await queryRefusal(args.query, { req, slug }) : null;
  return why === null ? null : { code: "MALFORMED_REQUEST", why };
}

async function isThere(slug: string, id: string, req: PayloadRequest): Promise<boolean> {
  return (
    (await req.payload.findByID({
      collection: slug as "shows",
      id,
      depth: 0,
      disableErrors: true,
      overrideAccess: false,
      req,
    })) !== null
  );
}

async function mayUpdate({ collectionSlug, id }: Call["args"], req: PayloadRequest): Promise<boolean> {
  const { update } = await docAccessOperation({
    id: id!,
    collection: req.payload.collections[collectionSlug as "shows"],
    req,
  });
  // A right that depends on the record comes with its condition, which has been asked of this one.
  return update === true || (update as { readonly permission?: boolean } | undefined)?.permission === true;
}
