import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { declarationOfMessages } from "./messages.mjs";

test("the declaration of the messages is that of the catalogue as it is: `npm run messages` was not forgotten", () => {
  expect(readFileSync("messages/en.d.json.ts", "utf8")).toBe(declarationOfMessages());
});
