/** @typedef {{ files: string[], forbid: string[], instead: string, allowTypes?: string[] }} Room */

/**
 * The rooms and who may import whom, as in ARCHITECTURE.md. A room lists what it may not import, and the message
 * says what to do instead. Tests may reach for the station and for what they test.
 */
export const rooms = /** @satisfies {Record<string, Room>} */ ({
  domain: {
    files: ["domain/**/*.ts"],
    forbid: [
      "@/app/**",
      "@/components/**",
      "@/server/**",
      "@/station/**",
      "@/i18n/**",
      "@/messages/**",
      "node:*",
      "react",
      "react-*",
      "next",
      "next/**",
      "zod",
      "payload",
      "@trpc/**",
    ],
    instead: "domain/ is pure: no package, no clock, no I/O. Take the value as an argument.",
  },
  station: {
    files: ["station/**/*.ts"],
    forbid: ["@/**"],
    instead: "station/ is written from the recordings and shares no rule with the other side.",
  },
  components: {
    files: ["components/**/*.{ts,tsx}"],
    forbid: ["@/app/**", "@/station/**", "payload", "@payloadcms/db-*"],
    allowTypes: ["@/server/**"],
    instead: "components/ knows the server only as `type AppRouter`.",
  },
  i18n: {
    files: ["i18n/**/*.ts"],
    forbid: [
      "@/app/**",
      "@/components/**",
      "@/domain/**",
      "@/station/**",
      "@/server/cms/**",
      "@/server/library/**",
      "@/server/libretime/**",
      "@/server/schedule/**",
      "@/server/trpc/**",
      "payload",
    ],
    instead: "i18n/ hands the catalogue out and knows nothing of what it says: make the text where it is shown.",
  },
  libretime: {
    files: ["server/libretime/**/*.ts"],
    forbid: [
      "@/app/**",
      "@/components/**",
      "@/station/**",
      "@/server/trpc/**",
      "@/server/schedule/**",
      "@/server/library/**",
      "@/server/cms/**",
      "payload",
    ],
    instead: "server/libretime/ speaks LibreTime and nothing else; it may use domain/.",
  },
  cms: {
    files: ["server/cms/**/*.{ts,tsx}"],
    forbid: ["@/app/**", "@/station/**", "@/server/trpc/**", "@/server/schedule/**", "@/server/libretime/**"],
    instead:
      "server/cms/ is the only room that speaks to Payload; it may use domain/. Let the use case join both sides.",
  },
  useCases: {
    files: ["server/schedule/**/*.ts", "server/library/**/*.ts", "server/coordination/**/*.ts"],
    forbid: [
      "@/app/**",
      "@/components/**",
      "@/station/**",
      "@/server/trpc/**",
      "@trpc/**",
      "payload",
      "next",
      "next/**",
    ],
    instead:
      "A use case knows no transport and no Payload: go through server/cms/, and let server/trpc/ or app/api/ call you.",
  },
  trpc: {
    files: ["server/trpc/**/*.ts"],
    forbid: ["@/app/**", "@/components/**", "@/station/**", "@/server/libretime/**", "payload"],
    instead: "A procedure is a schema and one call of a use case.",
  },
  app: {
    files: ["app/**/*.{ts,tsx}"],
    forbid: ["@/station/**", "@/server/libretime/**"],
    instead: "A route composes: call a use case or a component.",
  },
});
