import path from "node:path";
import { buildConfig } from "payload";
import { env } from "@/server/env";
import { episodes } from "./collections/episodes";
import { operations } from "./collections/operations";
import { patterns } from "./collections/patterns";
import { shows } from "./collections/shows";
import { slots } from "./collections/slots";
import { users } from "./collections/users";
import { databaseAt } from "./database";
import { closeDoors } from "./close-doors";
import { jobs } from "./jobs";
import { auditForbidden, planErrorShape } from "./error-shape";
import { noPost } from "./no-post";
import { payloadLog } from "./payload-log";

/**
 * A build, and the tools that only read this file, run without settings: without them there is no secret, and
 * Payload starts nothing without one. `getCms` says which setting is wrong.
 */
function settings(): { readonly url: string; readonly secret: string; readonly publicUrl?: string } {
  try {
    return { url: env().DATABASE_URL, secret: env().PAYLOAD_SECRET, publicUrl: env().PUBLIC_URL };
  } catch {
    return { url: "file:.data/airweek.db", secret: "" };
  }
}

const { url, secret, publicUrl } = settings();

/** With browsers on https, a session travels by nothing else. */
const people: typeof users =
  publicUrl?.startsWith("https:") && typeof users.auth === "object"
    ? { ...users, auth: { ...users.auth, cookies: { ...users.auth.cookies, secure: true } } }
    : users;

export default closeDoors(
  buildConfig({
    secret,
    // Cookies count from there alone; `server/guard/` says so of what comes under another address of this server.
    ...(publicUrl && { serverURL: publicUrl, csrf: [publicUrl] }),
    logger: payloadLog,
    db: databaseAt(url),
    collections: [shows, episodes, patterns, slots, operations, people],
    admin: {
      user: "users",
      theme: "all",
      // Payload would ask Gravatar for a picture of everybody.
      avatar: "default",
      dateFormat: "d MMM yyyy, HH:mm",
      meta: {
        titleSuffix: "· Airweek",
        description: "Shows, episodes and people of the station.",
        defaultOGImageType: "off",
        openGraph: { siteName: "Airweek", title: "Airweek", description: "Where a radio station plans its week." },
      },
      importMap: {
        baseDir: path.join(process.cwd(), "server/cms"),
        importMapFile: path.join(process.cwd(), "app/(payload)/admin/importMap.js"),
      },
      components: {
        beforeNavLinks: ["/admin/to-planner#ToPlanner"],
        afterLogin: ["/admin/password-note#PasswordNote"],
        graphics: { Logo: "/admin/name#Logo", Icon: "/admin/name#Icon" },
      },
    },
    jobs,
    graphQL: { disable: true },
    telemetry: false,
    email: noPost,
    hooks: { afterError: [auditForbidden, planErrorShape] },
    typescript: { outputFile: path.join(process.cwd(), "server/cms/payload-types.ts"), autoGenerate: false },
    maxDepth: 3,
    defaultDepth: 1,
  }),
);
