import { root } from "./checkout.mjs";
import { endChildrenWithUs } from "./children.mjs";
import { format, lint, types, unused } from "./gates.mjs";
import { ensureInstalled } from "./install.mjs";
import { stage, vitest } from "./stages.mjs";

/** What `npm run check` does: every stage runs, whatever the one before came to. */
export async function check() {
  endChildrenWithUs();
  process.chdir(root);
  await ensureInstalled();
  const verdicts = [
    await stage("Types", types),
    await stage("Format", format),
    await stage("Lint", lint),
    await stage("Unused", unused),
    await stage("Unit tests", () => vitest("unit", ["--project", "unit"])),
  ];
  process.exit(verdicts.some(({ failed }) => failed > 0) ? 1 : 0);
}
