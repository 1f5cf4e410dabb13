import type { DefaultServerCellComponentProps } from "payload";
import { clockLength } from "./ask";

/** A length in a list, as people read it. */
export function LengthCell({ cellData }: Pick<DefaultServerCellComponentProps, "cellData">) {
  return <>{typeof cellData === "number" ? clockLength(cellData) : "–"}</>;
}
