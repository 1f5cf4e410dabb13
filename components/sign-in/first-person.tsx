import { useTranslations } from "next-intl";
import styles from "./sign-in.module.css";

/** What a station without people says: nobody becomes its admin by coming first. */
export function FirstPerson() {
  const t = useTranslations();
  return (
    <div className={styles.first}>
      <p>{t("signIn.firstPerson.how")}</p>
      <pre>
        <code>
          npm run user -- <span>--email you@example.org</span> <span>--role admin</span>
        </code>
      </pre>
      <p className={styles.aside}>{t("signIn.firstPerson.password")}</p>
    </div>
  );
}
