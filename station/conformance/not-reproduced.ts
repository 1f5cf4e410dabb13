/** Recordings that the station does not answer as LibreTime did, with the reason. Everything else must agree. */
export const notReproduced: Readonly<Record<string, string>> = {};
