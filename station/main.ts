import { demoWorld } from "./demo/demo-world";
import { startStation } from "./station";

const { STATION_PORT, STATION_STATE, STATION_KEY, STATION_TIMEZONE, STATION_WORLD, STATION_UNTIL_STDIN_CLOSES } =
  process.env;

/** STATION_WORLD=empty starts without the demo week. */
const world = STATION_WORLD === "empty" ? {} : demoWorld(new Date(), STATION_TIMEZONE ?? "Europe/Paris");
const station = await startStation({
  world,
  port: Number(STATION_PORT ?? 0),
  ...(STATION_STATE === undefined ? {} : { stateFile: STATION_STATE }),
  ...(STATION_KEY === undefined ? {} : { key: STATION_KEY }),
});
process.stdout.write(`${JSON.stringify({ url: station.url, controlUrl: station.controlUrl })}\n`);

async function stop(): Promise<void> {
  await station.close();
  process.exit(0);
}

process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
if (STATION_UNTIL_STDIN_CLOSES === "1")
  process.stdin
    .on("end", () => void stop())
    .on("error", () => void stop())
    .resume();
