/** What goes out, before it is bytes. `body` undefined is an empty one. */
export type Answer = {
  readonly status: number;
  readonly body?: unknown;
  /** HTML instead of JSON. */
  readonly html?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** Given before anybody looked who asks: `Vary` has no Cookie then (R040, R074, R087). */
  readonly beforeSignIn?: boolean;
};

export const json = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  body,
  headers,
});
export const detail = (status: number, sentence: string): Answer => json(status, { detail: sentence });

const page = (title: string, inner: string): string =>
  `\n<!doctype html>\n<html lang="en">\n<head>\n  <title>${title}</title>\n</head>\n<body>\n  <h1>${title}</h1><p>${inner}</p>\n</body>\n</html>\n`;

/** Any bug, any constraint of the database: HTML, and no word on whether it was saved (R013, R259). */
export const serverError: Answer = { status: 500, html: page("Server Error (500)", "") };

/** An unknown URL, a trailing slash included (R040–R042, R046). */
export const unknownUrl: Answer = {
  status: 404,
  html: page("Not Found", "The requested resource was not found on this server."),
  beforeSignIn: true,
};

export const htmlPage = (status: number): Answer => ({ status, html: page(`${status}`, "") });
