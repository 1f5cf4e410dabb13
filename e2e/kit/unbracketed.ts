import type { Page } from "@playwright/test";

type Listening = Window & {
  readonly tellUnbracketed: (texts: readonly string[]) => Promise<void>;
  lookForTexts?: () => Promise<void>;
};

/** What a page has shown and said outside of the pseudo-locale's brackets, since it was opened. */
export type Unbracketed = ReadonlySet<string>;

/** Reads everything that this page shows or says from now on, also what comes and goes. */
export async function readTexts(page: Page): Promise<Unbracketed> {
  const told = new Set<string>();
  await page.exposeFunction("tellUnbracketed", (texts: readonly string[]) => texts.forEach((each) => told.add(each)));
  await page.addInitScript(watchTexts);
  return told;
}

/** Reads what is there now: for what is about to be closed or left. */
export async function look(page: Page): Promise<void> {
  await page.evaluate(() => (window as unknown as Listening).lookForTexts?.());
}

/** In the page, at each change of it: every text and every attribute that is read out, what is hidden too. */
function watchTexts(): void {
  const listening = window as unknown as Listening;
  const attributes = [
    "alt",
    "aria-description",
    "aria-label",
    "aria-placeholder",
    "aria-roledescription",
    "aria-valuetext",
    "placeholder",
    "title",
  ];
  // Commands and keys are the same in every language.
  const verbatim = new Set(["code", "kbd", "noscript", "script", "style", "template"]);
  const told = new Set<string>();

  /** The lines of a text without what is in brackets; a bracket without its other one is told as such. */
  const outside = (text: string): readonly string[] => {
    let [depth, out] = [0, ""];
    for (const each of text) {
      if (each === "⟦") depth += 1;
      if (each === "⟧") depth -= 1;
      if (depth < 0) return [`an end without a begin: ${text}`];
      out += depth > 0 || each === "⟧" ? "\n" : each;
    }
    return depth > 0 ? [`a begin without an end: ${text}`] : out.split("\n").map((line) => line.trim());
  };

  /** What stands on one line to the eye is one text, in however many elements it is. */
  const textOf = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element) || verbatim.has(node.localName)) return "";
    const inside = [...node.childNodes].map(textOf).join("");
    return getComputedStyle(node).display === "inline" ? inside : `\n${inside}\n`;
  };

  const lookForTexts = async (): Promise<void> => {
    // A page that is still arriving may have half a text.
    if (document.readyState === "loading") return soon();
    const named = attributes.flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].flatMap((each) => outside(each.getAttribute(name)!)),
    );
    const description = document.querySelector<HTMLMetaElement>('meta[name="description"]')?.content ?? "";
    const texts = [...outside(document.title), ...outside(description), ...outside(textOf(document.body)), ...named];
    const unknown = [...new Set(texts)].filter((text) => /\p{L}/u.test(text) && !told.has(text));
    for (const text of unknown) told.add(text);
    if (unknown.length > 0) await listening.tellUnbracketed(unknown);
  };

  let timer: number | undefined;
  const soon = (): void => {
    timer ??= window.setTimeout(() => {
      timer = undefined;
      void lookForTexts();
    }, 100);
  };
  listening.lookForTexts = lookForTexts;
  new MutationObserver(soon).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: attributes,
  });
  soon();
}
