import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { httpStatus } from "@/domain/problems";
import { root } from "./steps/checkout.mjs";

const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const decisions = readdirSync(path.join(root, "docs/decisions")).map((name) => `docs/decisions/${name}`);
const documents = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "docs/glossary.md",
  "docs/problems.md",
  "docs/libretime.md",
  "docs/threats.md",
  ...decisions,
];

test("every problem has its paragraph, with its status, and no paragraph is about a problem that is none", () => {
  const paragraphs = [...read("docs/problems.md").matchAll(/^## (\w+)\n\n(\d+)\. /gm)].map(([, code, status]) => [
    code,
    Number(status),
  ]);
  expect(Object.fromEntries(paragraphs)).toEqual(httpStatus);
});

test("every link of a document leads to a file", () => {
  const dead = documents.flatMap((document) =>
    [...read(document).matchAll(/\[[^\]]*\]\((?!https?:)([^)#]+)/g)]
      .map(([, target = ""]) => path.join(path.dirname(document), target))
      .filter((target) => !existsSync(path.join(root, target)))
      .map((target) => `${document}: ${target}`),
  );
  expect(dead).toEqual([]);
});

test("every file that a document names in its own words is there", () => {
  const named = documents.flatMap((document) =>
    [...read(document).matchAll(/`((?:app|components|docs|domain|e2e|scripts|server|station)\/[\w/().-]*)`/g)].map(
      ([, name = ""]) => `${document}: ${name}`,
    ),
  );
  expect(named.filter((each) => !existsSync(path.join(root, each.split(": ")[1] ?? "")))).toEqual([]);
});

test("every recording that the documents cite exists", () => {
  const recorded = new Set(
    [...read("station/conformance/recordings.jsonl").matchAll(/^\{"id":"(\d+)"/gm)].map(([, id]) => id),
  );
  const cited = documents.flatMap((document) => [...read(document).matchAll(/\bR(\d{3})\b/g)].map(([, id]) => id));
  expect(cited.filter((id) => !recorded.has(id))).toEqual([]);
  expect(cited.length).toBeGreaterThan(20);
});

test("every decision is in their list", () => {
  const list = read("docs/decisions/README.md");
  expect(
    decisions.map((file) => path.basename(file)).filter((name) => name !== "README.md" && !list.includes(`(${name})`)),
  ).toEqual([]);
});

test("every command that a document names is in package.json", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  const named = documents.flatMap((document) =>
    [
      ...read(document).matchAll(/npm (?:run )?(start|test|dev|check|doctor|bench|mutation|screens|user|build\w*)\b/g),
    ].map(([, name = ""]) => name),
  );
  expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
});
