import type { DefaultServerCellComponentProps } from "payload";

/** A colour in a list, as a swatch and as its name. */
export function ColourCell({ cellData }: Pick<DefaultServerCellComponentProps, "cellData">) {
  return cellData ? (
    <span className="airweek-swatch">
      <i style={{ background: String(cellData) }} /> {String(cellData)}
    </span>
  ) : null;
}
