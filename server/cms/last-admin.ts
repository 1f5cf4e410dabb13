import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type PayloadRequest,
} from "payload";

/** What whoever is the only admin is told. */
export const ONLY_ADMIN = "This is the only admin. Make somebody else admin first.";

async function refuseIfLast(id: string | number, req: PayloadRequest): Promise<void> {
  const others = { role: { equals: "admin" }, id: { not_equals: id } };
  const { totalDocs } = await req.payload.count({ collection: "users", where: others, overrideAccess: true, req });
  if (totalDocs === 0) throw new APIError(ONLY_ADMIN, 409, null, true);
}

const whenChanged: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  if (operation === "update" && originalDoc?.role === "admin" && data.role !== undefined && data.role !== "admin")
    await refuseIfLast(originalDoc.id, req);
  return data;
};

const whenDeleted: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { role } = await req.payload.findByID({
    collection: "users",
    id,
    depth: 0,
    select: { role: true },
    overrideAccess: true,
    req,
  });
  if (role === "admin") await refuseIfLast(id, req);
};

/**
 * A station without an admin is one that nobody can mend from the inside. This is the friendly answer; two who ask at
 * once are told apart by triggers in the database (migration 0007).
 */
export const keepAnAdmin = { whenChanged, whenDeleted };
