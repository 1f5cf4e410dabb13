import { nextCli } from "./build.mjs";
import { bin, commands } from "./stages.mjs";

/** Types of the whole checkout; Next writes down first what types its routes and assets have. */
export const types = () =>
  commands("types", [
    [nextCli, "typegen"],
    [bin("typescript", "bin", "tsc"), "--noEmit"],
  ]);

/** What the code must not do, and who may import whom. */
export const lint = () =>
  commands("lint", [[bin("oxlint", "bin", "oxlint"), "-c", "oxlint.config.mjs", "--deny-warnings", "."]]);

/** Whether Prettier would change anything; `npm run format` changes it. What it has seen before is not read again. */
export const format = () =>
  commands("format", [[bin("prettier", "bin", "prettier.cjs"), "--check", "--cache", "--log-level=warn", "."]]);

/** Files, exports and packages that nothing uses. */
export const unused = () => commands("unused", [[bin("knip", "bin", "knip.js")]]);
