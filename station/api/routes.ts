import type { TableName } from "../model/field";
import { isTable } from "../model/models";

/** Where a URL leads. */
export type Route =
  | { readonly kind: "list"; readonly table: TableName }
  | { readonly kind: "detail"; readonly table: TableName; readonly id: string }
  | { readonly kind: "download"; readonly id: string }
  | {
      readonly kind:
        | "root"
        | "root-without-slash"
        | "version"
        | "info"
        | "stream-preferences"
        | "stream-state"
        | "podcasts"
        | "login";
    };

const single: Readonly<Record<string, Route>> = {
  "/api/v2": { kind: "root-without-slash" },
  "/api/v2/": { kind: "root" },
  "/api/v2/version": { kind: "version" },
  "/api/v2/info": { kind: "info" },
  "/api/v2/stream/preferences": { kind: "stream-preferences" },
  "/api/v2/stream/state": { kind: "stream-state" },
  "/api/v2/podcasts": { kind: "podcasts" },
  "/api/browser/login/": { kind: "login" },
};

/** Undefined is an unknown URL; nothing has a trailing slash (R040–R042, R198). */
export function routeOf(path: string): Route | undefined {
  const known = single[path];
  if (known) return known;
  const [, table = "", id, last] = /^\/api\/v2\/([a-z-]+)(?:\/([^/.]+))?(\/download)?$/.exec(path) ?? [];
  if (!isTable(table)) return undefined;
  if (last !== undefined) return table === "files" && id !== undefined ? { kind: "download", id } : undefined;
  return id === undefined ? { kind: "list", table } : { kind: "detail", table, id };
}

export const isWholeNumber = (id: string): boolean => /^[+-]?\d+$/.test(id);

/** What `Allow` says there. */
export function allowOf(route: Route): readonly string[] {
  if (route.kind === "detail") return ["GET", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];
  return route.kind === "list" || route.kind === "podcasts"
    ? ["GET", "POST", "HEAD", "OPTIONS"]
    : ["GET", "HEAD", "OPTIONS"];
}
