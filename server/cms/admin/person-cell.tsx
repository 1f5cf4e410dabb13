import type { DefaultServerCellComponentProps } from "payload";

/** Who did it, by name as long as they are there. */
export async function PersonCell({ cellData, payload }: Pick<DefaultServerCellComponentProps, "cellData" | "payload">) {
  if (typeof cellData !== "string") return <>Airweek</>;
  const person = await payload.findByID({
    collection: "users",
    id: cellData,
    depth: 0,
    select: { name: true },
    disableErrors: true,
    overrideAccess: true,
  });
  return <>{person?.name ?? "somebody who has left"}</>;
}
