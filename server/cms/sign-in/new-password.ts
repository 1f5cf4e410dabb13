import type { CollectionBeforeValidateHook, PayloadRequest } from "payload";
import { passwordFault } from "@/domain/passwords";
import { env } from "@/server/env";
import { getThrottle } from "@/server/throttle/throttle";
import { apiRefusal } from "../api-refusal";
import { isPassword } from "./password-hash";
import { attemptOf, beginAttempt } from "./sign-in";
import { passwordById } from "./stored-password";

/** Says that a password is the demo's: it is printed, and no secret. */
export const demoPassword = { airweekDemoPassword: true } as const;

/** Every password passes here before it is hashed, whichever way it comes. Whoever changes their own tells the old one. */
export const soundPassword: CollectionBeforeValidateHook = async ({ data, originalDoc, operation, req }) => {
  const { oldPassword, ...rest } = (data ?? {}) as Readonly<Record<string, unknown>>;
  const password = rest["password"];
  if (typeof password !== "string" || password === "" || req.context["airweekDemoPassword"]) return rest;
  const { name, email } = { ...originalDoc, ...rest } as { readonly name?: string; readonly email?: string };
  const why = passwordFault(password, { name, email, stationName: env().STATION_NAME });
  if (why) throw apiRefusal({ code: "PASSWORD_REFUSED", why }, ["password"]);
  if (operation === "update" && req.user && req.user.id === originalDoc?.id)
    await demandOldPassword(oldPassword, originalDoc, req);
  return rest;
};

/** A session that somebody left open, or a key that leaked, does not make its finder the owner. */
async function demandOldPassword(
  given: unknown,
  person: { readonly id: string; readonly email: string },
  req: PayloadRequest,
): Promise<void> {
  if (typeof given !== "string" || given === "")
    throw apiRefusal({ code: "MISSING_FIELDS", fields: ["oldPassword"] }, ["oldPassword"]);
  const known = await passwordById(person.id, req);
  const attempt = attemptOf(person.email, known, req);
  await beginAttempt(attempt, person.id);
  if (!known || !(await isPassword(given, known))) throw apiRefusal({ code: "WRONG_PASSWORD" }, ["oldPassword"]);
  await getThrottle().signIn.succeed(attempt);
}
