import type { Words } from "@/components/language/words";
import { signInProblem } from "./sign-in-problem";

/** Signs in with Payload, which answers with the session's cookie. Null when it worked, otherwise why not. */
export async function signIn(words: Words, email: string, password: string): Promise<string | null> {
  const answer = await fetch("/api/users/login", {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  }).catch(() => null);
  if (answer?.ok) return null;
  return signInProblem(
    words,
    answer && { status: answer.status, retryAfterSeconds: Number(answer.headers.get("retry-after") ?? 60) },
  );
}
