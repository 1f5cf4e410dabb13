import { signInProblem } from "./sign-in-problem";

/** Signs in with Payload, which answers with the session's cookie. Null when it worked, otherwise why not. */
export async function signIn(email: string, password: string): Promise<string | null> {
  const answer = await post("/api/users/login", { email, password });
  if (answer?.ok) return null;
  const said = await answer?.json().then((body: { errors?: { message?: string }[] }) => body.errors?.[0]?.message ?? "", () => "");
  return signInProblem(answer?.status ?? null, said ?? "");
}

/** Ends the session and goes to the sign-in, by a full load: nothing of the person's stays in memory. */
export async function signOut(): Promise<void> {
  await post("/api/users/logout", {});
  window.location.assign("/login");
}

function post(path: string, body: unknown): Promise<Response | null> {
  const request = { method: "POST", credentials: "same-origin", headers: { "content-type": "application/json" }, body: JSON.stringify(body) } as const;
  return fetch(path, request).catch(() => null);
}
