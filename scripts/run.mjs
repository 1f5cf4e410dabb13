import "./node-version.mjs";

/** Runs one of our scripts in TypeScript: `node scripts/run.mjs user --email …`. */
void import("./steps/run.mjs").then(({ run }) => run(process.argv.slice(2)));
