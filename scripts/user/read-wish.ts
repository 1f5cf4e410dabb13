import { parseArgs } from "node:util";
import { err, ok, type Result } from "@/domain/result";
import type { Role } from "@/domain/roles";
import type { PersonWish } from "@/server/cms/people";

const roles: readonly string[] = ["admin", "programmer", "host", "viewer"] satisfies readonly Role[];

/** Reads what `npm run user` was told, or says what is wrong with it. */
export function readWish(args: readonly string[]): Result<PersonWish, string> {
  const read = parsed(args);
  if (!read.ok) return read;
  const { email, role, name, password } = read.value;
  if (!email) return err("--email is missing.");
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return err(`--email: “${email}” is no e-mail address.`);
  if (!role) return err("--role is missing.");
  if (!isRole(role)) return err(`--role: “${role}” is none of ${roles.join(", ")}.`);
  if (password === "") return err("--password is empty. With --password - it is read from standard input.");
  if (name !== undefined && (name.trim() === "" || name.length > 100))
    return err("--name must have 1 to 100 characters.");
  return ok({
    email: email.toLowerCase(),
    role,
    withApiKey: read.value["api-key"] === true,
    ...(name && { name }),
    ...(password && { password }),
  });
}

function isRole(text: string): text is Role {
  return roles.includes(text);
}

function parsed(args: readonly string[]) {
  try {
    const text = { type: "string" } as const;
    return ok(
      parseArgs({
        args: [...args],
        strict: true,
        options: { email: text, role: text, name: text, password: text, "api-key": { type: "boolean" } },
      }).values,
    );
  } catch (error) {
    return err(error instanceof Error ? error.message.split(". ")[0]! + "." : String(error));
  }
}
