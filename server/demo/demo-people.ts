import { savePerson } from "@/server/cms/people";
import type { Actor } from "@/server/cms/records";
import { demoShows } from "./demo-shows";

/** Everybody's password in the demo; `npm start` prints it. */
export const DEMO_PASSWORD = "airweek-demo";

/** Who plans in the demo. The first is its admin. */
export const demoPlanners = [
  { email: "demo@airweek.local", name: "Ada Martin", role: "admin" },
  { email: "marie@airweek.local", name: "Marie Le Goff", role: "programmer" },
] as const;

/** Who looks on. */
const onlooker = { email: "viewer@airweek.local", name: "Victor Lund", role: "viewer" } as const;

/** Makes the demo's people, or finds them as they were made. */
export async function seedPeople(): Promise<{ readonly admin: Actor; readonly hosts: ReadonlyMap<string, Actor> }> {
  const admin = await saved(demoPlanners[0]);
  // Passwords are slow to hash on purpose: all at once.
  const hosts = await Promise.all(demoShows.map(({ host }) => saved({ email: addressOf(host), name: host, role: "host" })));
  await Promise.all([demoPlanners[1], onlooker].map(saved));
  return { admin, hosts: new Map(hosts.map((host) => [host.name, host])) };
}

async function saved(person: { readonly email: string; readonly name: string; readonly role: Actor["role"] }): Promise<Actor> {
  return (await savePerson({ ...person, password: DEMO_PASSWORD })).actor;
}

/** "Ines Marchetti" is ines@airweek.local. */
function addressOf(name: string): string {
  return `${name.split(" ")[0]!.toLowerCase()}@airweek.local`;
}
