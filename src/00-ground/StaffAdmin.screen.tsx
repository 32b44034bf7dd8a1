import { AdministrationPage, type AdministrationFrame } from "./AdministrationPage.screen.tsx";
import { administrationWords } from "./administration.words.ts";
import { Button, ButtonLink, CheckboxGroup, Form, Hidden, TextField } from "./look/Form.screen.tsx";
import { french } from "./look/typography.ts";
import { roles } from "./role.ts";
import { roleWords } from "./role.words.ts";
import type { Account } from "./account.ts";

const words = administrationWords.fr.staff;
const current = "/administration/equipes";
type Service = { readonly id: string; readonly name: string };

/** Les équipes : accounts, and what each may do. */
export const AccountsPage = ({ accounts, ...frame }: AdministrationFrame & { readonly accounts: readonly Account[] }) => (
  <AdministrationPage {...frame} title={words.title} current={current}>
    <p className="lead">{words.lead}</p>
    <p>
      <ButtonLink href="/administration/equipes/nouveau">{words.add}</ButtonLink>
    </p>
    <dl className="facts">
      {accounts.map((account) => (
        <div key={account.id}>
          <dt>
            <a href={`/administration/equipes/${account.id}`}>{account.name}</a>
            <br />
            {account.mail}
          </dt>
          <dd>{french(summaryOf(account))}</dd>
        </div>
      ))}
    </dl>
  </AdministrationPage>
);

const summaryOf = (account: Account): string => {
  if (account.hasLeft) return words.left;
  const services = [...new Set(account.grants.map(({ service }) => service))];
  const rolesIn = (name: string): string =>
    account.grants.flatMap(({ service, role }) => (service === name ? [roleWords.fr[role]] : [])).join(", ");
  const held = services.map((service) => `${service} : ${rolesIn(service)}`);
  return [...(account.isAdministrator ? [words.administrator] : []), ...held].join(". ") || words.noRole;
};

interface NewAccountProps extends AdministrationFrame {
  readonly services: readonly Service[];
  readonly values: Readonly<Record<string, string>>;
  readonly isAdministrator: boolean;
  readonly grants: readonly string[];
  readonly formKey: string;
}

/** Donner un accès. */
export const NewAccountPage = ({ services, values, isAdministrator, grants, formKey, ...frame }: NewAccountProps) => {
  const errorOf = (field: string) => frame.errors?.find((error) => error.field === field)?.message;
  return (
    <AdministrationPage {...frame} title={words.add} current={current}>
      <Form action="/administration/equipes/nouveau">
        <Hidden name="cle" value={formKey} />
        <TextField name="name" label={words.name} value={values["name"]} error={errorOf("name")} autoComplete="off" />
        <TextField name="mail" label={words.mail} type="email" value={values["mail"]} error={errorOf("mail")} autoComplete="off" />
        <Roles services={services} grants={grants} isAdministrator={isAdministrator} />
        <Button>{words.add}</Button>
      </Form>
    </AdministrationPage>
  );
};

const Roles = ({
  services,
  grants,
  isAdministrator,
}: {
  readonly services: readonly Service[];
  readonly grants: readonly string[];
  readonly isAdministrator: boolean;
}) => (
  <>
    {services.map((service) => (
      <CheckboxGroup
        key={service.id}
        name={`grants-${service.id}`}
        label={words.rolesOf(service.name)}
        values={grants}
        choices={roles.map((role) => ({ value: `${service.id}:${role}`, label: roleWords.fr[role] }))}
      />
    ))}
    <CheckboxGroup
      name="isAdministrator"
      label={words.isAdministrator}
      values={isAdministrator ? ["yes"] : []}
      choices={[{ value: "yes", label: words.administratorChoice }]}
    />
  </>
);

/** The one time that a password is shown. */
export const PasswordPage = ({
  name,
  password,
  ...frame
}: AdministrationFrame & { readonly name: string; readonly password: string | undefined }) => (
  <AdministrationPage {...frame} title={words.account(name)} current={current}>
    {password === undefined ? (
      <p className="notice careful">{french(words.alreadyAdded)}</p>
    ) : (
      <section className="panel stack">
        <h2>{words.password}</h2>
        <p className="code">{password}</p>
        <p>{french(words.passwordOnce)}</p>
      </section>
    )}
    <p>
      <ButtonLink href="/administration/equipes">{words.title}</ButtonLink>
    </p>
  </AdministrationPage>
);

interface AccountAdminProps extends AdministrationFrame {
  readonly account: Account;
  readonly services: readonly Service[];
  readonly keys: { readonly roles: string; readonly renew: string; readonly end: string };
}

/** L'accès de quelqu'un : roles, a new password, the end. */
export const AccountAdminPage = ({ account, services, keys, ...frame }: AccountAdminProps) => (
  <AdministrationPage {...frame} title={words.account(account.name)} current={current}>
    <p className="muted">
      {account.mail}
      {account.hasLeft && `, ${words.left}`}
    </p>
    {!account.hasLeft && (
      <>
        <Form action={`/administration/equipes/${account.id}/roles`}>
          <Hidden name="cle" value={keys.roles} />
          <Roles
            services={services}
            grants={account.grants.map(({ commissionerId, role }) => `${commissionerId}:${role}`)}
            isAdministrator={account.isAdministrator}
          />
          <Button>{administrationWords.fr.save}</Button>
        </Form>
        <Deed
          title={words.renew}
          hint={words.renewHint}
          action={`/administration/equipes/${account.id}/mot-de-passe`}
          formKey={keys.renew}
          kind="secondary"
        />
        <Deed
          title={words.end}
          hint={words.endHint}
          action={`/administration/equipes/${account.id}/fin`}
          formKey={keys.end}
          kind="danger"
        />
      </>
    )}
  </AdministrationPage>
);

interface DeedProps {
  readonly title: string;
  readonly hint: string;
  readonly action: string;
  readonly formKey: string;
  readonly kind: "secondary" | "danger";
}

const Deed = ({ title, hint, action, formKey, kind }: DeedProps) => (
  <section className="stack">
    <h2>{french(title)}</h2>
    <p>{french(hint)}</p>
    <Form action={action}>
      <Hidden name="cle" value={formKey} />
      <Button kind={kind}>{french(title)}</Button>
    </Form>
  </section>
);
