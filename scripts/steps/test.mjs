import { ensureBrowser } from "./browser.mjs";
import { build } from "./build.mjs";
import { root } from "./checkout.mjs";
import { endChildrenWithUs } from "./children.mjs";
import { format, lint, types } from "./gates.mjs";
import { ensureInstalled } from "./install.mjs";
import { ensureServices } from "./services.mjs";
import { attempt, playwright, stage, vitest } from "./stages.mjs";
import { Stopped } from "./step.mjs";
import { sumOf } from "./verdict.mjs";

/** Every stage runs, whatever the one before came to; the last line is the verdict. */
export async function test() {
  endChildrenWithUs();
  process.chdir(root);
  /** @type {import("./verdict.mjs").Verdict[]} */
  const verdicts = [];
  try {
    await ensureInstalled();
    verdicts.push(await stage("Types", types));
    verdicts.push(await stage("Format", format));
    verdicts.push(await stage("Lint", lint));
    await ensureServices();
    verdicts.push(await stage("Unit and integration tests", () => vitest("tests", [])));
    verdicts.push(await stage("Build", () => attempt(build)));
    verdicts.push(await stage("Journeys in a browser", journeys));
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    verdicts.push({ passed: 0, failed: 1 });
    console.error(error.message);
  }
  const { passed, failed } = sumOf(verdicts);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}

/** Without a browser this stage fails: a journey that was not made is not a journey that went well. */
async function journeys() {
  try {
    const browser = await ensureBrowser();
    const env = { ...process.env, CHROMIUM_PATH: browser };
    return sumOf(
      await Promise.all([
        playwright("journeys", [], env),
        vitest("outages", ["--config", "e2e/outages/vitest.config.ts"], env),
      ]),
    );
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return { passed: 0, failed: 1, says: error.message };
  }
}
