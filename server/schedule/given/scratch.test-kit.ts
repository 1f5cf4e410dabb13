import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the workers keep their databases. */
    scratchFolder: string;
  }
}

/** One folder for a run, gone with it. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), "airweek-tests-"));
  project.provide("scratchFolder", folder);
  return () => rm(folder, { recursive: true, force: true });
}
