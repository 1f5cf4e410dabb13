/** Colours that tell shows apart on the grid, in light and dark, beside each other. */
export const palette = [
  "#5b6be0",
  "#c2571c",
  "#b23b86",
  "#2a8f6b",
  "#2f7d9c",
  "#8f7419",
  "#7a4fd0",
  "#b8433f",
  "#4c7f2e",
  "#3f6fb5",
  "#9a4f6a",
  "#57708a",
] as const;

/** The colour of a show that chose none, or of one that is gone. */
export const fallbackColour = palette[11];

/** The colour for the show that comes after so many others. */
export function colourAfter(count: number): string {
  return palette[count % palette.length] ?? fallbackColour;
}

/** Why a text is no colour of ours, or true. */
export function validColour(value: unknown): true | string {
  return typeof value === "string" && /^#[0-9a-f]{6}$/i.test(value)
    ? true
    : "A colour is written #rrggbb, such as #2f7d9c.";
}
