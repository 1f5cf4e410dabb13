import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseDotEnv } from "./steps/dot-env.mjs";

const example = readFileSync(new URL("../.env.example", import.meta.url), "utf8");
const reader = readFileSync(new URL("../server/env.ts", import.meta.url), "utf8");

test("every setting that server/env.ts reads has its line in .env.example, and no other has", () => {
  const read = [...reader.matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name);
  const listed = Object.keys(parseDotEnv(example.replace(/^# ([A-Z_]+=)/gm, "$1")));
  expect(listed.sort()).toEqual(read.sort());
});

test("copied as it is, it sets nothing", () => {
  expect(parseDotEnv(example)).toEqual({});
});
