import type { ReactElement } from "react";
import type { Frame } from "#ground";
import {
  Button,
  CheckboxGroup,
  ErrorSummary,
  Form,
  french,
  Hidden,
  PublicPage,
  RadioGroup,
  Select,
  TextArea,
  TextField,
  type FieldError,
} from "#ground/screens";
import { accessModes, categories, costs, publics, themes } from "../record/code-lists.ts";
import { codeWords } from "../record/code-lists.words.ts";
import { languageName } from "../record/search.words.ts";
import { serviceNatures } from "../record/service.ts";
import { entryWords } from "./entry.words.ts";

const words = entryWords.fr;

/** What was typed: the values of each field, by its name. */
export type EntryTyped = Readonly<Record<string, readonly string[]>>;

interface EntryPageProps extends Frame {
  /** The service being written again; undefined for a new one. */
  readonly edited: { readonly id: string; readonly isGone: boolean } | undefined;
  readonly errors: readonly FieldError[];
  readonly typed: EntryTyped;
  readonly formKey: string;
}

/** Saisir un service : every field of the directory, on one page. */
export const EntryPage = ({ edited, errors, typed, formKey, ...frame }: EntryPageProps): ReactElement => {
  const to = edited ? `${frame.prefix}/annuaire/services/${edited.id}` : `${frame.prefix}/annuaire/services`;
  const title = edited ? words.edit : words.add;
  const error = (name: string): string | undefined => errors.find(({ field }) => field === name)?.message;
  const one = (name: string) => ({ name, value: typed[name]?.at(-1) ?? "", error: error(name) });
  const many = (name: string) => ({ name, values: typed[name] ?? [], error: error(name) });
  const choice = (value: string, label: string, hint?: string) => ({ value, label, ...(hint === undefined ? {} : { hint }) });
  return (
    <PublicPage {...frame} title={title} back={edited ? to : `${frame.prefix}/annuaire`} hasErrors={errors.length > 0} quickExit={false}>
      <ErrorSummary errors={errors} />
      <h1>{title}</h1>
      <p className="muted">{french(words.lead)}</p>
      <Form action={edited ? `${to}/modifier` : to}>
        <Hidden name="cle" value={formKey} />
        <RadioGroup
          {...one("nature")}
          label={words.nature}
          choices={serviceNatures.map((nature) => choice(nature, words.natures[nature], words.natureHints[nature]))}
        />
        <TextField {...one("structure")} label={words.structure} hint={words.structureHint} maxLength={150} />
        <TextField {...one("nom")} label={words.name} maxLength={150} />
        <TextArea {...one("description")} label={words.description} maxLength={2000} />
        <Themes chosen={typed["sujets"] ?? []} error={error("sujets")} />
        <CheckboxGroup {...many("publics")} label={words.publics} choices={publics.map((code) => choice(code, codeWords.public(code)))} />
        <TextField {...one("precision")} label={words.publicsDetails} maxLength={300} />
        <TextField {...one("age_debut")} label={words.ageFrom} inputMode="numeric" width="short" maxLength={3} />
        <TextField {...one("age_fin")} label={words.ageTo} inputMode="numeric" width="short" maxLength={3} />
        <TextField {...one("conditions")} label={words.conditions} maxLength={500} />
        <CheckboxGroup
          {...many("langues")}
          label={words.languages}
          choices={words.languageCodes.map((code) => choice(code, languageName(code, "fr")))}
        />
        <RadioGroup {...one("prix")} label={words.cost} choices={costs.map((code) => choice(code, codeWords.cost(code)))} />
        <TextField {...one("prix_detail")} label={words.costDetails} maxLength={200} />
        <CheckboxGroup
          {...many("accueil")}
          label={words.access}
          choices={accessModes.map((code) => choice(code, codeWords.accessMode(code)))}
        />
        <TextField {...one("telephone")} label={words.phone} type="tel" width="medium" maxLength={20} />
        <TextField {...one("courriel")} label={words.mail} type="email" maxLength={200} />
        <TextField {...one("site")} label={words.website} hint={words.websiteHint} maxLength={300} />
        <TextField {...one("adresse")} label={words.street} maxLength={150} />
        <TextField {...one("code_postal")} label={words.postalCode} inputMode="numeric" width="short" maxLength={5} />
        <TextField {...one("commune")} label={words.commune} maxLength={100} />
        <Select
          {...one("zone")}
          label={words.zone}
          choices={[
            choice("", words.zones.none),
            choice("commune", words.zones.commune),
            choice("departement", words.zones.departement),
            ...(edited ? [choice("pareil", words.zones.same)] : []),
          ]}
        />
        <TextField {...one("horaires")} label={words.hours} hint={words.hoursHint} maxLength={300} />
        <TextField {...one("alerte")} label={words.alert} hint={words.alertHint} maxLength={300} />
        <TextField {...one("alerte_fin")} label={words.alertUntil} type="date" width="medium" />
        <RadioGroup
          {...one("verifie")}
          label={words.checkedBy}
          choices={[choice("structure", words.checkers.structure), choice("staff", words.checkers.staff)]}
        />
        <Button>{words.save}</Button>
      </Form>
      {edited && (
        <section className="stack">
          <h2>{edited.isGone ? words.bringBack : words.withdraw}</h2>
          {!edited.isGone && <p className="muted">{french(words.withdrawLead)}</p>}
          <Form action={`${to}/${edited.isGone ? "remettre" : "retirer"}`}>
            <Button kind={edited.isGone ? "secondary" : "danger"}>{edited.isGone ? words.bringBack : words.withdraw}</Button>
          </Form>
        </section>
      )}
    </PublicPage>
  );
};

/** Sixteen families, closed unless something is chosen there. */
const Themes = ({ chosen, error }: { readonly chosen: readonly string[]; readonly error: string | undefined }): ReactElement => (
  <fieldset className={error === undefined ? "field" : "field wrong"} id="sujets">
    <legend className="label">{words.themes}</legend>
    {error !== undefined && <p className="field-error">{french(error)}</p>}
    {categories.map((category) => {
      const codes = themes.filter((theme) => theme.startsWith(`${category}--`));
      return (
        <details key={category} open={codes.some((code) => chosen.includes(code))}>
          <summary>{french(codeWords.categories[category])}</summary>
          <div className="choices">
            {codes.map((code) => (
              <div className="choice" key={code}>
                <input id={code} name="sujets" type="checkbox" value={code} defaultChecked={chosen.includes(code)} />
                <label htmlFor={code}>{french(codeWords.theme(code))}</label>
              </div>
            ))}
          </div>
        </details>
      );
    })}
  </fieldset>
);
