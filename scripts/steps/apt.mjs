import { existsSync, rmSync, writeFileSync } from "node:fs";
import { runLogged } from "./step.mjs";

/** May we install what is missing? */
export function isRootOnDebian() {
  return process.getuid?.() === 0 && existsSync("/etc/debian_version");
}

const policy = "/usr/sbin/policy-rc.d";

/**
 * Installs packages of Debian's. No service that comes with them is started: what tests need, they start for
 * themselves. Answers nothing; whoever asked looks whether it is there now.
 * @param {readonly string[]} packages
 */
export async function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const isOurPolicy = !existsSync(policy);
  // 101 is Debian's word for "not now" to whoever wants to start a service.
  if (isOurPolicy) writeFileSync(policy, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  try {
    await runLogged({ name: "apt-update", command: "apt-get", args: ["update"], patienceMs: 120_000 });
    await runLogged({
      name: "apt-install",
      command: "apt-get",
      args: ["install", "-y", "--no-install-recommends", ...packages],
      env,
      patienceMs: 300_000,
    });
  } finally {
    if (isOurPolicy) rmSync(policy, { force: true });
  }
}
