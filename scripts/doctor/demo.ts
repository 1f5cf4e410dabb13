import { demoMarksIn, sentenceOfDemoDatabase } from "../steps/demo.mjs";
import { bad, good, type Finding } from "./finding";

export type DemoGiven = { readonly database: string; readonly hasDemoWeek: boolean };

/** Whether the demo filled the database, and whether it may have. */
export async function examineDemo({ database, hasDemoWeek }: DemoGiven): Promise<Finding> {
  const marks = await demoMarksIn(database);
  const named = marks.map((mark) => mark.replace("airweek:", "")).join(", ");
  if (hasDemoWeek)
    return good("demo", marks.length > 0 ? `the database is the demo's (${named})` : "the demo has not begun yet");
  if (marks.length === 0) return good("demo", "the database carries none of the demo's marks");
  const [seen = "", mend = ""] = sentenceOfDemoDatabase(database).split("\n");
  return bad("demo", `${seen} It carries: ${named}.`, mend);
}
