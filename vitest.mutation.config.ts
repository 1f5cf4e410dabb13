import { defineConfig } from "vitest/config";
import { fileURLToPath } from "node:url";

/** The tests of `domain/` alone, as a mutation run repeats them. How fast they are says nothing there. */
export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: fileURLToPath(new URL("./", import.meta.url)) }] },
  test: { include: ["domain/**/*.test.ts"], exclude: ["**/*.pace.test.ts"], testTimeout: 240_000 },
});
