import { Redis } from "ioredis";
import { bad, good, type Finding } from "./finding";

/** Does the Redis answer through which several processes agree? */
export async function examineRedis(url: string, timeoutMs = 5_000): Promise<Finding> {
  if (!URL.canParse(url) || !/^rediss?:$/.test(new URL(url).protocol))
    return bad(
      "Redis",
      "REDIS_URL is no redis address",
      "Write it like redis://redis.example.org:6379, with rediss: for TLS.",
    );
  const { host } = new URL(url);
  const redis = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    connectTimeout: timeoutMs,
    commandTimeout: timeoutMs,
    disableClientInfo: true,
  });
  let why = "no answer";
  redis.on("error", (error) => (why = "code" in error && typeof error.code === "string" ? error.code : error.message));
  try {
    await redis.connect();
    await redis.ping();
    return good("Redis", `it answers at ${host}`);
  } catch {
    return bad(
      "Redis",
      `${host} does not answer as Redis does (${why})`,
      "Start it, or correct REDIS_URL, its password included. Without it nothing can be planned; a single process needs none.",
    );
  } finally {
    redis.disconnect();
  }
}
