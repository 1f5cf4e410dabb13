import "./node-version.mjs";

/** `npm start`: everything up to a working planner. */
void import("./steps/start.mjs").then(({ start }) => start({ isDev: process.argv.includes("--dev") }));
