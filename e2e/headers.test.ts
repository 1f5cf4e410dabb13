import { readdirSync } from "node:fs";
import path from "node:path";
import { expect } from "./kit/expect";
import { journey } from "./kit/journey";
import { stack } from "./kit/stack";

/** What is asked for where an address has a part that is anything. */
const samples: Readonly<Record<string, readonly string[]>> = {
  "/admin/[[...segments]]": [
    "/admin",
    "/admin/login",
    "/admin/collections/episodes",
    "/admin/collections/operations",
    "/admin/account",
    "/admin/nothing",
  ],
  "/api/[...slug]": ["/api/episodes", "/api/users/me", "/api/access", "/api/nothing/at/all"],
  "/api/trpc/[trpc]": ["/api/trpc/station.status", "/api/trpc/nothing"],
  "/[...missing]": ["/nowhere", "/nowhere/at/all", "/nowhere.svg"],
};

/** Every address that app/ has a page or a route for. */
function addresses(): readonly string[] {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) =>
    /^(page|route)\.tsx?$/.test(path.basename(file)),
  );
  return files.flatMap((file) => {
    const address = `/${path
      .dirname(file)
      .split(path.sep)
      .filter((part) => part !== "." && !part.startsWith("("))
      .join("/")}`;
    if (!address.includes("[")) return [address];
    const sample = samples[address];
    if (!sample) throw new Error(`${address} has no sample in this test`);
    return sample;
  });
}

async function answerOf(address: string, cookie?: string) {
  const response = await fetch(`${stack().plannerUrl}${address}`, {
    redirect: "manual",
    headers: { accept: "text/html,*/*", ...(cookie && { cookie }) },
  });
  return { headers: response.headers, status: response.status, text: await response.text() };
}

/** What every answer says, whoever asks. */
function expectShields(address: string, headers: Headers): void {
  const policy = headers.get("content-security-policy") ?? "";
  const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? "";
  const told = {
    address,
    nosniff: headers.get("x-content-type-options"),
    frames: headers.get("x-frame-options"),
    opener: headers.get("cross-origin-opener-policy"),
    resource: headers.get("cross-origin-resource-policy"),
    permissions: headers.get("permissions-policy")?.includes("camera=()"),
    referrer: headers.get("referrer-policy"),
    closed: [
      "default-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "form-action",
    ].every((each) => policy.includes(each)),
    unsafe: /unsafe-(inline|eval)/.test(scripts),
    by: headers.get("x-powered-by"),
  };
  const referrer = headers.get("cache-control")?.startsWith("public")
    ? "strict-origin-when-cross-origin"
    : "same-origin";
  expect(told).toEqual({
    address,
    nosniff: "nosniff",
    frames: "DENY",
    opener: "same-origin",
    resource: "same-origin",
    permissions: true,
    referrer,
    closed: true,
    unsafe: false,
    by: null,
  });
}

journey.describe("the headers of every answer", () => {
  journey("are there at each address that the file system has, for nobody and for an admin", async () => {
    const all = addresses();
    expect(all).toEqual(
      expect.arrayContaining([
        "/",
        "/login",
        "/station",
        "/admin",
        "/api/health/live",
        "/api/schedule/planOne",
        "/api/trpc/station.status",
        "/nowhere",
      ]),
    );
    for (const address of all) {
      for (const cookie of [undefined, `payload-token=${stack().seeded.people.admin.token}`]) {
        const { headers, status, text } = await answerOf(address, cookie);
        expectShields(address, headers);
        const keeps = headers.get("cache-control") ?? "";
        if (address === "/station") expect(keeps).toBe("public, max-age=15, stale-while-revalidate=15");
        else expect([address, keeps]).toEqual([address, expect.stringContaining("no-store")]);
        if (status >= 300 || !headers.get("content-type")?.startsWith("text/html")) continue;
        const nonce = /'nonce-([^']+)'/.exec(headers.get("content-security-policy")!)?.[1];
        const marked = [...text.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag.includes(`nonce="${nonce}"`));
        if (address !== "/station")
          expect([address, marked.length > 0, new Set(marked)]).toEqual([address, true, new Set([true])]);
        else expect(nonce).toBeUndefined();
        expect(
          (await answerOf(address, cookie)).headers.get("content-security-policy") ===
            headers.get("content-security-policy"),
        ).toBe(address === "/station");
      }
    }
  });

  journey("what is refused has them as well, and a nonce that somebody brings is not taken", async () => {
    const refused = await fetch(`${stack().plannerUrl}/api/schedule/planOne`, {
      method: "POST",
      headers: { "content-type": "text/plain", origin: "http://example.org", cookie: "payload-token=x" },
      body: "{}",
    });
    expect([refused.status, refused.headers.get("cache-control")]).toEqual([403, "no-store"]);
    expectShields("a refusal", refused.headers);
    const brought = await fetch(`${stack().plannerUrl}/login`, {
      headers: { "content-security-policy": "script-src 'nonce-brought'" },
    });
    expect(await brought.text()).not.toContain("brought");
  });

  journey("the build's own files may be kept, and are what they say", async () => {
    const { text } = await answerOf("/login");
    const file = /\/_next\/static\/[^"]+\.js/.exec(text)![0];
    const { headers } = await answerOf(file);
    expect([
      headers.get("cache-control"),
      headers.get("x-content-type-options"),
      headers.get("cross-origin-resource-policy"),
    ]).toEqual([expect.stringContaining("immutable"), "nosniff", "same-origin"]);
  });
});
