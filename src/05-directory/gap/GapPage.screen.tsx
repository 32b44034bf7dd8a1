import type { ReactElement } from "react";
import type { Frame } from "#ground";
import { Button, ButtonLink, ErrorSummary, Form, french, Hidden, PublicPage, Select, type FieldError } from "#ground/screens";
import { themes } from "#situation";
import type { PlaceShown } from "../record/place.contract.ts";
import { gapRadii, timesBeforeReport } from "./gap.ts";
import { gapWords } from "./gap.words.ts";

const words = gapWords.fr;

interface GapPageProps extends Frame {
  readonly place: PlaceShown;
  readonly typed: { readonly need: string; readonly kilometers: number };
  readonly errors: readonly FieldError[];
  /** Makes one demand of a form sent twice. */
  readonly formKey: string;
}

/** Signaler un manque: what, and how far one has looked. Nobody says who he is. */
export const GapPage = ({ place, typed, errors, formKey, ...frame }: GapPageProps): ReactElement => (
  <PublicPage {...frame} title={words.title} back={`${frame.prefix}/annuaire`} hasErrors={errors.length > 0}>
    <ErrorSummary errors={errors} />
    <h1>{french(words.title)}</h1>
    <p>{french(words.lead(place.name, place.departement.name))}</p>
    <p className="muted">{french(words.nothingOfYou)}</p>
    <Form action={`${frame.prefix}/annuaire/manque`}>
      <Hidden name="cle" value={formKey} />
      <Hidden name="commune" value={place.code} />
      <Select
        name="besoin"
        label={words.what}
        choices={needChoices}
        value={typed.need}
        error={errors.find(({ field }) => field === "besoin")?.message}
      />
      <Select
        name="rayon"
        label={words.radius}
        choices={gapRadii.map((kilometers) => ({ value: String(kilometers), label: words.radiusOf(kilometers) }))}
        value={String(typed.kilometers)}
      />
      <Button>{words.send}</Button>
    </Form>
    <p>
      <a href={`${frame.prefix}/annuaire`}>{french(words.elsewhere)}</a>
    </p>
  </PublicPage>
);

const needChoices = [
  { value: "", label: words.choose },
  ...themes.flatMap((theme) => theme.needs.map((need) => ({ value: need.id, label: need.label }))),
];

/** Merci: what happens next, and who helps now. */
export const GapThanksPage = (frame: Frame): ReactElement => (
  <PublicPage {...frame} title={words.thanks} back={`${frame.prefix}/annuaire`}>
    <h1>{french(words.thanks)}</h1>
    <p>{french(words.next(frame.brand?.name ?? "", timesBeforeReport))}</p>
    <p>{french(words.noAnswer)}</p>
    <h2>{french(words.help)}</h2>
    <p className="actions">
      {frame.brand && (
        <ButtonLink href={`tel:${frame.brand.phone.replaceAll(" ", "")}`}>{french(words.call(frame.brand.phone))}</ButtonLink>
      )}
      <ButtonLink href={`${frame.prefix}/annuaire`} kind="secondary">
        {french(words.search)}
      </ButtonLink>
    </p>
  </PublicPage>
);
