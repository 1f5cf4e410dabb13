import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(fileURLToPath(import.meta.url));
const alias = [
  { find: "@payload-config", replacement: path.join(root, "server/cms/payload.config.ts") },
  { find: /^@\//, replacement: `${root}/` },
];

/** Tests of the acts and of their doors: each begins with a station of its own and an empty journal, so that files can share a worker. */
const acts = [
  "server/schedule/!(processes).test.ts",
  "server/schedule/{faults,fingerprint,patterns}/*.test.ts",
  "server/{trpc,rest}/*.test.ts",
  "server/library/fitting.test.ts",
];

/** What talks to a station and a database. */
const acting = {
  globalSetup: ["server/schedule/given/scratch.test-kit.ts"],
  // Most objects of an act die young: with more room for them, collecting takes a twelfth less of the processor.
  execArgv: ["--max-semi-space-size=64"],
  // A machine that runs six files at once is slow: what is awaited is awaited by its condition.
  expect: { poll: { timeout: 10_000 } },
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

/** Whoever waits longest begins first, also where nobody has measured it yet: a killed process for the next minute's chore, the fault matrix and the guards for a LibreTime that hangs. */
class LongWaitFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const waits = ({ moduleId }: TestSpecification): number =>
      Number(/\/(processes|same-guard|starting-together)\.test|\/faults\//.test(moduleId));
    return (await super.sort(files)).toSorted((a, b) => waits(b) - waits(a));
  }
}

/** `unit` is pure and quick; `acts` and `integration` talk real HTTP to the station and to a real database. */
export default defineConfig({
  resolve: { alias },
  test: {
    // Most of what the tests do is waiting: for the station, for a database, for a time that must run out.
    maxWorkers: 6,
    sequence: { sequencer: LongWaitFirst },
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          isolate: false,
          include: [
            "domain/**/*.test.ts",
            "i18n/**/*.test.ts",
            "components/**/*.test.{ts,tsx}",
            "scripts/**/*.test.ts",
          ],
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "acts",
          include: acts,
          ...acting,
          setupFiles: ["server/schedule/given/quiet.test-kit.ts"],
          // Payload alone takes longer to load than most of these files to run: a worker loads it once.
          isolate: false,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          include: ["server/**/*.test.ts", "station/**/*.test.ts"],
          exclude: acts,
          ...acting,
        },
      },
    ],
  },
});
