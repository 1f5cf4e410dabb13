import { chromium, type Browser, type LaunchOptions } from "playwright-core";

/** Chromium as the journeys want it: ours or the system's, quiet on the network. */
export function launchOptions(): LaunchOptions {
  const isRoot = process.getuid?.() === 0;
  return {
    executablePath: process.env.CHROMIUM_PATH || "/usr/bin/chromium",
    headless: true,
    args: [
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...(isRoot ? ["--no-sandbox"] : []),
    ],
  };
}

const connected = new Map<string, Promise<Browser>>();

/** The one browser, met once per process. */
export function browserAt(wsEndpoint: string): Promise<Browser> {
  const known = connected.get(wsEndpoint) ?? chromium.connect(wsEndpoint);
  connected.set(wsEndpoint, known);
  return known;
}
