/** What went wrong with a sign-in, for whoever wants in. `null`: no answer at all. */
export function signInProblem(status: number | null, said: string): string {
  if (status === null) return "Airweek does not answer. Check your connection, then try again.";
  if (/locked/i.test(said)) return "Too many attempts. Wait ten minutes, then try again.";
  if (status === 400 || status === 401 || status === 403) return "Email and password do not belong together.";
  if (status === 429) return "Too many attempts. Wait a minute, then try again.";
  return "The sign-in broke on our side. Try again; if it stays, tell whoever runs this server.";
}
