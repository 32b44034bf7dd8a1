import type { Frame } from "./frame.ts";
import { Button, ButtonLink, ErrorSummary, Form, RadioGroup, TextField, type FieldError } from "./look/Form.screen.tsx";
import { PublicPage } from "./look/Page.screen.tsx";
import { french } from "./look/typography.ts";
import { roleWords } from "./role.words.ts";
import type { Session } from "./session.contract.ts";
import { signInWords } from "./sign-in.words.ts";

const words = signInWords.fr;

interface AccountPageProps extends Frame {
  readonly session: Session;
  readonly errors: readonly FieldError[];
  /** What was just done, in a sentence. */
  readonly done?: string;
}

/** Mon compte : who is signed in, in which roles; language, password, and the way out. */
export const AccountPage = ({ session, errors, done, ...frame }: AccountPageProps) => (
  <PublicPage {...frame} title={words.account} hasErrors={errors.length > 0} quickExit={false}>
    <ErrorSummary errors={errors} />
    <h1>{words.account}</h1>
    {done !== undefined && (
      <p className="notice done" role="status">
        {french(done)}
      </p>
    )}
    <p>{french(words.signedInAs(session.staff.name, session.staff.mail))}</p>
    <div className="actions">
      {session.memberships.length > 0 && <ButtonLink href="/bureau/">{words.desk}</ButtonLink>}
      {session.staff.isAdministrator && (
        <ButtonLink href="/administration" kind="secondary">
          {words.administration}
        </ButtonLink>
      )}
    </div>
    <Services session={session} />
    <section>
      <Form action="/compte/langue">
        <RadioGroup
          name="language"
          label={words.language}
          value={session.language}
          choices={[
            { value: "fr", label: words.languages.fr },
            { value: "en", label: words.languages.en },
          ]}
        />
        <Button kind="secondary">{words.keepLanguage}</Button>
      </Form>
    </section>
    <PasswordForm errors={errors} mail={session.staff.mail} />
    <section>
      <Form action="/deconnexion">
        <Button kind="secondary">{words.signOut}</Button>
      </Form>
    </section>
  </PublicPage>
);

const Services = ({ session }: { readonly session: Session }) => (
  <section className="stack">
    <h2>{words.yourServices}</h2>
    {session.memberships.length === 0 ? (
      <p>{words.noService}</p>
    ) : (
      <dl className="facts">
        {session.memberships.map((membership) => (
          <div key={membership.commissionerId}>
            <dt>{membership.name}</dt>
            <dd>{membership.roles.map((role) => roleWords.fr[role]).join(", ")}</dd>
          </div>
        ))}
      </dl>
    )}
  </section>
);

const PasswordForm = ({ errors, mail }: { readonly errors: readonly FieldError[]; readonly mail: string }) => {
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  return (
    <section className="stack">
      <h2>{words.changePassword}</h2>
      <Form action="/compte/mot-de-passe">
        {/* Password managers need to know whose password changes. */}
        <input type="text" name="username" value={mail} autoComplete="username" readOnly hidden />
        <TextField name="present" label={words.present} type="password" autoComplete="current-password" error={errorOf("present")} />
        <TextField
          name="next"
          label={words.next}
          hint={words.nextHint}
          type="password"
          autoComplete="new-password"
          error={errorOf("next")}
        />
        <TextField name="again" label={words.again} type="password" autoComplete="new-password" error={errorOf("again")} />
        <Button>{words.change}</Button>
      </Form>
    </section>
  );
};
