import { nextCli } from "./build.mjs";
import { bin, commands } from "./stages.mjs";

/** Types of the whole checkout; Next writes down first what types its routes and assets have. */
export const types = () => commands("types", [[nextCli, "typegen"], [bin("typescript", "bin", "tsc"), "--noEmit"]]);

/** ESLint's rules, which are also the rules of the rooms. */
export const lint = () => commands("lint", [[bin("eslint", "bin", "eslint.js"), "--max-warnings=0", "."]]);

/** Files, exports and packages that nothing uses. */
export const unused = () => commands("unused", [[bin("knip", "bin", "knip.js")]]);
