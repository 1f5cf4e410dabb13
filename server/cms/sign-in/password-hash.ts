import { pbkdf2, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

/** A password as Payload keeps it. */
export type StoredPassword = { readonly hash: string; readonly salt: string };

const derive = promisify(pbkdf2);

/** Payload 3.90's own numbers, and those of hashes from before; `password-hash.test.ts` holds them to what it stores. */
const current = { prefix: "pbkdf2-sha256-v1:", iterations: 600_000, bytes: 32 } as const;
const earlier = { prefix: "", iterations: 25_000, bytes: 512 } as const;

/** Is it that password? */
export async function isPassword(password: string, { hash, salt }: StoredPassword): Promise<boolean> {
  const { prefix, iterations, bytes } = hash.startsWith(current.prefix) ? current : earlier;
  const stored = Buffer.from(hash.slice(prefix.length), "hex");
  const given = await derive(password, salt, iterations, bytes, "sha256");
  return stored.length === given.length && timingSafeEqual(stored, given);
}

/** Takes as long as looking at the password of somebody who exists. */
export async function hashForNobody(password: string): Promise<void> {
  await derive(password, "0".repeat(64), current.iterations, current.bytes, "sha256");
}
