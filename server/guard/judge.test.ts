import { describe, expect, test } from "vitest";
import { judge } from "./judge";

type Sent = { readonly method?: string; readonly path?: string; readonly site?: string | null } & Readonly<
  Record<string, string | null | undefined>
>;

const session = "payload-lng=en; payload-token=a.b.c";
const key = "users API-Key some-key";

function judged({ method = "POST", path = "/api/shows", ...headers }: Sent, publicUrl: string | null = null) {
  const given = { host: "radio.lan:3000", "content-type": "application/json", "content-length": "2", ...headers };
  const kept = Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const refused = judge({ method, pathname: path, headers: new Headers(kept) }, publicUrl);
  return refused ? `${refused.status} ${refused.problem.code}` : "in";
}

describe("where a request comes from", () => {
  test.each([
    ["a page of ours", { cookie: session, "sec-fetch-site": "same-origin" }, "in"],
    [
      "a page of ours that sends no referrer, so that its origin is null",
      { cookie: session, "sec-fetch-site": "same-origin", origin: "null" },
      "in",
    ],
    [
      "a page on another port",
      { cookie: session, "sec-fetch-site": "same-site", origin: "http://radio.lan:8080" },
      "403 FORBIDDEN",
    ],
    ["a page of another site", { cookie: session, "sec-fetch-site": "cross-site" }, "403 FORBIDDEN"],
    [
      "an address that somebody typed, which posts nothing",
      { cookie: session, "sec-fetch-site": "none" },
      "403 FORBIDDEN",
    ],
    ["two answers at once", { cookie: session, "sec-fetch-site": "same-origin, cross-site" }, "403 FORBIDDEN"],
    ["an empty answer", { cookie: session, "sec-fetch-site": "", origin: "http://radio.lan:3000" }, "403 FORBIDDEN"],
    ["an older browser on a page of ours", { cookie: session, origin: "http://radio.lan:3000" }, "in"],
    ["the same behind TLS of a proxy that keeps the host", { cookie: session, origin: "https://radio.lan:3000" }, "in"],
    ["an older browser on another port", { cookie: session, origin: "http://radio.lan:8080" }, "403 FORBIDDEN"],
    ["a page in a sandbox", { cookie: session, origin: "null" }, "403 FORBIDDEN"],
    ["a host that ours begins with", { cookie: session, origin: "http://radio.lan" }, "403 FORBIDDEN"],
    ["a host that begins with ours", { cookie: session, origin: "http://radio.lan:3000.example.org" }, "403 FORBIDDEN"],
    ["our host as a name", { cookie: session, origin: "http://radio.lan:3000@example.org" }, "403 FORBIDDEN"],
    [
      "our host with a path, which no browser sends",
      { cookie: session, origin: "http://radio.lan:3000/" },
      "403 FORBIDDEN",
    ],
    ["another scheme", { cookie: session, origin: "file://radio.lan:3000" }, "403 FORBIDDEN"],
    ["a cookie and no word of where from", { cookie: session }, "403 FORBIDDEN"],
    ["the session among others, with spaces", { cookie: "a=b;payload-token =x" }, "403 FORBIDDEN"],
    ["no session", { cookie: "not-payload-token=x" }, "in"],
    [
      "nobody, from another site: sign-in needs no cookie",
      { path: "/api/users/login", origin: "http://example.org" },
      "403 FORBIDDEN",
    ],
    ["nobody, with curl", { path: "/api/users/login" }, "in"],
    ["an API key", { authorization: key, "sec-fetch-site": "cross-site", origin: "http://example.org" }, "in"],
    ["an API key beside a cookie: the key's", { authorization: key, cookie: session }, "in"],
    [
      "what is no API key beside a cookie",
      { authorization: "Basic users API-Key x", cookie: session },
      "403 FORBIDDEN",
    ],
    ["a token of Payload's beside a cookie", { authorization: "JWT x", cookie: session }, "403 FORBIDDEN"],
  ])("%s", (_who, sent, told) => {
    expect(judged(sent)).toBe(told);
  });

  test.each(["POST", "PUT", "PATCH", "DELETE", "delete", "REPORT"])("%s can change something", (method) => {
    expect(judged({ method, cookie: session, "sec-fetch-site": "same-site" })).toBe("403 FORBIDDEN");
  });

  test.each(["GET", "HEAD", "OPTIONS"])("%s reads, also from a link elsewhere", (method) => {
    expect(judged({ method, path: "/", cookie: session, "sec-fetch-site": "cross-site", "content-type": null })).toBe(
      "in",
    );
  });

  test.each([
    [
      "the address of browsers, whatever host a proxy asks for",
      { host: "10.0.0.7:3000", origin: "https://planner.example.org" },
      "in",
    ],
    ["this server's own address", { host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000" }, "in"],
    [
      "our host without TLS, where anybody may stand in between",
      { host: "planner.example.org", origin: "http://planner.example.org" },
      "403 FORBIDDEN",
    ],
    [
      "our host on another port",
      { host: "10.0.0.7:3000", origin: "https://planner.example.org:8443" },
      "403 FORBIDDEN",
    ],
    ["a neighbour", { host: "10.0.0.7:3000", origin: "https://www.example.org" }, "403 FORBIDDEN"],
  ])("with PUBLIC_URL: %s", (_what, sent, told) => {
    expect(judged({ cookie: session, ...sent }, "https://planner.example.org")).toBe(told);
  });
});

describe("what a body says it is", () => {
  const form = "multipart/form-data; boundary=x";
  const query = "application/x-www-form-urlencoded";
  test.each([
    ["JSON", {}, "in"],
    ["JSON, said with its charset", { "content-type": 'Application/JSON ; Charset="UTF-8"' }, "in"],
    ["JSON in another charset", { "content-type": "application/json; charset=utf-16" }, "415 MALFORMED_REQUEST"],
    ["two types", { "content-type": "application/json, text/plain" }, "415 MALFORMED_REQUEST"],
    ["text that looks like JSON", { "content-type": "text/plain; application/json" }, "415 MALFORMED_REQUEST"],
    ["something like JSON", { "content-type": "application/json-patch+json" }, "415 MALFORMED_REQUEST"],
    ["no type", { "content-type": null }, "415 MALFORMED_REQUEST"],
    [
      "no type, and a body in pieces",
      { "content-type": null, "content-length": null, "transfer-encoding": "chunked" },
      "415 MALFORMED_REQUEST",
    ],
    ["no body", { "content-type": null, "content-length": null }, "in"],
    ["an empty body", { "content-type": null, "content-length": "0" }, "in"],
    ["an empty type", { "content-type": "", "content-length": "0" }, "415 MALFORMED_REQUEST"],
    ["a form of the admin's", { "content-type": form }, "in"],
    ["a form to sign in with, as the admin sends it", { path: "/api/users/login", "content-type": form }, "in"],
    ["a form to a door of ours", { path: "/api/schedule/planOne", "content-type": form }, "415 MALFORMED_REQUEST"],
    ["a form to tRPC", { path: "/api/trpc/planOne", "content-type": form }, "415 MALFORMED_REQUEST"],
    ["a form to what no admin saves", { path: "/api/slots", "content-type": form }, "415 MALFORMED_REQUEST"],
    ["a form to a longer name", { path: "/api/shows-and-more", "content-type": form }, "415 MALFORMED_REQUEST"],
    ["a plain form", { "content-type": query }, "415 MALFORMED_REQUEST"],
    ["a long query of the admin's", { "content-type": query, "x-payload-http-method-override": "GET" }, "in"],
    [
      "a long query that would change something",
      { "content-type": query, "x-http-method-override": "DELETE" },
      "415 MALFORMED_REQUEST",
    ],
    ["bytes", { "content-type": "application/octet-stream" }, "415 MALFORMED_REQUEST"],
  ])("%s", (_what, sent, told) => {
    expect(judged(sent)).toBe(told);
    expect(judged({ ...sent, authorization: key })).toBe(told);
  });

  test.each([
    [
      "a function of the admin's",
      { path: "/admin/collections/shows", "next-action": "40aa", "content-type": "text/plain;charset=UTF-8" },
      "in",
    ],
    [
      "the same with a form, which only files would need",
      { path: "/admin", "next-action": "40aa", "content-type": form },
      "415 MALFORMED_REQUEST",
    ],
    ["a function as JSON, which React never sends", { path: "/admin", "next-action": "40aa" }, "415 MALFORMED_REQUEST"],
    [
      "a function under another page",
      { path: "/login", "next-action": "40aa", "content-type": "text/plain" },
      "400 MALFORMED_REQUEST",
    ],
    [
      "a function under a page that begins alike",
      { path: "/administer", "next-action": "40aa", "content-type": "text/plain" },
      "400 MALFORMED_REQUEST",
    ],
    ["a form to a page", { path: "/admin", "content-type": form }, "415 MALFORMED_REQUEST"],
    ["JSON to a page", { path: "/station" }, "400 MALFORMED_REQUEST"],
    ["nothing to a page", { path: "/", "content-type": null, "content-length": "0" }, "400 MALFORMED_REQUEST"],
  ])("%s", (_what, sent, told) => {
    expect(judged(sent)).toBe(told);
  });
});

describe("who leads to the page of signing out", () => {
  test.each([
    ["a link on another site", "/admin/logout", { "sec-fetch-site": "cross-site" }, "403 FORBIDDEN"],
    [
      "a window that a page on another port opens",
      "/admin/logout-inactivity",
      { "sec-fetch-site": "same-site" },
      "403 FORBIDDEN",
    ],
    [
      "the same with a letter written as a number",
      "/admin/%6Cogout",
      { "sec-fetch-site": "cross-site" },
      "403 FORBIDDEN",
    ],
    [
      "the same in capitals and with two slashes",
      "//admin//LOGOUT/",
      { "sec-fetch-site": "cross-site" },
      "403 FORBIDDEN",
    ],
    ["a link of the admin", "/admin/logout", { "sec-fetch-site": "same-origin" }, "in"],
    ["an address that somebody typed", "/admin/logout", { "sec-fetch-site": "none" }, "in"],
    [
      "an older browser on a page of another host",
      "/admin/logout",
      { referer: "http://radio.lan:8080/" },
      "403 FORBIDDEN",
    ],
    ["an older browser that does not say from where", "/admin/logout", {}, "403 FORBIDDEN"],
    ["an older browser on a page of ours", "/admin/logout", { referer: "http://radio.lan:3000/admin/account" }, "in"],
    ["a link on another site to the admin itself", "/admin", { "sec-fetch-site": "cross-site" }, "in"],
    [
      "a link on another site to a page with part of an escape",
      "/admin/collections/%",
      { "sec-fetch-site": "cross-site" },
      "in",
    ],
  ])("%s", (_, path, sent, verdict) => {
    expect(judged({ method: "GET", path, cookie: session, ...sent })).toBe(verdict);
  });
});
