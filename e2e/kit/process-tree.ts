import { execFileSync } from "node:child_process";
import { once } from "node:events";
import type { ChildProcess } from "node:child_process";

/** A process as the system lists it. */
type Listed = { readonly pid: number; readonly parent: number; readonly command: string };

/** How a process has ended, and how long that took. */
export type Ended = { readonly code: number | null; readonly signal: NodeJS.Signals | null; readonly ms: number };

/** Everything that a process has started and that is still there, with what that has started. */
export function below(pid: number): readonly Listed[] {
  const all = listed();
  const children = (parent: number): readonly Listed[] =>
    all.filter((each) => each.parent === parent).flatMap((each) => [each, ...children(each.pid)]);
  return children(pid);
}

/** Those of them that are still there. */
export function stillThere(processes: readonly Listed[]): readonly Listed[] {
  const now = listed();
  return processes.filter(({ pid, command }) => now.some((each) => each.pid === pid && each.command === command));
}

/** Counts from this call on. */
export async function endOf(child: ChildProcess): Promise<Ended> {
  const began = performance.now();
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return { code: child.exitCode, signal: child.signalCode, ms: Math.round(performance.now() - began) };
}

function listed(): readonly Listed[] {
  const text = execFileSync("ps", ["-A", "-o", "pid=,ppid=,stat=,args="], { encoding: "utf8" });
  return text.split("\n").flatMap((line) => {
    const [, pid, parent, state = "", command = ""] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    // One that has ended and that nobody has asked for yet is not there any more.
    return pid === undefined || state.startsWith("Z") ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}
