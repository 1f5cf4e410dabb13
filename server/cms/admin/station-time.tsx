import type { DateFieldServerProps, DefaultServerCellComponentProps } from "payload";
import { env } from "@/server/env";

/** A moment in a list, as the station's clock shows it. */
export function StationTimeCell({ cellData }: Pick<DefaultServerCellComponentProps, "cellData">) {
  return typeof cellData === "string" ? <time dateTime={cellData}>{stationTime(cellData)}</time> : <>–</>;
}

/** A moment that Airweek keeps, as the station's clock shows it: nobody writes it here. */
export function StationTimeField({ data, field }: Pick<DateFieldServerProps, "data" | "field">) {
  const value: unknown = data?.[field.name];
  return (
    <div className="field-type airweek-time">
      <span className="field-label">{typeof field.label === "string" ? field.label : field.name}</span>
      {typeof value === "string" ? <time dateTime={value}>{stationTime(value)}</time> : <span>–</span>}
    </div>
  );
}

function stationTime(iso: string): string {
  const { STATION_TIMEZONE: timeZone } = env();
  return new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  }).format(new Date(iso));
}
