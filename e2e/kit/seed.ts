import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Planner } from "./planner-server";
import { episodes, fileOf, INTERNAL_NOTE, showTitles, type EpisodeTitle, type ShowTitle } from "./world";

export type Role = "admin" | "programmer" | "host" | "viewer";

/** A person of the station, with everything that signs them in. */
export type Person = {
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly apiKey: string;
  readonly token: string;
};

/** What Payload holds when the journeys begin. */
export type Seeded = {
  readonly people: Readonly<Record<Role, Person>>;
  /** Payload's ids. */
  readonly shows: Readonly<Record<ShowTitle, string>>;
  readonly episodes: Readonly<Record<EpisodeTitle, string>>;
};

const names: Record<Role, string> = {
  admin: "Ada Moreau",
  programmer: "Marie Colin",
  host: "Hugo Blanc",
  viewer: "Vera Simon",
};
const password = "the colline at night";

/** Makes the people, shows and episodes through the doors that a station has: the command line first, then the API as its admin. */
export async function seed(planner: Planner): Promise<Seeded> {
  const admin = { email: "ada@colline.example", apiKey: await firstAdmin(planner, "ada@colline.example") };
  const api = poster(planner.url, admin.apiKey);
  const people = { admin: { ...personOf("admin"), ...admin } } as Record<Role, Omit<Person, "token">>;
  for (const role of ["programmer", "host", "viewer"] as const) {
    const person = personOf(role);
    const id = await api("users", person);
    people[role] = { ...person, apiKey: await ownKey(planner.url, { id, ...person }) };
  }
  const shows = {} as Record<ShowTitle, string>;
  for (const title of showTitles) shows[title] = await api("shows", { title });
  const made = {} as Record<EpisodeTitle, string>;
  for (const title of Object.keys(episodes) as EpisodeTitle[]) {
    const { show, length, ...rest } = episodes[title];
    made[title] = await api("episodes", {
      title,
      show: shows[show],
      status: "isDraft" in rest ? "draft" : "ready",
      description: INTERNAL_NOTE,
      libretimeTrackId: fileOf(title),
      length: secondsOf(length),
    });
  }
  return { people: await signedIn(planner.url, people), shows, episodes: made };
}

function personOf(role: Role): Omit<Person, "token" | "apiKey"> {
  const name = names[role];
  return { role, name, email: `${name.split(" ")[0]!.toLowerCase()}@colline.example`, password };
}

/** `npm run user` prints the key. */
async function firstAdmin({ root, env }: Planner, email: string): Promise<string> {
  const args = [
    "--import",
    "tsx",
    "scripts/user.ts",
    "--email",
    email,
    "--role",
    "admin",
    "--name",
    names.admin,
    "--password",
    password,
    "--api-key",
  ];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, env });
  const key = /^API key: (\S+)$/m.exec(stdout)?.[1];
  if (!key) throw new Error(`npm run user printed no key: ${stdout}`);
  return key;
}

/** A key is made by the server, for whoever signs in. */
async function ownKey(
  url: string,
  person: { readonly id: string; readonly email: string; readonly password: string },
): Promise<string> {
  const cookie = `payload-token=${await tokenFor(url, person)}`;
  const headers = { "content-type": "application/json", origin: url, cookie };
  const answer = await fetch(`${url}/api/users/${person.id}/api-key`, { method: "POST", headers, body: "{}" });
  const { apiKey } = await answer.json();
  if (!apiKey) throw new Error(`${person.email} gets no API key: ${answer.status}`);
  return apiKey;
}

function poster(url: string, apiKey: string): (collection: string, document: object) => Promise<string> {
  return async (collection, document) => {
    const answer = await fetch(`${url}/api/${collection}`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `users API-Key ${apiKey}` },
      body: JSON.stringify(document),
    });
    const body = await answer.json();
    if (!answer.ok) throw new Error(`POST /api/${collection}: ${answer.status} ${JSON.stringify(body)}`);
    return body.doc.id;
  };
}

async function signedIn(
  url: string,
  people: Readonly<Record<Role, Omit<Person, "token">>>,
): Promise<Record<Role, Person>> {
  const all = {} as Record<Role, Person>;
  for (const person of Object.values(people)) all[person.role] = { ...person, token: await tokenFor(url, person) };
  return all;
}

async function tokenFor(
  url: string,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<string> {
  const answer = await fetch(`${url}/api/users/login`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  const token = answer.headers
    .getSetCookie()
    .map((each) => /^payload-token=([^;]+)/.exec(each)?.[1])
    .find(Boolean);
  if (!token) throw new Error(`${email} cannot sign in: ${answer.status}`);
  return token;
}

function secondsOf(length: string): number {
  const [hours, minutes, seconds] = length.split(":").map(Number) as [number, number, number];
  return hours * 3600 + minutes * 60 + seconds;
}
