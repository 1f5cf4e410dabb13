import { ensureBrowser } from "../../scripts/steps/browser.mjs";

/** Before the first journey: the workers start the browser that is named in CHROMIUM_PATH. */
export default async function findBrowser(): Promise<void> {
  process.env.CHROMIUM_PATH = await ensureBrowser();
}
