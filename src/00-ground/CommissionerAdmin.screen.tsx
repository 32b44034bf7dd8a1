import { AdministrationPage, type AdministrationFrame } from "./AdministrationPage.screen.tsx";
import { administrationWords } from "./administration.words.ts";
import { commissionerKinds, type Commissioner } from "./commissioner.ts";
import { commissionerWords } from "./commissioner.words.ts";
import { Button, ButtonLink, Form, Hidden, RadioGroup, Select, TextField } from "./look/Form.screen.tsx";
import { french } from "./look/typography.ts";

const words = administrationWords.fr.services;
const current = "/administration/services";

/** Les services, as the administrator sees them. */
export const CommissionersPage = ({ services, ...frame }: AdministrationFrame & { readonly services: readonly Commissioner[] }) => (
  <AdministrationPage {...frame} title={words.title} current={current}>
    <p className="lead">{words.lead}</p>
    <p>
      <ButtonLink href="/administration/services/nouveau">{words.add}</ButtonLink>
    </p>
    {services.length === 0 && <p>{words.none}</p>}
    {services.map((service) => (
      <article className="panel stack" key={service.id}>
        <h2>
          {service.name}
          {service.isDemonstration && ` (${words.demonstration})`}
        </h2>
        <p className="muted">
          {commissionerWords.kinds[service.kind]}, {french(service.phone)}
        </p>
        <div className="actions">
          <ButtonLink href={`/administration/services/${service.id}`} kind="secondary">
            {words.edit} <span className="visually-hidden">{service.name}</span>
          </ButtonLink>
          <ButtonLink href={`/s/${service.slug}/`} kind="quiet">
            {words.see} <span className="visually-hidden">{service.name}</span>
          </ButtonLink>
        </div>
      </article>
    ))}
  </AdministrationPage>
);

interface CommissionerFormProps extends AdministrationFrame {
  /** Nothing when the service is being opened. */
  readonly service?: { readonly id: string; readonly name: string; readonly slug: string; readonly hasLogo: boolean };
  /** What was typed, or what is kept. */
  readonly values: Readonly<Record<string, string>>;
  readonly formKey: string;
  readonly logoKey: string;
}

/** Ouvrir ou modifier un service : one form, and the logo apart, for a file is sent by another. */
export const CommissionerFormPage = ({ service, values, formKey, logoKey, ...frame }: CommissionerFormProps) => {
  const errorOf = (field: string) => frame.errors?.find((error) => error.field === field)?.message;
  const field = (name: string, label: string, hint?: string, width: "short" | "medium" | "full" = "full") => (
    <TextField name={name} label={label} hint={hint} width={width} value={values[name]} error={errorOf(name)} />
  );
  return (
    <AdministrationPage {...frame} title={service?.name ?? words.add} current={current}>
      <Form action={service ? `/administration/services/${service.id}` : "/administration/services/nouveau"}>
        <Hidden name="cle" value={formKey} />
        {field("name", words.name)}
        {field("slug", words.slug, words.slugHint)}
        <Select
          name="kind"
          label={words.kind}
          value={values["kind"]}
          error={errorOf("kind")}
          choices={commissionerKinds.map((kind) => ({ value: kind, label: commissionerWords.kinds[kind] }))}
        />
        {field("color", words.color, words.colorHint, "medium")}
        {field("phone", words.phone, undefined, "medium")}
        {field("phonePrice", words.phonePrice, undefined, "medium")}
        {field("host", words.host, words.hostHint)}
        <fieldset className="form">
          <legend className="label">{words.hours}</legend>
          <p className="hint">{french(words.hoursHint)}</p>
          {words.days.map((day, at) => (
            <div key={day}>{field(`day${at + 1}`, day, undefined, "medium")}</div>
          ))}
        </fieldset>
        <fieldset className="form">
          <legend className="label">{words.promise}</legend>
          <RadioGroup
            name="promiseKind"
            label={words.promiseKind}
            value={values["promiseKind"]}
            error={errorOf("promiseKind")}
            choices={[
              { value: "elapsed", label: words.promiseKinds.elapsed },
              { value: "working-days", label: words.promiseKinds["working-days"] },
            ]}
          />
          {field("promiseAmount", words.promiseAmount, undefined, "short")}
        </fieldset>
        {field("callbackPlaces", words.callbackPlaces, undefined, "short")}
        {field("retentionMonths", words.retentionMonths, undefined, "short")}
        <RadioGroup
          name="asksAboutDanger"
          label={words.asksAboutDanger}
          hint={words.asksAboutDangerHint}
          value={values["asksAboutDanger"]}
          choices={[
            { value: "yes", label: words.asksAboutDangerChoices.yes },
            { value: "no", label: words.asksAboutDangerChoices.no },
          ]}
        />
        <Button>{administrationWords.fr.save}</Button>
      </Form>
      {service && <LogoForm service={service} logoKey={logoKey} error={errorOf("logo")} />}
    </AdministrationPage>
  );
};

const LogoForm = ({
  service,
  logoKey,
  error,
}: {
  readonly service: { id: string; slug: string; hasLogo: boolean };
  readonly logoKey: string;
  readonly error: string | undefined;
}) => (
  <section className="stack">
    <h2>{words.logo}</h2>
    {service.hasLogo && <img src={`/s/${service.slug}/logo`} alt={words.logoNow} height={64} />}
    <form className="form" method="post" encType="multipart/form-data" noValidate action={`/administration/services/${service.id}/logo`}>
      <Hidden name="cle" value={logoKey} />
      <div className={error ? "field wrong" : "field"}>
        <label className="label" htmlFor="logo">
          {words.logoFile}
        </label>
        <p className="hint" id="logo-aide">
          {words.logoHint}
        </p>
        {error && (
          <p className="field-error" id="logo-erreur">
            {french(error)}
          </p>
        )}
        <input
          className="input"
          id="logo"
          name="logo"
          type="file"
          accept="image/png,image/jpeg,image/webp"
          aria-describedby={error ? "logo-aide logo-erreur" : "logo-aide"}
        />
      </div>
      <Button kind="secondary">{words.logoSend}</Button>
    </form>
  </section>
);
