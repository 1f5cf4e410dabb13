import type { TableName } from "../model/field";
import type { GivenRow } from "../world";

/** What goes wrong. "Saving" is the request's own work, reads included. */
export type FaultKind =
  /** The connection is destroyed at once, the body unread. */
  | "refuse"
  /** Works, `ms` later; also when the client has gone meanwhile: LibreTime may save late. */
  | "delay"
  /** The connection is cut, and nothing was saved. */
  | "cut-before"
  /** Saved, and the connection is cut instead of an answer. */
  | "cut-after-saving"
  /** An HTML page with `status` (502 unless told), as a proxy gives it; not saved. */
  | "html"
  /** LibreTime's own 500 page; not saved. */
  | "500"
  /** Saved, and then LibreTime's 500 page (R259). */
  | "500-but-saved"
  /** Never answers; not saved. */
  | "hang"
  /** Saved, and never answers. */
  | "hang-after-saving"
  /** Somebody else writes `put` just before; then it works as usual. For races that must be lost. */
  | "meanwhile"
  /** Answers `body` with `status` (200 unless told) as JSON; not saved. */
  | "answer";

export type Fault = {
  /** Method and path below /api/v2: "POST /schedule", "DELETE /schedule/*", "* *". `*` in a path is one segment, alone it is all. */
  readonly route: string;
  readonly kind: FaultKind;
  /** The first matching call that it hits, counted from now on; 1 unless told. */
  readonly nth?: number;
  /** How many matching calls in a row; 1 unless told. */
  readonly times?: number | "always";
  /** For `delay`. */
  readonly ms?: number;
  /** For `html` and `answer`. */
  readonly status?: number;
  /** For `answer`: any JSON value. */
  readonly body?: unknown;
  /** For `meanwhile`: rows as the control's `put` takes them. */
  readonly put?: readonly { readonly table: TableName; readonly row: GivenRow }[];
};

type Armed = { readonly fault: Fault; seen: number };

/** The faults that are set. The first that hits a call is taken; all that match count it. */
export class Faults {
  #armed: Armed[] = [];

  add(fault: Fault): void {
    if (!/^\S+ (\*|\/\S*)$/.test(fault.route)) throw new RangeError(`a route is "METHOD /path", not "${fault.route}"`);
    this.#armed.push({ fault, seen: 0 });
  }

  clear(): void {
    this.#armed = [];
  }

  next(method: string, path: string): Fault | undefined {
    const matching = this.#armed.filter(({ fault }) => matches(fault.route, method, path));
    for (const armed of matching) armed.seen += 1;
    return matching.find(hits)?.fault;
  }
}

function hits({ fault, seen }: Armed): boolean {
  const first = fault.nth ?? 1;
  const times = fault.times ?? 1;
  return seen >= first && (times === "always" || seen < first + times);
}

function matches(route: string, method: string, path: string): boolean {
  const [wantedMethod = "", wantedPath = ""] = route.split(" ");
  if (wantedMethod !== "*" && wantedMethod.toUpperCase() !== method) return false;
  if (wantedPath === "*") return true;
  const [wanted, actual] = [wantedPath.split("/"), path.replace(/^\/api\/v2/, "").split("/")];
  return (
    wanted.length === actual.length && wanted.every((segment, index) => segment === "*" || segment === actual[index])
  );
}
