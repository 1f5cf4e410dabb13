import { detail, json, serverError, unknownUrl } from "./answer";
import type { Answer } from "./answer";
import { create, list, remove, show, update } from "./collection";
import type { Shelf } from "./collection";
import { preflight, shareWith } from "./cross-origin";
import { logIn } from "./login";
import { describeFields, describeView } from "./metadata";
import { refusalFor } from "./permission";
import type { Resource } from "./permission";
import type { StationRequest } from "./request";
import { allowOf, isWholeNumber, routeOf } from "./routes";
import type { Route } from "./routes";
import type { Sessions } from "./sessions";
import { signIn } from "./sign-in";
import type { Asker } from "./sign-in";
import { apiRoot, download, info, streamPreferences, streamState, version } from "./views";

export type Api = Shelf & {
  readonly key: string;
  readonly allowedOrigins: readonly string[];
  readonly sessions: Sessions;
};

/** Any request of API v2 to its answer. What it changes is in the store, and not yet committed. */
export function answerTo(api: Api, request: StationRequest): Answer {
  return preflight(request, api.allowedOrigins) ?? shareWith(request, api.allowedOrigins, answerRoute(api, request));
}

function answerRoute(api: Api, request: StationRequest): Answer {
  const route = routeOf(request.path);
  if (!route) return unknownUrl;
  if (route.kind === "root-without-slash")
    return { status: 301, html: "", headers: { location: "/api/v2/" }, beforeSignIn: true };
  if (route.kind === "login") return logIn(request, api.store, api.sessions);
  const answer = answerView(api, request, route);
  return answer.html !== undefined && answer.status !== 200
    ? answer
    : { ...answer, headers: { allow: allowOf(route).join(", "), ...answer.headers } };
}

/** In this order: can it be JSON, who asks, may he, is there such a method, the view. */
function answerView(api: Api, request: StationRequest, route: Route): Answer {
  const unwanted = judgeFormat(request);
  if (unwanted) return { ...unwanted, beforeSignIn: true };
  const signed = signIn(request, api.store, api.sessions);
  if (!signed.ok) return signed.answer;
  const refusal = refusalFor(resourceOf(route), request, signed.asker, api.store, api.key);
  if (refusal) return refusal;
  if (!allowOf(route).includes(request.method)) return detail(405, `Method "${request.method}" not allowed.`);
  if (request.method === "OPTIONS") return options(api, request, route, signed.asker);
  return view(api, request, route);
}

/** JSON only: text/html alone is 406 (R074), ?format=api is 404 (R081). */
function judgeFormat(request: StationRequest): Answer | undefined {
  const format = request.query.get("format");
  if (format !== null && format !== "json") return detail(404, "Not found.");
  const accepted = (request.header("accept") ?? "*/*").split(",").map((range) => (range.split(";")[0] ?? "").trim());
  const isJson = accepted.some((range) => ["*/*", "application/*", "application/json", ""].includes(range));
  return isJson ? undefined : detail(406, "Could not satisfy the request Accept header.");
}

function resourceOf(route: Route): Resource {
  if (route.kind === "list" || route.kind === "detail") return route.table;
  if (route.kind === "download") return "files";
  if (route.kind === "version" || route.kind === "info") return "open";
  return route.kind === "stream-preferences" || route.kind === "stream-state" ? "stream" : "root";
}

function options(api: Api, request: StationRequest, route: Route, asker: Asker): Answer {
  if (route.kind !== "list" && route.kind !== "detail") return json(200, {});
  const model = api.dialect.updating(route.table);
  const verb = route.kind === "list" ? "POST" : "PUT";
  const mayWrite = refusalFor(route.table, { ...request, method: verb }, asker, api.store, api.key) === undefined;
  return json(200, describeView(model, route.kind === "list", mayWrite ? { [verb]: describeFields(model) } : {}));
}

function view(api: Api, request: StationRequest, route: Route): Answer {
  switch (route.kind) {
    case "list":
      return request.method === "POST" ? create(api, route.table, request) : list(api, route.table, request.query);
    case "detail":
    case "download":
      return one(api, request, route);
    case "version":
      return version();
    case "info":
      return info(api.store);
    case "stream-preferences":
      return streamPreferences(api.store);
    case "stream-state":
      return streamState();
    case "root":
      return apiRoot(`http://${request.header("host") ?? "localhost"}/api/v2`);
    default:
      // R335: the column that podcasts want does not exist.
      return serverError;
  }
}

function one(api: Api, request: StationRequest, route: Extract<Route, { id: string }>): Answer {
  const table = route.kind === "download" ? "files" : route.table;
  if (!isWholeNumber(route.id)) return detail(404, "Not found.");
  const row = api.store.get(table, Number(route.id));
  if (!row) return detail(404, api.dialect.noMatch(api.dialect.updating(table)));
  if (route.kind === "download") return download(row);
  if (request.method === "DELETE") return remove(api, table, row);
  return request.method === "PUT" || request.method === "PATCH"
    ? update(api, table, row, request)
    : json(200, show(api, table, row));
}
