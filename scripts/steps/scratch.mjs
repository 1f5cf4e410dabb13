import { statfsSync } from "node:fs";
import { tmpdir } from "node:os";

const TMPFS = 0x01021994;
const ENOUGH = 2 ** 30;

/** Where tests keep their scratch databases: in memory where Linux has room for it, since SQLite waits for the disk at each write. */
export function scratchFolder() {
  try {
    const { type, bavail, bsize } = statfsSync("/dev/shm");
    return type === TMPFS && bavail * bsize >= ENOUGH ? "/dev/shm" : tmpdir();
  } catch {
    return tmpdir();
  }
}
