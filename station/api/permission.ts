import type { TableName } from "../model/field";
import type { Store } from "../store/store";
import { detail, serverError } from "./answer";
import type { Answer } from "./answer";
import type { StationRequest } from "./request";
import { judgeKey } from "./sign-in";
import type { Asker } from "./sign-in";

/** What is asked for: a table, or one of the views beside them. */
export type Resource = TableName | "open" | "root" | "stream";

/** Read by everybody with an account, written by managers (R022, R084). */
const programme: ReadonlySet<Resource> = new Set<Resource>([
  "shows",
  "show-days",
  "show-hosts",
  "show-instances",
  "show-rebroadcasts",
  "schedule",
  "files",
  "playlists",
  "playlist-contents",
  "smart-blocks",
  "webstreams",
]);
const ownable: ReadonlySet<Resource> = new Set<Resource>(["files", "webstreams"]);

/** The refusal, or nothing if it may be done. */
export function refusalFor(
  resource: Resource,
  request: StationRequest,
  asker: Asker,
  store: Store,
  key: string,
): Answer | undefined {
  if (resource === "open") return undefined;
  if (resource === "users") return refusalForUsers(asker);
  if (asker.user) {
    const role = String(asker.user.role);
    if (!["G", "H", "P", "A"].includes(role)) return serverError;
    return roleMay(role, resource, request.method, asker.user.id, store) ? undefined : notAllowed;
  }
  const verdict = judgeKey(request.header("authorization"), key);
  if (verdict === "broken") return serverError;
  return verdict === "right" ? undefined : notSignedIn(asker);
}

const notAllowed = detail(403, "You do not have permission to perform this action.");

function notSignedIn(asker: Asker): Answer {
  const answer = detail(403, "Authentication credentials were not provided.");
  if (!asker.staleCookie) return answer;
  return {
    ...answer,
    headers: { "set-cookie": 'sessionid=""; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/; SameSite=Lax' },
  };
}

/** Only an admin with a name may: the key and the anonymous fall into a bug (R023–R027). */
function refusalForUsers({ user }: Asker): Answer | undefined {
  if (!user) return serverError;
  return user.role === "A" ? undefined : notAllowed;
}

function roleMay(role: string, resource: Resource, method: string, userId: number, store: Store): boolean {
  if (role === "A") return true;
  if (!programme.has(resource)) return false;
  if (["GET", "HEAD", "OPTIONS"].includes(method) || role === "P") return true;
  return role === "H" && ownable.has(resource) && ownsAll(resource as TableName, userId, store);
}

/** The "own" permissions apply only to the one owner of every row of the table (R336, R337). */
function ownsAll(table: TableName, userId: number, store: Store): boolean {
  if (store.count(table) === 0) return false;
  for (const row of store.all(table)) if (row.owner !== userId) return false;
  return true;
}
