import { savePerson } from "@/server/cms/people";
import type { Actor } from "@/server/cms/records";
import { demoShows } from "./demo-shows";
import { DEMO_ADMIN_EMAIL } from "./published.mjs";

/** Who plans in the demo. The first is its admin. */
export const demoPlanners = [
  { email: DEMO_ADMIN_EMAIL, name: "Ada Martin", role: "admin" },
  { email: "marie@airweek.local", name: "Marie Le Goff", role: "programmer" },
] as const;

/** Who looks on. */
const onlooker = { email: "viewer@airweek.local", name: "Victor Lund", role: "viewer" } as const;

/** Makes the demo's people with that password, or finds them as they were made. */
export async function seedPeople(
  password: string,
): Promise<{ readonly admin: Actor; readonly hosts: ReadonlyMap<string, Actor> }> {
  const admin = await saved(demoPlanners[0], password);
  // Passwords are slow to hash on purpose: all at once.
  const hosts = await Promise.all(
    demoShows.map(({ host }) => saved({ email: addressOf(host), name: host, role: "host" }, password)),
  );
  await Promise.all([demoPlanners[1], onlooker].map((person) => saved(person, password)));
  return { admin, hosts: new Map(hosts.map((host) => [host.name, host])) };
}

/** The addresses of everybody whom the demo makes. */
export function demoAddresses(): readonly string[] {
  return [
    ...new Set([
      ...demoPlanners.map(({ email }) => email),
      onlooker.email,
      ...demoShows.map(({ host }) => addressOf(host)),
    ]),
  ];
}

type Person = { readonly email: string; readonly name: string; readonly role: Actor["role"] };

async function saved(person: Person, password: string): Promise<Actor> {
  return (await savePerson({ ...person, password, isOfDemo: true })).actor;
}

/** "Ines Marchetti" is ines@airweek.local. */
function addressOf(name: string): string {
  return `${name.split(" ")[0]!.toLowerCase()}@airweek.local`;
}
