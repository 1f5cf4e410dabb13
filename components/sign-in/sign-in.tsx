import { useTranslations } from "next-intl";
import { FirstPerson } from "./first-person";
import { SignInForm } from "./sign-in-form";
import styles from "./sign-in.module.css";
import { WeekDrawing } from "./week-drawing";

type Props = {
  readonly stationName: string;
  /** Where to go afterwards: a path of this site. */
  readonly next: string;
  /** Who may try the demo; absent at a real station. */
  readonly demo?: { readonly email: string; readonly password: string };
  readonly stationIsPublic: boolean;
  /** Is there nobody yet who could sign in? */
  readonly isEmpty: boolean;
};

/** The door of the planner. */
export function SignIn({ stationName, next, demo, stationIsPublic, isEmpty }: Props) {
  const t = useTranslations();
  return (
    <main className={styles.page}>
      <div className={styles.door}>
        <header>
          <p className={styles.name}>Airweek</p>
          <h1>{stationName}</h1>
          <p className={styles.lead}>{t(isEmpty ? "signIn.leadWithoutPeople" : "signIn.lead")}</p>
        </header>
        {isEmpty ? <FirstPerson /> : <SignInForm next={next} />}
        {demo && (
          <dl className={styles.demo} aria-label={t("signIn.demo.label")}>
            <div>
              <dt>{t("signIn.demo.email")}</dt>
              <dd>
                <code>{demo.email}</code>
              </dd>
            </div>
            <div>
              <dt>{t("signIn.demo.password")}</dt>
              <dd>
                <code>{demo.password}</code>
              </dd>
            </div>
          </dl>
        )}
        {stationIsPublic && (
          <p className={styles.aside}>{t.rich("signIn.station", { link: (text) => <a href="/station">{text}</a> })}</p>
        )}
      </div>
      <WeekDrawing />
    </main>
  );
}
