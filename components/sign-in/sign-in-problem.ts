import { waitInWords } from "@/domain/problems";

/** What the server answered; `null` for no answer at all. */
type Answered = { readonly status: number; readonly retryAfterSeconds: number } | null;

/** What went wrong with a sign-in, for whoever wants in. */
export function signInProblem(answered: Answered): string {
  if (answered === null) return "Airweek does not answer. Check your connection, then try again.";
  const { status, retryAfterSeconds } = answered;
  if (status === 429) return `Too many attempts. Try again in ${waitInWords(retryAfterSeconds)}.`;
  if (status === 400 || status === 401) return "Wrong email or password.";
  if (status === 403) return "This page was refused. Reload it, then try again.";
  if (status === 503) return "Airweek cannot reach its database right now. Try again in a moment.";
  return "The sign-in broke on our side. Try again; if it stays, tell whoever runs this server.";
}
