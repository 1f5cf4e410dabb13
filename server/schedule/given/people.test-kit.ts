import "./settings.test-kit";
import { getCms } from "@/server/cms/cms";
import { keptKey } from "@/server/cms/sign-in/api-keys";
import type { Role } from "@/domain/roles";
import type { Actor } from "@/server/cms/records";

/** Somebody of a role, and how they sign in. */
export type Person = Actor & { readonly apiKey: string; readonly password: string };

let made: Promise<Record<Role, Person>> | undefined;

/** One person of each role; the same for all tests of a worker. */
export function people(): Promise<Record<Role, Person>> {
  return (made ??= makePeople());
}

async function makePeople(): Promise<Record<Role, Person>> {
  const found: Partial<Record<Role, Person>> = {};
  for (const role of ["admin", "programmer", "host", "viewer"] as const) {
    const [name, email, password, apiKey] = [
      `Ada the ${role}`,
      `${role}@example.org`,
      `the password of the ${role}`,
      `key-of-the-${role}`,
    ];
    const key = keptKey(apiKey);
    const { id } = await (
      await getCms()
    ).create({
      collection: "users",
      data: { name, email, role, password, ...key.data },
      context: key.context,
      overrideAccess: true,
    });
    found[role] = { id, name, email, role, showIds: [], apiKey, password };
  }
  return found as Record<Role, Person>;
}
