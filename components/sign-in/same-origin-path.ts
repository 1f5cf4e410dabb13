const HERE = "https://airweek.invalid";

/**
 * Where to go after signing in: a path of this site, whatever the address says. `//elsewhere.example`, `/\elsewhere`
 * and `javascript:` are somebody else's wishes, and lead to the planner; so does the sign-in itself.
 */
export function sameOriginPath(wish: string | readonly string[] | null | undefined, home = "/"): string {
  if (typeof wish !== "string" || !wish.startsWith("/") || !URL.canParse(wish, HERE)) return home;
  // Parsed as a browser would: it reads a backslash as a slash, and drops tabs and line ends.
  const there = new URL(wish, HERE);
  const isElsewhere = there.origin !== HERE || there.pathname.startsWith("//") || there.pathname === "/login";
  return isElsewhere ? home : `${there.pathname}${there.search}${there.hash}`;
}
