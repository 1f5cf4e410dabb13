import type { JSONFieldServerProps } from "payload";

/** What a journal line holds, to be read: Payload's own field loads its editor from another site, which no page here may. */
export function JsonField({ data, field }: Pick<JSONFieldServerProps, "data" | "field">) {
  const value: unknown = data?.[field.name];
  return (
    <div className="field-type airweek-json">
      <span className="field-label">{typeof field.label === "string" ? field.label : field.name}</span>
      {value == null ? <span>–</span> : <pre>{JSON.stringify(value, null, 2)}</pre>}
    </div>
  );
}
