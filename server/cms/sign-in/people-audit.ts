import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  PayloadRequest,
} from "payload";
import { audit } from "@/server/audit";
import { clientAddress } from "@/server/guard/client-address";
import type { User } from "../payload-types";
import { rowsIn, sql } from "../sql";

/** What was so before the change: nobody can tell it from the person afterwards, a password is hashed, a key hidden. */
type Before = { readonly setsPassword: boolean; readonly key: string | null };

const under = "airweekPeopleBefore";

function beforeIn({ context }: PayloadRequest): Map<string, Before> {
  return (context[under] ??= new Map<string, Before>()) as Map<string, Before>;
}

async function keyOf(id: string, req: PayloadRequest): Promise<string | null> {
  const [row] = await rowsIn(req, sql`SELECT api_key_index FROM users WHERE id = ${id}`);
  return row?.["api_key_index"] ? String(row["api_key_index"]) : null;
}

/** Looks at a person before they are changed. */
export const notePersonChange: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  if (operation !== "update") return;
  const id = String(originalDoc.id);
  beforeIn(req).set(id, {
    setsPassword: typeof data["password"] === "string" && data["password"] !== "",
    key: await keyOf(id, req),
  });
};

/** A line for what was done to a person: who, whom, from where. */
export const auditPersonChange: CollectionAfterChangeHook<User> = async ({ doc, previousDoc, operation, req }) => {
  const base = { who: req.user?.id ?? null, whom: doc.id, from: clientAddress(req.headers) };
  if (operation === "create") return audit("person_made", { ...base, role: doc.role });
  const before = beforeIn(req).get(doc.id);
  beforeIn(req).delete(doc.id);
  const key = await keyOf(doc.id, req);
  if (previousDoc.role !== doc.role) audit("role_changed", { ...base, was: previousDoc.role, role: doc.role });
  if (before?.setsPassword) audit("password_changed", base);
  if (before && before.key !== key) audit(key ? "key_made" : "key_revoked", base);
};

/** The same for whoever is gone. */
export const auditPersonDeleted: CollectionAfterDeleteHook<User> = ({ doc, req }) => {
  audit("person_deleted", {
    who: req.user?.id ?? null,
    whom: doc.id,
    from: clientAddress(req.headers),
    role: doc.role,
  });
};
