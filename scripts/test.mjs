import "./node-version.mjs";

/** `npm test`: everything up to a verdict. */
void import("./steps/test.mjs").then(({ test }) => test());
