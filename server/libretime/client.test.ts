import { afterAll, beforeAll } from "vitest";
import { startStation, type Station } from "@/station/station";
import { clientSuite } from "./client.suite";

let station: Station;
beforeAll(async () => {
  station = await startStation();
});
afterAll(() => station.close());

clientSuite("the embedded station", () => ({ url: station.url, apiKey: station.key }));

const [url, apiKey] = [process.env["LIBRETIME_TEST_URL"], process.env["LIBRETIME_TEST_KEY"]];
if (url && apiKey) clientSuite(url, () => ({ url, apiKey }));
