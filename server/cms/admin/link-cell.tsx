import type { DefaultServerCellComponentProps } from "payload";

/** Whether something has its counterpart in LibreTime. */
export function LinkCell({ cellData }: Pick<DefaultServerCellComponentProps, "cellData">) {
  return <>{typeof cellData === "number" ? `linked (${cellData})` : "not yet"}</>;
}
