import { parse, TYPE, type MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import { printAST } from "@formatjs/icu-messageformat-parser/printer.js";

type Tree = { readonly [key: string]: string | Tree };

const PLAIN = "AaCcDdEeGgHhIiKkLlNnOoRrSsTtUuWwYyZz";
const ACCENTED = "ÅåÇçÐðÉéĜĝĤĥÎîĶķĻļÑñÖöŔŕŠšŢţÛûŴŵÝýŽž";

/** The catalogue as a language nobody speaks: accented and in brackets, so that text from elsewhere shows. */
export function pseudo<Messages extends Tree>(messages: Messages): Messages {
  return Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [key, typeof value === "string" ? bracketed(value) : pseudo(value)]),
  ) as Messages;
}

function bracketed(message: string): string {
  return `⟦${printAST(accented(parse(message)))}⟧`;
}

function accented(elements: readonly MessageFormatElement[]): MessageFormatElement[] {
  return elements.map((element) => {
    if (element.type === TYPE.literal) return { ...element, value: accent(element.value) };
    if (element.type === TYPE.tag) return { ...element, children: accented(element.children) };
    if (element.type !== TYPE.select && element.type !== TYPE.plural) return element;
    const options = Object.entries(element.options).map(([name, { value, ...rest }]) => [
      name,
      { ...rest, value: accented(value) },
    ]);
    return { ...element, options: Object.fromEntries(options) };
  });
}

function accent(text: string): string {
  return Array.from(text, (each) => ACCENTED[PLAIN.indexOf(each)] ?? each).join("");
}
