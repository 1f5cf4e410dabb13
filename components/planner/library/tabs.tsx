import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import styles from "./tabs.module.css";

type Props<Tab extends string> = {
  readonly id: string;
  readonly tabs: Readonly<Record<Tab, string>>;
  readonly chosen: Tab;
  readonly onChosen: (tab: Tab) => void;
};

/** Which of a few lists is shown. Arrows change it, as in any row of tabs. */
export function Tabs<Tab extends string>({ id, tabs, chosen, onChosen }: Props<Tab>) {
  const t = useTranslations();
  const names = Object.keys(tabs) as Tab[];
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const next = names[(names.indexOf(chosen) + step + names.length) % names.length]!;
    onChosen(next);
    document.getElementById(`${id}-${next}`)?.focus();
  };
  return (
    <div role="tablist" aria-label={t("library.tabs.label")} className={styles.tabs} onKeyDown={onKeyDown}>
      {names.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`${id}-${tab}`}
          className={styles.tab}
          aria-selected={tab === chosen}
          aria-controls={tab === chosen ? `${id}-panel` : undefined}
          tabIndex={tab === chosen ? 0 : -1}
          onClick={() => onChosen(tab)}
        >
          {tabs[tab]}
        </button>
      ))}
    </div>
  );
}
