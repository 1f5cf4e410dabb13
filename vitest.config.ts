import { defineConfig } from "vitest/config";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(fileURLToPath(import.meta.url));
const alias = [
  { find: "@payload-config", replacement: path.join(root, "server/cms/payload.config.ts") },
  { find: /^@\//, replacement: `${root}/` },
];

/** `unit` is pure and quick; `integration` talks real HTTP to the station and to a real database. */
export default defineConfig({
  resolve: { alias },
  test: {
    // Most of what the tests do is waiting: for the station, for a database, for a time that must run out.
    maxWorkers: 3,
    projects: [
      {
        resolve: { alias },
        test: { name: "unit", include: ["domain/**/*.test.ts", "components/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"] },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          include: ["server/**/*.test.ts", "station/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
