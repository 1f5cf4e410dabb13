import { createServer } from "node:http";
import type { RequestListener, Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A port of this machine that can be left and taken up again. */
export class Listener {
  readonly #handle: RequestListener;
  readonly #host: string;
  #server: Server | undefined;
  #port: number;

  constructor(handle: RequestListener, host: string, port: number) {
    this.#handle = handle;
    this.#host = host;
    this.#port = port;
  }

  async open(): Promise<void> {
    if (this.#server) return;
    const server = createServer({ keepAliveTimeout: 60_000, requestTimeout: 0 }, this.#handle);
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(this.#port, this.#host, resolve);
    });
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Open connections are destroyed; new ones are refused. */
  async close(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }

  get url(): string {
    return `http://${this.#host}:${this.#port}`;
  }
}
