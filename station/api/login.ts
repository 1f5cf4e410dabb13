import { randomBytes } from "node:crypto";

import type { Store } from "../store/store";
import type { Answer } from "./answer";
import { readBody } from "./body";
import type { StationRequest } from "./request";
import type { Sessions } from "./sessions";
import { findUser } from "./sign-in";

/** The form login that R310–R315 used. Only its cookies are reproduced, not its page. */
export function logIn(request: StationRequest, store: Store, sessions: Sessions): Answer {
  const body = readBody(request);
  const fields = body.ok ? body.data : {};
  const user = findUser(store, asText(fields.username), asText(fields.password));
  if (request.method !== "POST" || !user) return { status: 200, html: "<form method=post></form>" };
  const cookies = [`sessionid=${sessions.begin(user.id)}`, `csrftoken=${randomBytes(16).toString("hex")}`];
  return {
    status: 302,
    html: "",
    headers: { location: "/api/v2/", "set-cookie": cookies.map((cookie) => `${cookie}; Path=/; SameSite=Lax`) },
  };
}

function asText(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
