import type { Access, FieldAccess, PayloadRequest } from "payload";
import { mayPlan, type Role } from "@/domain/roles";

/** The role of who asks; null for anonymous. */
export function roleOf(req: PayloadRequest): Role | null {
  return req.user ? req.user.role : null;
}

/** Everybody who is signed in. */
export const everybody: Access = ({ req }) => roleOf(req) !== null;

/** Admins and programmers. */
export const planners: Access = ({ req }) => !!req.user && mayPlan(req.user.role);

/** Admins alone. */
export const admins: Access = ({ req }) => roleOf(req) === "admin";

/** Airweek itself, which writes past every access rule; no API does. */
export const nobody: Access = () => false;

/** Admins, and everybody for their own record. */
export const adminsOrOneself: Access = ({ req }) =>
  roleOf(req) === "admin" || (req.user ? { id: { equals: req.user.id } } : false);

/** A field that admins alone may write. */
export const adminsField: FieldAccess = ({ req }) => roleOf(req) === "admin";

/** A field that admins, and whoever it describes, may see. */
export const adminsOrOneselfField: FieldAccess = ({ req, id, doc }) =>
  roleOf(req) === "admin" || (!!req.user && req.user.id === (doc?.id ?? id));

/** A secret of somebody's that nobody chooses: they and an admin may empty it. */
export const takenAwayField: FieldAccess = ({ req, id, doc, data }) => {
  const isEmptied = !!data && !data["apiKey"] && ("apiKey" in data || data["enableAPIKey"] === false);
  return isEmptied && (roleOf(req) === "admin" || (!!req.user && req.user.id === (doc?.id ?? id)));
};

/** A field that no API may write: Airweek keeps it. */
export const keptByAirweek = { create: () => false, update: () => false } as const;
