import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, type RefObject } from "react";
import { KeyHint } from "@/components/ui/key-hint";
import { TextField } from "@/components/ui/text-field";
import styles from "./search-field.module.css";

type Props = {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** The person is done with the words and wants the list: arrow down, or Enter. */
  readonly onDown: () => void;
  readonly fieldRef?: RefObject<HTMLInputElement | null>;
};

/** The search of the library. `/` comes here from anywhere, unless somebody is typing or a dialog is open. */
export function SearchField({ label, text, onText, onDown, fieldRef }: Props) {
  const t = useTranslations();
  const own = useRef<HTMLInputElement>(null);
  const field = fieldRef ?? own;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isBusyElsewhere(event.target)) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [field]);
  const clear = () => {
    onText("");
    field.current?.focus();
  };
  return (
    <TextField
      ref={field}
      label={label}
      placeholder={label}
      bare
      type="search"
      autoComplete="off"
      spellCheck={false}
      enterKeyHint="search"
      aria-keyshortcuts="/"
      value={text}
      onChange={(event) => onText(event.target.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "ArrowDown" || event.key === "Enter") {
          event.preventDefault();
          onDown();
        }
        // Only the topmost layer closes: with words in the field, that is the words.
        if (event.key === "Escape" && text) {
          event.preventDefault();
          event.stopPropagation();
          onText("");
        }
      }}
      lead={<Search size={15} aria-hidden="true" />}
      trail={
        text ? (
          <button type="button" className={styles.clear} aria-label={t("library.clearSearch")} onClick={clear}>
            <X size={14} aria-hidden="true" />
          </button>
        ) : (
          <KeyHint>/</KeyHint>
        )
      }
    />
  );
}

function isBusyElsewhere(target: EventTarget | null): boolean {
  const typing =
    target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
  return typing || document.querySelector("[role=dialog], dialog[open]") !== null;
}
