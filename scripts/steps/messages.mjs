import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./checkout.mjs";

const catalogue = path.join(root, "messages", "en.json");
const declaration = path.join(root, "messages", "en.d.json.ts");

/** The catalogue as a type, from which TypeScript knows the arguments of each message. */
export function declarationOfMessages() {
  const messages = readFileSync(catalogue, "utf8").trim();
  return `// Written by \`npm run messages\`.\ndeclare const messages: ${messages};\nexport default messages;\n`;
}

/** Writes it, after each change of the catalogue. */
export function messages() {
  writeFileSync(declaration, declarationOfMessages());
}
