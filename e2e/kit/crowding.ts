/** How much longer than its own computing a process takes here and now: on a machine that does nothing else, 1. */
export function crowding(): number {
  const [began, before] = [performance.now(), process.cpuUsage()];
  while (process.cpuUsage(before).user < 300_000);
  return Math.max(1, (performance.now() - began) / 300);
}
