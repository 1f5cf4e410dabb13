import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rooms } from "../lint/rooms.mjs";
import { root } from "./steps/checkout.mjs";

/** A checkout that holds the lint's own files and nothing else. */
const scratch = mkdtempSync(path.join(tmpdir(), "airweek-lint-"));

/** What the lint says, all probes in one run: loading it takes longer than they do. */
let told: readonly string[] = [];

beforeAll(() => {
  for (const name of ["oxlint.config.mjs", "lint", "tsconfig.json"])
    cpSync(path.join(root, name), path.join(scratch, name), { recursive: true });
  symlinkSync(path.join(root, "node_modules"), path.join(scratch, "node_modules"));
  for (const [name, text] of Object.entries(probes)) {
    mkdirSync(path.dirname(path.join(scratch, name)), { recursive: true });
    writeFileSync(path.join(scratch, name), text);
  }
  const { diagnostics } = JSON.parse(output()) as { readonly diagnostics: readonly Finding[] };
  told = diagnostics.map(({ filename, code, message, help }) => `${filename} ${code} ${help ?? message}`).toSorted();
}, 60_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

type Finding = { readonly filename: string; readonly code: string; readonly message: string; readonly help?: string };

function output(): string {
  const args = [
    path.join(root, "node_modules/oxlint/bin/oxlint"),
    "-c",
    "oxlint.config.mjs",
    "--format=json",
    ...Object.keys(probes),
  ];
  try {
    return execFileSync(process.execPath, args, { cwd: scratch, encoding: "utf8" });
  } catch (failed) {
    return (failed as { readonly stdout: string }).stdout;
  }
}

const toldOf = (files: Readonly<Record<string, string>>) => told.filter((each) => each.split(" ", 1)[0]! in files);

const folderOf = (pattern: string) => pattern.slice(0, pattern.indexOf("/**"));
const everyZone = Object.values(rooms).flatMap(({ files, forbid, instead }) =>
  files.map((pattern) => ({ folder: folderOf(pattern), forbid, instead })),
);
const walls = everyZone.flatMap(({ folder, forbid, instead }) =>
  forbid.map((pattern, index) => ({
    name: `${folder}/wall-${index}.ts`,
    from: pattern.replace("**", "deep/thing").replace("*", "thing"),
    instead,
  })),
);
const forbidden = Object.fromEntries(
  walls.map(({ name, from }) => [name, `import { thing } from "${from}";\nexport const other = thing;\n`]),
);
const escapes = {
  "domain/inner/escape.ts":
    'import { a } from "../other";\nexport { b } from "../../server/cms/probe";\nexport const c = a;\n',
  "server/schedule/escape.ts":
    'export { a } from "../cms/probe";\nexport { b } from "./inner/probe";\nexport * from "../log";\n',
};
const impure = "export const f = async () => [await f(), new Date(), Date.now(), Math.random(), fetch, new Date(5)];\n";
const impurities = { "domain/impure.ts": impure, "domain/impure.test.ts": impure };
const serverInComponents = {
  "components/types.ts": 'import type { AppRouter } from "@/server/trpc/router";\nexport type Router = AppRouter;\n',
  "components/values.ts": 'import { router } from "@/server/trpc/router";\nexport const used = router;\n',
};
const circle = {
  "domain/circle/one.ts": 'import type { Two } from "./two";\nexport type One = { readonly two: Two };\n',
  "domain/circle/two.ts": 'import { three } from "@/domain/circle/three";\nexport type Two = typeof three;\n',
  "domain/circle/three.ts": 'import type { One } from "./one";\nexport const three = (one: One): One => one;\n',
  "domain/circle/beside.ts": 'import type { One } from "./one";\nexport type Beside = One;\n',
};
const shown = (jsx: string) => `export const Part = ({ n }: { readonly n: number }) => ${jsx};\n`;
const said = [
  shown("<p>Said {n}</p>"),
  shown('<p>{n > 1 && "said"}</p>'),
  shown('<p>{n > 1 ? n : "said"}</p>'),
  shown("<p aria-label={`said ${n}`}>{n}</p>"),
  shown('<img width={n} alt="Said" />'),
  'export const sentence = "Two words.";\n',
  "export const sentence = (count: number) => `${count} slots`;\n",
];
const unsaid = [
  '"use client";\nexport type Kind = "two words";\n',
  'export function stop(): never {\n  throw new Error("For developers.");\n}\n',
  'export const focusable = "input, button, select";\n',
  shown('<a rel="prev nofollow" style={{ width: `calc(${n}px - 2px)` }}>‹ {n}</a>'),
  shown("<p>Airweek · <code>npm run user {n}</code></p>"),
];
const inFiles = (folder: string, texts: readonly string[]) =>
  Object.fromEntries(texts.map((text, index) => [`components/${folder}/part-${index}.tsx`, text]));
const words = { ...inFiles("said", said), ...inFiles("unsaid", unsaid) };

const probes = { ...forbidden, ...escapes, ...impurities, ...serverInComponents, ...circle, ...words };

test("a room that imports what its line of the table forbids is told what to do instead", () => {
  expect(toldOf(forbidden)).toEqual(
    walls.map(({ name, instead }) => `${name} eslint(no-restricted-imports) ${instead}`).toSorted(),
  );
});

test("no relative import leaves its room, and none inside it is told of", () => {
  expect(toldOf(escapes)).toEqual([
    "domain/inner/escape.ts airweek(stay-in-room) Import server/cms/ as @/server/cms/…, so that the table of the rooms is asked.",
    "server/schedule/escape.ts airweek(stay-in-room) Import server/ as @/server/…, so that the table of the rooms is asked.",
    "server/schedule/escape.ts airweek(stay-in-room) Import server/cms/ as @/server/cms/…, so that the table of the rooms is asked.",
  ]);
});

test("domain/ awaits nothing and has no clock; its tests may", () => {
  expect(toldOf(impurities).map((each) => each.split(" ").slice(0, 2).join(" "))).toEqual([
    "domain/impure.ts airweek(pure)",
    "domain/impure.ts airweek(pure)",
    "domain/impure.ts eslint(no-restricted-globals)",
    "domain/impure.ts eslint(no-restricted-properties)",
    "domain/impure.ts eslint(no-restricted-properties)",
  ]);
});

test("components take types from the server, and nothing else", () => {
  expect(toldOf(serverInComponents)).toEqual([
    `components/values.ts eslint(no-restricted-imports) ${rooms.components.instead}`,
  ]);
});

test("files that import each other in a circle are told, one of types too", () => {
  expect(toldOf(circle).map((each) => each.split(" ").slice(0, 2).join(" "))).toEqual(
    ["one", "three", "two"].map((name) => `domain/circle/${name}.ts import(no-cycle)`),
  );
});

test("a component says nothing by itself: what people read or hear is in the catalogue", () => {
  expect(toldOf(words).map((each) => each.split(" ").slice(0, 2).join(" "))).toEqual(
    said.map((_, index) => `components/said/part-${index}.tsx airweek(words-from-catalogue)`),
  );
});
