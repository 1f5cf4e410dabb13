import { randomBytes } from "node:crypto";

export type Session = { readonly userId: number };

/** Sessions of the form login. In memory: after a restart everybody signs in again. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();

  begin(userId: number): string {
    const id = randomBytes(16).toString("hex");
    this.#sessions.set(id, { userId });
    return id;
  }

  find(id: string | undefined): Session | undefined {
    return id === undefined ? undefined : this.#sessions.get(id);
  }
}
