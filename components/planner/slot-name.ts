import type { Words } from "@/components/language/words";

/** What stands somewhere, by its show and its episode: "Night Waves, “Slow ferries”". */
export function slotName(
  { t }: Words,
  { title, showName }: { readonly title: string; readonly showName: string },
): string {
  return title === showName ? showName : t("slot.name", { show: showName, title });
}
