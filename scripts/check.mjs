import "./node-version.mjs";

/** `npm run check`: the quick gate before a commit. */
void import("./steps/check.mjs").then(({ check }) => check());
