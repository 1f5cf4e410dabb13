import path from "node:path";
import { wordsFromCatalogue } from "./words.mjs";

/**
 * @typedef {{ cwd: string, filename: string, report: (what: { node: Node, message: string }) => void }} Context
 * @typedef {{ source?: { value?: unknown } | null, callee?: { name?: string }, arguments?: unknown[] }} Node
 */

/** Rules of this project that no rule of oxlint expresses. */
export default {
  meta: { name: "airweek" },
  rules: {
    /** What people read is in the catalogue. */
    "words-from-catalogue": wordsFromCatalogue,
    /** The rooms' table goes by `@/room/…`: a relative import that leaves its room would walk past it. */
    "stay-in-room": {
      /** @param {Context} context */
      create(context) {
        const own = roomOf(context.cwd, context.filename);
        const check = (/** @type {Node} */ node) => {
          const source = node.source?.value;
          if (typeof source !== "string" || !source.startsWith(".")) return;
          const room = roomOf(context.cwd, path.resolve(path.dirname(context.filename), source));
          if (room !== own)
            context.report({
              node,
              message: `Import ${room}/ as @/${room}/…, so that the table of the rooms is asked.`,
            });
        };
        return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check };
      },
    },
    /** domain/ is a function of its arguments. */
    pure: {
      /** @param {Context} context */
      create(context) {
        return {
          AwaitExpression: (/** @type {Node} */ node) => context.report({ node, message: "domain/ awaits nothing." }),
          NewExpression(/** @type {Node} */ node) {
            if (node.callee?.name === "Date" && node.arguments?.length === 0)
              context.report({ node, message: "domain/ has no clock: take `now` as an argument." });
          },
        };
      },
    },
  },
};

/** "server/schedule" of server/schedule/act.ts: the rooms of server/ are rooms of their own. @param {string} cwd @param {string} file */
function roomOf(cwd, file) {
  const [room, inner, ...rest] = path.relative(cwd, file).split(path.sep);
  return room === "server" && rest.length > 0 ? `${room}/${inner}` : room;
}
