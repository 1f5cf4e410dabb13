/** What a page may load and run. */
export type PolicyOf = {
  readonly kind: "page" | "admin" | "nothing";
  /** What marks the inline scripts of this one answer. */
  readonly nonce?: string;
  /** Instead of a nonce, for an answer that many get: the hashes of its inline scripts. */
  readonly hashes?: readonly string[];
  /** Where browsers reach us, from `PUBLIC_URL`. */
  readonly publicOrigin?: string | null;
  /** React and Next evaluate strings and open sockets while somebody develops. */
  readonly isDev?: boolean;
};

const closed = ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "object-src 'none'"];

/**
 * The Content-Security-Policy of an answer. Scripts run by their nonce or hash and from files of ours that those
 * load, never because they stand in the page. React writes `style` attributes, so that those are allowed; on
 * Payload's pages `<style>` elements too, which its pickers of dates and relations make.
 */
export function contentPolicy({ kind, nonce, hashes, publicOrigin, isDev = false }: PolicyOf): string {
  if (kind === "nothing") return [...closed, "form-action 'none'"].join("; ");
  const isHttps = publicOrigin?.startsWith("https:") ?? false;
  const scripts = nonce
    ? [`'nonce-${nonce}'`, "'strict-dynamic'"]
    : ["'self'", ...(hashes ?? []).map((hash) => `'${hash}'`)];
  const origins = ["'self'", ...(kind === "admin" && publicOrigin ? [publicOrigin] : [])];
  return [
    ...closed,
    `script-src ${[...scripts, ...(isDev ? ["'unsafe-eval'"] : [])].join(" ")}`,
    "script-src-attr 'none'",
    // For browsers that do not tell elements and attributes apart.
    "style-src 'self' 'unsafe-inline'",
    `style-src-elem 'self'${kind === "admin" || isDev ? " 'unsafe-inline'" : ""}`,
    "style-src-attr 'unsafe-inline'",
    `img-src 'self' data:${kind === "admin" ? " blob:" : ""}`,
    "font-src 'self' data:",
    `connect-src ${[...origins, ...(isDev ? ["ws:"] : [])].join(" ")}`,
    "manifest-src 'self'",
    `form-action ${origins.join(" ")}`,
    ...(isHttps ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}
