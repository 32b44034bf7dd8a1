import type { Frame } from "./frame.ts";
import { Button, ErrorSummary, Form, Hidden, TextField, type FieldError } from "./look/Form.screen.tsx";
import { PublicPage } from "./look/Page.screen.tsx";
import { french } from "./look/typography.ts";
import { signInWords } from "./sign-in.words.ts";

const words = signInWords.fr;

interface SignInPageProps extends Frame {
  readonly mail: string;
  /** Where to go next. */
  readonly next: string;
  readonly errors: readonly FieldError[];
}

/** Page de connexion : mail and password, without a script. What was typed as mail is kept; the password never is. */
export const SignInPage = ({ mail, next, errors, ...frame }: SignInPageProps) => {
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  return (
    <PublicPage {...frame} title={words.title} hasErrors={errors.length > 0} quickExit={false}>
      <ErrorSummary errors={errors} />
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <Form action={`${frame.prefix}/connexion`}>
        <Hidden name="suite" value={next} />
        <TextField
          name="mail"
          label={words.mail}
          type="email"
          autoComplete="username"
          value={mail}
          error={errorOf("mail")}
          maxLength={200}
        />
        <TextField
          name="password"
          label={words.password}
          type="password"
          autoComplete="current-password"
          error={errorOf("password")}
          maxLength={400}
        />
        <Button>{words.signIn}</Button>
      </Form>
      <p className="muted">{french(words.lost)}</p>
    </PublicPage>
  );
};
