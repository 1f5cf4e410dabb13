import { root } from "./steps/checkout.mjs";
import { endChildrenWithUs } from "./steps/children.mjs";
import { lint, types, unused } from "./steps/gates.mjs";
import { ensureInstalled } from "./steps/install.mjs";
import { stage, vitest } from "./steps/stages.mjs";

/** `npm run check`: the quick gate before a commit. */
endChildrenWithUs();
process.chdir(root);
await ensureInstalled();
const verdicts = [
  await stage("Types", types),
  await stage("Lint", lint),
  await stage("Unused", unused),
  await stage("Unit tests", () => vitest("unit", ["--project", "unit"])),
];
process.exit(verdicts.some(({ failed }) => failed > 0) ? 1 : 0);
