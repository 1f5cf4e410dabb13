import { useWords } from "@/components/language/use-words";
import { lengthText, spokenLength } from "./lengths";

/** A length: "58:47" for eyes, "59 minutes" for ears, to which a clock would be read out. */
export function Length({
  seconds,
  className,
}: {
  readonly seconds: number | null;
  readonly className: string | undefined;
}) {
  const words = useWords();
  return (
    <span className={className}>
      <span aria-hidden="true">{seconds === null ? "–" : lengthText(seconds)}</span>
      <span className="sr-only">
        {seconds === null ? words.t("library.length.none") : spokenLength(words, seconds)}
      </span>
    </span>
  );
}
