import path from "node:path";
import { buildConfig, type PayloadLogger } from "payload";
import { env } from "@/server/env";
import { log } from "@/server/log";
import { episodes } from "./collections/episodes";
import { operations } from "./collections/operations";
import { shows } from "./collections/shows";
import { slots } from "./collections/slots";
import { users } from "./collections/users";
import { databaseAt } from "./database";
import { planErrorShape } from "./error-shape";
import { noPost } from "./no-post";

/**
 * A build, and the tools that only read this file, run without settings: without them there is no secret, and
 * Payload starts nothing without one. `getCms` says which setting is wrong.
 */
function settings(): { readonly url: string; readonly secret: string } {
  try {
    return { url: env().DATABASE_URL, secret: env().PAYLOAD_SECRET };
  } catch {
    return { url: "file:.data/airweek.db", secret: "" };
  }
}

const { url, secret } = settings();

export default buildConfig({
  secret,
  logger: log as unknown as PayloadLogger,
  db: databaseAt(url),
  collections: [shows, episodes, slots, operations, users],
  admin: {
    user: "users",
    theme: "all",
    meta: { titleSuffix: " · Airweek" },
    importMap: { baseDir: path.join(process.cwd(), "server/cms"), importMapFile: path.join(process.cwd(), "app/(payload)/admin/importMap.js") },
    components: { beforeNavLinks: ["/admin/to-planner#ToPlanner"], graphics: { Logo: "/admin/name#Logo", Icon: "/admin/name#Icon" } },
  },
  graphQL: { disable: true },
  telemetry: false,
  email: noPost,
  hooks: { afterError: [planErrorShape] },
  typescript: { outputFile: path.join(process.cwd(), "server/cms/payload-types.ts"), autoGenerate: false },
  maxDepth: 3,
  defaultDepth: 1,
});
