import { randomBytes, scryptSync, timingSafeEqual } from "node:crypto";
import { mark, markOf } from "@/server/cms/marks";
import { findActor, savePerson } from "@/server/cms/people";
import { demoAddresses } from "./demo-people";
import { demoDeeds, PUBLISHED_PASSWORD } from "./published.mjs";

const GIVEN = demoDeeds.password;

/**
 * Gives the demo's people that password, unless they got it at an earlier start: who changed their own since keeps it.
 * The mark is written last, so that a start that was cut off does it again.
 */
export async function keepPassword(password: string): Promise<void> {
  const given = await markOf(GIVEN);
  if (given && isOf(given, password)) return;
  // A demo of before has no such mark: its people have the published one, or one of their own.
  if (given || password !== PUBLISHED_PASSWORD) for (const email of demoAddresses()) await give(email, password);
  const salt = randomBytes(16).toString("hex");
  await mark(GIVEN, { salt, hash: hashed(password, salt) });
}

async function give(email: string, password: string): Promise<void> {
  const actor = await findActor(email);
  if (actor) await savePerson({ email, role: actor.role, password, isOfDemo: true });
}

function isOf({ salt, hash }: Readonly<Record<string, unknown>>, password: string): boolean {
  return timingSafeEqual(Buffer.from(String(hash), "hex"), Buffer.from(hashed(password, String(salt)), "hex"));
}

function hashed(password: string, salt: string): string {
  return scryptSync(password, salt, 32).toString("hex");
}
