import { z } from "zod";

/** `12,13` in a query. */
export const idList = z.string().transform((text) => text.split(",").map(Number));
