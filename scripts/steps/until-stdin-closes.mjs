/**
 * Loaded before a program (`node --import`): ends it when its standard input closes, which the system does for
 * whoever started it, even if that one was killed without a word.
 */
process.stdin.on("end", end).on("error", end).resume();

function end() {
  process.kill(process.pid, "SIGTERM");
}
