/**
 * The rooms and who may import whom, as in ARCHITECTURE.md. The table is the lint: a room lists what it
 * may not import, and the message says what to do instead.
 */
const rooms = {
  domain: {
    files: ["domain/**/*.ts"],
    forbid: ["@/app/*", "@/components/*", "@/server/*", "@/station/*", "../*/server/*", "node:*", "react", "react-*", "next", "next/*", "zod", "payload", "@trpc/*"],
    instead: "domain/ is pure: no package, no clock, no I/O. Take the value as an argument.",
  },
  station: {
    files: ["station/**/*.ts"],
    forbid: ["@/*", "../domain/*", "../server/*"],
    instead: "station/ is written from the recordings and shares no rule with the other side.",
  },
  components: {
    files: ["components/**/*.{ts,tsx}"],
    forbid: ["@/app/*", "@/station/*", "payload", "@payloadcms/db-*"],
    instead: "components/ knows the server only as `type AppRouter`.",
  },
  libretime: {
    files: ["server/libretime/**/*.ts"],
    forbid: ["@/app/*", "@/components/*", "@/station/*", "@/server/trpc/*", "@/server/schedule/*", "@/server/library/*", "@/server/cms/*", "payload"],
    instead: "server/libretime/ speaks LibreTime and nothing else; it may use domain/.",
  },
  cms: {
    files: ["server/cms/**/*.{ts,tsx}"],
    forbid: ["@/app/*", "@/station/*", "@/server/trpc/*", "@/server/schedule/*", "@/server/libretime/*"],
    instead: "server/cms/ is the only room that speaks to Payload; it may use domain/. Let the use case join both sides.",
  },
  useCases: {
    files: ["server/schedule/**/*.ts", "server/library/**/*.ts", "server/journal/**/*.ts", "server/coordination/**/*.ts"],
    forbid: ["@/app/*", "@/components/*", "@/station/*", "@/server/trpc/*", "@trpc/*", "payload", "next", "next/*"],
    instead: "A use case knows no transport and no Payload: go through server/cms/, and let server/trpc/ or app/api/ call you.",
  },
  trpc: {
    files: ["server/trpc/**/*.ts"],
    forbid: ["@/app/*", "@/components/*", "@/station/*", "@/server/libretime/*", "payload"],
    instead: "A procedure is a schema and one call of a use case.",
  },
  app: {
    files: ["app/**/*.{ts,tsx}"],
    forbid: ["@/station/*", "@/server/libretime/*"],
    instead: "A route composes: call a use case or a component.",
  },
};

/** Tests may reach for the station and for what they test. */
const tests = ["**/*.test.ts", "**/*.test.tsx", "**/*.suite.ts", "**/*.test-kit.ts"];

const parser = (await import("@babel/eslint-parser")).default;
const languageOptions = {
  parser,
  parserOptions: {
    requireConfigFile: false,
    babelOptions: { presets: [["@babel/preset-typescript", { allExtensions: true, isTSX: true }]], babelrc: false, configFile: false },
  },
};
const plainTypeScript = {
  ...languageOptions,
  parserOptions: {
    ...languageOptions.parserOptions,
    babelOptions: { ...languageOptions.parserOptions.babelOptions, presets: [["@babel/preset-typescript", { allExtensions: true, isTSX: false }]] },
  },
};

export default [
  { ignores: ["node_modules/", ".next/", ".data/", "next-env.d.ts", "server/cms/migrations/", "app/(payload)/admin/importMap.js", "server/cms/payload-types.ts"] },
  { files: ["**/*.{js,mjs,tsx}"], languageOptions },
  { files: ["**/*.ts"], languageOptions: plainTypeScript },
  {
    files: ["**/*.{js,mjs,ts,tsx}"],
    rules: {
      "no-var": "error",
      "prefer-const": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-duplicate-imports": ["error", { allowSeparateTypeImports: true }],
      "no-constant-condition": ["error", { checkLoops: false }],
      "no-unreachable": "error",
      "no-self-compare": "error",
      "no-debugger": "error",
      "max-lines": ["error", { max: 300, skipBlankLines: false }],
    },
  },
  {
    files: ["app/**/*.{ts,tsx}", "server/**/*.{ts,tsx}", "components/**/*.{ts,tsx}", "domain/**/*.ts"],
    rules: { "no-console": "error" },
  },
  {
    files: ["app/**/*.{ts,tsx}", "server/**/*.{ts,tsx}", "components/**/*.{ts,tsx}", "domain/**/*.ts"],
    ignores: ["server/env.ts", ...tests],
    rules: {
      "no-restricted-properties": ["error", { object: "process", property: "env", message: "server/env.ts is the only reader of the environment: take the value from `env`." }],
    },
  },
  {
    files: ["domain/**/*.ts"],
    ignores: tests,
    rules: {
      "no-restricted-globals": ["error", ...["fetch", "setTimeout", "setInterval", "process", "window", "document", "performance"].map((name) => ({ name, message: rooms.domain.instead }))],
      "no-restricted-syntax": ["error",
        { selector: "AwaitExpression", message: "domain/ awaits nothing." },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "domain/ has no clock: take `now` as an argument." },
        { selector: "MemberExpression[object.name='Date'][property.name='now']", message: "domain/ has no clock: take `now` as an argument." },
        { selector: "MemberExpression[object.name='Math'][property.name='random']", message: "domain/ is a function of its arguments." },
      ],
    },
  },
  ...Object.values(rooms).map(({ files, forbid, instead }) => ({
    files,
    ignores: tests,
    rules: {
      "no-restricted-imports": ["error", { patterns: [{ group: forbid, message: instead }] }],
    },
  })),
  {
    // The one import that components may take from the server is a type; `import type` vanishes in the build.
    files: ["components/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-syntax": ["error", { selector: "ImportDeclaration[importKind!='type'][source.value=/^@\\u002Fserver\\u002F/]", message: rooms.components.instead }],
    },
  },
];
