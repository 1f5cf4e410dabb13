import { defineConfig } from "oxlint";
import { rooms } from "./lint/rooms.mjs";

const ours = ["app/**", "server/**", "components/**", "domain/**", "proxy.ts"];
const tests = ["**/*.test.ts", "**/*.test.tsx", "**/*.suite.ts", "**/*.test-kit.ts"];
const noClock = "domain/ has no clock: take `now` as an argument.";
const notInDomain = ["fetch", "setTimeout", "setInterval", "process", "window", "document", "performance"];

export default defineConfig({
  plugins: ["eslint", "typescript", "import", "react", "oxc", "unicorn"],
  jsPlugins: ["./lint/plugin.mjs"],
  options: { typeAware: true },
  ignorePatterns: [
    "messages/en.d.json.ts",
    "next-env.d.ts",
    "server/cms/migrations/**/0*.ts",
    "app/(payload)/admin/importMap.js",
    "server/cms/payload-types.ts",
  ],
  categories: { correctness: "error" },
  rules: {
    "no-var": "error",
    "prefer-const": "error",
    eqeqeq: ["error", "always", { null: "ignore" }],
    "no-eval": "error",
    "no-implied-eval": "error",
    "no-new-func": "error",
    "no-duplicate-imports": ["error", { allowSeparateTypeImports: true }],
    "no-constant-condition": ["error", { checkLoops: "none" }],
    "no-self-compare": "error",
    "max-lines": ["error", { max: 300 }],
    // Types count: a circle of types ties two files together as well.
    "import/no-cycle": ["error", { ignoreTypes: false }],
    "no-unused-vars": [
      "error",
      {
        args: "after-used",
        argsIgnorePattern: "^_",
        destructuredArrayIgnorePattern: "^_",
        varsIgnorePattern: "^_",
        ignoreRestSiblings: true,
      },
    ],
    "typescript/no-floating-promises": "error",
    "typescript/no-misused-promises": "error",
    "typescript/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    "react/rules-of-hooks": "error",
    "react/exhaustive-deps": "error",
    // These four speak for React's compiler, which is not used here; floating-ui hands its setters in a `refs`.
    "react/incompatible-library": "off",
    "react/refs": "off",
    "react/set-state-in-effect": "off",
    "react/static-components": "off",
  },
  overrides: [
    // Both sides of a comparison are put in the same order, whichever it is.
    { files: tests, rules: { "typescript/require-array-sort-compare": "off" } },
    { files: ours, rules: { "no-console": "error" } },
    // The rooms that keep it already; the others follow.
    {
      files: ["domain/**", "scripts/**", "lint/**"],
      excludeFiles: tests,
      rules: { "max-params": ["error", { max: 3 }] },
    },
    // Playwright reads from a fixture's first argument what it needs; what needs nothing says `{}`.
    { files: ["e2e/kit/journey.ts", "e2e/kit/pseudo-locale.ts"], rules: { "no-empty-pattern": "off" } },
    {
      files: ours,
      excludeFiles: ["server/env.ts", ...tests],
      rules: {
        "no-restricted-properties": [
          "error",
          {
            object: "process",
            property: "env",
            message: "server/env.ts is the only reader of the environment: take the value from `env`.",
          },
        ],
      },
    },
    {
      files: rooms.domain.files,
      excludeFiles: tests,
      rules: {
        "airweek/pure": "error",
        "no-restricted-globals": ["error", ...notInDomain.map((name) => ({ name, message: rooms.domain.instead }))],
        "no-restricted-properties": [
          "error",
          { object: "Date", property: "now", message: noClock },
          { object: "Math", property: "random", message: "domain/ is a function of its arguments." },
        ],
      },
    },
    {
      files: ["components/**", "app/(planner)/**", "app/(station)/**"],
      excludeFiles: tests,
      rules: { "airweek/words-from-catalogue": "error" },
    },
    ...Object.values(rooms).map(zone),
  ],
});

/** @param {import("./lint/rooms.mjs").Room} room @returns {import("oxlint").OxlintOverride} */
function zone({ files, forbid, allowTypes = [], instead }) {
  const patterns = [
    { group: forbid, message: instead },
    { group: allowTypes, allowTypeImports: true, message: instead },
  ];
  return {
    files,
    excludeFiles: tests,
    rules: {
      "airweek/stay-in-room": "error",
      "no-restricted-imports": ["error", { patterns: patterns.filter(({ group }) => group.length > 0) }],
    },
  };
}
