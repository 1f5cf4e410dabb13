/** What the log has said since the file began. */
export const logged: string[] = [];
