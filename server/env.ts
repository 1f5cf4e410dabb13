import { z } from "zod";
import { zoneOf } from "@/domain/zone";
import { LOCALES } from "@/i18n/locales";
import { PUBLISHED_PASSWORD } from "@/server/demo/published.mjs";
import { trustIn } from "@/server/guard/forwarded";

const flag = z.enum(["true", "false", "1", "0"]).transform((text) => text === "true" || text === "1");
const httpUrl = z.url({ protocol: /^https?$/, error: "must be an http(s) address" });

const schema = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|postgres(ql)?:\/\/)/, "must start with file: or postgres://")
    .default("file:.data/airweek.db"),
  PAYLOAD_SECRET: z.string().min(16, "must have at least 16 characters"),
  LIBRETIME_API_URL: httpUrl.transform((url) => url.replace(/\/+$/, "").replace(/\/api\/v2$/, "")),
  LIBRETIME_API_KEY: z.string().min(1, "is empty"),
  LIBRETIME_URL: httpUrl.optional(),
  LIBRETIME_AMQP_URL: z.url({ protocol: /^amqps?$/ }).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, "must be http(s) and a host alone, such as https://planner.example.org")
    .transform((url) => new URL(url).origin)
    .optional(),
  TRUSTED_PROXY: z
    .string()
    .refine(
      (text) => trustIn(text) !== null,
      "must be addresses or networks, such as loopback or 10.0.0.0/8, separated by commas",
    )
    .default(""),
  STATION_NAME: z.string().min(1).default("Our station"),
  STATION_TIMEZONE: z
    .string()
    .refine((name) => zoneOf(name) !== null, "is no IANA time zone, such as Europe/Paris")
    .default("UTC"),
  LOCALE: z.enum(LOCALES).default("en"),
  STATION_PUBLIC: flag.default(true),
  WEBHOOK_SECRET: z.string().min(16, "must have at least 16 characters").optional(),
  LEAD_TIME_SECONDS: z.coerce.number().int().min(0).max(86_400).default(420),
  AIRWEEK_DEMO: flag.default(false),
  AIRWEEK_DEMO_PASSWORD: z
    .string()
    .min(10, "must have at least 10 characters")
    .refine((text) => text !== PUBLISHED_PASSWORD, "is the published one")
    .optional(),
});

/** A browser knows a site by its scheme, host and port: neither a path nor a name belongs to it. */
export function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname, search, hash, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && pathname === "/" && `${search}${hash}${username}${password}` === "";
}

/** The settings, each under the name of `.env.example`. */
export type Env = z.infer<typeof schema>;

let read: Env | undefined;

/** The settings of this process. A bad value stops whoever asks, with its name and the reason, never the value. */
export function env(): Env {
  return (read ??= parseEnv(process.env));
}

/** Reads settings; an empty value counts as absent. */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const result = schema.safeParse(given);
  if (!result.success) {
    throw new Error(
      `Settings: ${result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.code === "invalid_type" ? "is missing" : issue.message}`).join("; ")}.`,
    );
  }
  if (result.data.REDIS_URL && result.data.DATABASE_URL.startsWith("file:")) {
    throw new Error(
      "Settings: REDIS_URL is for several processes, and several processes need PostgreSQL: DATABASE_URL names SQLite.",
    );
  }
  return result.data;
}

/** Does somebody develop here, `npm run dev`? */
export function isDevelopment(): boolean {
  return process.env.NODE_ENV === "development";
}
