/**
 * @typedef {{ report: (what: { node: Node, message: string }) => void }} Context
 * @typedef {object} Node
 * @property {string} type
 * @property {Node} [parent]
 * @property {unknown} [value]
 * @property {unknown} [name]
 * @property {string} [directive]
 * @property {{ raw: string }} [raw]
 */

const MESSAGE = "Text of a page is a message: give it a key in messages/en.json, and say it by `t`.";

/** Attributes, and properties of our components, that somebody reads or hears. */
const said = new Set(["alt", "aria-description", "aria-label", "aria-valuetext", "label", "placeholder", "title"]);

/** What is typed or printed on a key is the same in every language. */
const verbatim = new Set(["code", "kbd", "KeyHint"]);

/** The product's name is no word of any language. */
const brands = /\b(?:Airweek|LibreTime)\b/g;

/** Two words in a row (with a comma it may be a selector); in a template, one beside what is put in. */
const twoWords = /\p{L}[.!?…]? \p{L}/u;
const besideValue = / \p{L}{2}|\p{L}{2} $/u;

/**
 * Where something is shown, no letter stands in the code; elsewhere no two words in a row do, save in what only
 * developers and browsers read.
 */
export const wordsFromCatalogue = {
  /** @param {Context} context */
  create(context) {
    /** @param {Node} node @param {string} text @param {RegExp} sentence */
    const check = (node, text, sentence) => {
      const words = text.replace(brands, "");
      if (!/\p{L}/u.test(words) || isForDevelopers(node)) return;
      const place = placeOf(node);
      if (place === "shown" || (place === "code" && sentence.test(words))) context.report({ node, message: MESSAGE });
    };
    return {
      JSXText: (/** @type {Node} */ node) => check(node, String(node.value), twoWords),
      Literal: (/** @type {Node} */ node) => typeof node.value === "string" && check(node, node.value, twoWords),
      TemplateElement: (/** @type {Node} */ node) =>
        check(node, /** @type {{ raw: string }} */ (node.value).raw, besideValue),
    };
  },
};

/**
 * `shown`: what an element holds or an attribute says, be it by a condition. `verbatim`: what is typed, or read by the
 * browser alone. `code`: anywhere else.
 * @param {Node} node @returns {"shown" | "verbatim" | "code"}
 */
function placeOf(node) {
  const { parent } = node;
  switch (parent?.type) {
    case "JSXElement":
    case "JSXFragment":
      return isVerbatim(parent) ? "verbatim" : "shown";
    case "JSXAttribute":
      if (said.has(nameOf(parent))) return "shown";
      return /^[a-z]/.test(nameOf(parent.parent)) ? "verbatim" : "code";
    case "ConditionalExpression":
      return /** @type {{ test?: Node }} */ (parent).test === node ? "code" : placeOf(parent);
    case "JSXExpressionContainer":
    case "LogicalExpression":
    case "TemplateLiteral":
      return placeOf(parent);
    default:
      return "code";
  }
}

/** @param {Node} element @returns {boolean} */
function isVerbatim(element) {
  const opening = /** @type {{ openingElement?: Node }} */ (element).openingElement;
  if (opening && verbatim.has(nameOf(opening))) return true;
  return element.parent?.type === "JSXElement" && isVerbatim(element.parent);
}

/** Of an attribute or an element. @param {Node | undefined} node @returns {string} */
function nameOf(node) {
  const name = /** @type {{ name?: unknown } | undefined} */ (node?.name)?.name;
  return typeof name === "string" ? name : "";
}

/** Directives, types, imports and what is thrown. @param {Node} node @returns {boolean} */
function isForDevelopers(node) {
  for (let each = node.parent; each; each = each.parent) {
    if (typeof each.directive === "string" || /^(?:TS|Import|Export.*From|Throw)/.test(each.type)) return true;
    if (/Function|^(?:JSX|Program)/.test(each.type)) return false;
  }
  return false;
}
