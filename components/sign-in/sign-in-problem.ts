import type { Words } from "@/components/language/words";

/** What the server answered; `null` for no answer at all. */
type Answered = { readonly status: number; readonly retryAfterSeconds: number } | null;

/** What went wrong with a sign-in, for whoever wants in. */
export function signInProblem(words: Words, answered: Answered): string {
  const { t } = words;
  if (answered === null) return t("signIn.problem.noAnswer");
  const { status, retryAfterSeconds } = answered;
  if (status === 429) return waitText(words, retryAfterSeconds);
  if (status === 400 || status === 401) return t("signIn.problem.wrong");
  if (status === 403) return t("signIn.problem.refused");
  if (status === 503) return t("signIn.problem.database");
  return t("signIn.problem.broken");
}

/** From two minutes on it is whole minutes, rounded up. */
function waitText({ t }: Words, seconds: number): string {
  return seconds < 120
    ? t("problem.TOO_MANY_REQUESTS.seconds", { count: seconds })
    : t("problem.TOO_MANY_REQUESTS.minutes", { count: Math.ceil(seconds / 60) });
}
