import type { Hold } from "@/domain/content";
import type { Role } from "./seed";
import { stack, type Stack } from "./stack";
import { episodes as written, type EpisodeTitle, type ShowTitle } from "./world";

/** An answer of the planner's API. */
export type Answer = { readonly status: number; readonly body: any };

/** Who asks: a person by the session cookie or by the API key, or nobody. */
export type As = { readonly cookie: Role } | { readonly key: Role } | "nobody";

type Request = { readonly as: As; readonly method?: string; readonly body?: unknown };

/** A planner, and whom it knows. */
export type Asked = Pick<Stack, "plannerUrl" | "seeded">;

/** Asks the planner of this worker over HTTP as another program would. */
export async function ask(path: string, request: Request): Promise<Answer> {
  return askAt(stack(), path, request);
}

/** The same of any planner. */
export async function askAt(asked: Asked, path: string, { as, method = "GET", body }: Request): Promise<Answer> {
  const answer = await fetch(`${asked.plannerUrl}${path}`, {
    method,
    redirect: "manual",
    headers: { ...signatureAt(asked, as), ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text.startsWith("{") || text.startsWith("[") ? JSON.parse(text) : text };
}

/** Plans an episode as a program would; a journey that begins with a planned slot begins so. */
export async function plan(
  title: EpisodeTitle,
  startsAt: string,
  endsAt: string,
  as: As = { key: "programmer" },
): Promise<Answer> {
  return ask("/api/schedule/planOne", {
    as,
    method: "POST",
    body: { ...idsOf(title), scheduledAt: startsAt, scheduledEnd: endsAt },
  });
}

/** Takes an episode off as a program would: a journey leaves nothing behind that another would have to look at. */
export async function unplan(title: EpisodeTitle, startsAt: string): Promise<Answer> {
  return ask("/api/schedule/unplanOne", {
    as: { key: "programmer" },
    method: "DELETE",
    body: { episodeId: idsOf(title).episodeId, scheduledAt: startsAt },
  });
}

/** Plans a live hold or a webstream as a program would. */
export async function planHold(show: ShowTitle, content: Hold, startsAt: string, endsAt: string): Promise<Answer> {
  return ask("/api/trpc/planHold", {
    as: { key: "programmer" },
    method: "POST",
    body: { showId: stack().seeded.shows[show], content, scheduledAt: startsAt, scheduledEnd: endsAt },
  });
}

/** The planner reads LibreTime anew: what was put there behind its back is known at once. */
export async function lookAtLibreTime(): Promise<void> {
  const answer = await ask("/api/trpc/station.refresh", { as: { key: "programmer" }, method: "POST", body: {} });
  if (answer.status !== 200) throw new Error(`station.refresh: ${answer.status} ${JSON.stringify(answer.body)}`);
}

/** Payload's ids of an episode and its show. */
export function idsOf(
  title: EpisodeTitle,
  { episodes, shows } = stack().seeded,
): { readonly episodeId: string; readonly showId: string } {
  return { episodeId: episodes[title], showId: shows[written[title].show] };
}

/** The headers that say who asks. */
export function signatureAt({ plannerUrl, seeded: { people } }: Asked, as: As): Record<string, string> {
  if (as === "nobody") return {};
  return "key" in as
    ? { authorization: `users API-Key ${people[as.key].apiKey}` }
    : { cookie: `payload-token=${people[as.cookie].token}`, origin: plannerUrl };
}
