/** Next calls this once before the first request is served; the edge runtime has no database to open. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  if (process.env.NODE_ENV === "production") (await import("@/server/logging/console-into-log")).consoleIntoLog();
  const { startServer } = await import("@/server/start");
  await startServer();
}
