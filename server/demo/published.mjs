// What everybody may know of the demo. Plain JavaScript: `npm start` reads it before any package is installed.

/** Everybody's password in the demo unless AIRWEEK_DEMO_PASSWORD names another; `npm start` prints it. */
export const PUBLISHED_PASSWORD = "airweek-demo";

/** The address of the demo's admin. A seeding of an earlier version that was cut off left no other mark. */
export const DEMO_ADMIN_EMAIL = "demo@airweek.local";

/** What the demo marks a database with (server/cms/marks.ts). The first is there before its first person is. */
export const demoDeeds = /** @type {const} */ ({ password: "demo-password", seeded: "demo-seeded" });
