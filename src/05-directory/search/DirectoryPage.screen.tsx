import type { ReactElement } from "react";
import type { Frame } from "#ground";
import { Button, ButtonLink, Form, french, Icon, PublicPage, TextField } from "#ground/screens";
import { themes } from "#situation";
import { directoryWords } from "../record/directory.words.ts";
import { searchWords } from "../record/search.words.ts";
import type { PlaceShown } from "../record/place.contract.ts";
import type { FoundShown } from "./search.contract.ts";

const words = directoryWords.fr;

/** What is in the form. */
export interface SearchTypedHere {
  readonly need: string;
  readonly words: string;
  readonly where: string;
  readonly radius: number;
  readonly isFree: boolean;
  readonly isRemote: boolean;
}

/** What the page shows under the form. */
export type SearchOutcome =
  | { readonly kind: "nothing-asked"; readonly sentence?: string }
  | {
      readonly kind: "choose-place";
      readonly typed: string;
      readonly choices: readonly { readonly place: PlaceShown; readonly href: string }[];
    }
  | { readonly kind: "unknown-place"; readonly typed: string }
  | {
      readonly kind: "found";
      readonly place: PlaceShown | undefined;
      readonly services: readonly FoundShown[];
      readonly total: number;
      readonly radiusMeters: number | undefined;
      readonly widenedFromMeters: number | undefined;
      readonly noCategory: boolean;
      readonly nextHref: string | undefined;
      readonly firstHref: string | undefined;
      readonly meant: readonly { readonly label: string; readonly href: string }[];
    };

interface DirectoryPageProps extends Frame {
  readonly typed: SearchTypedHere;
  readonly outcome: SearchOutcome;
}

/** Annuaire : what, where, and the services that answer. Works with links and forms only. */
export const DirectoryPage = ({ typed, outcome, ...frame }: DirectoryPageProps): ReactElement => (
  <PublicPage {...frame} title={words.title}>
    <h1>{french(words.title)}</h1>
    <p className="muted">{french(words.lead)}</p>
    <SearchForm typed={typed} prefix={frame.prefix} />
    <Outcome outcome={outcome} prefix={frame.prefix} phone={frame.brand?.phone} />
  </PublicPage>
);

const SearchForm = ({ typed, prefix }: { readonly typed: SearchTypedHere; readonly prefix: string }): ReactElement => (
  <search>
    <Form method="get" action={`${prefix}/annuaire#resultats`}>
      <div className="field">
        <label className="label" htmlFor="besoin">
          {french(words.need)}
        </label>
        <select className="input" id="besoin" name="besoin" defaultValue={typed.need}>
          <option value="">{words.anyNeed}</option>
          {themes.map((theme) => (
            <optgroup key={theme.id} label={french(theme.label)}>
              {theme.needs.map((need) => (
                <option key={need.id} value={need.id}>
                  {french(need.label)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <TextField name="mots" label={words.words} hint={words.wordsHint} value={typed.words} type="search" maxLength={120} />
      <TextField name="ou" label={words.where} hint={words.whereHint} value={typed.where} autoComplete="postal-code" maxLength={120} />
      <Radius chosen={typed.radius} />
      <fieldset className="field">
        <legend className="label">{words.filters}</legend>
        <div className="choices">
          <Filter name="gratuit" label={words.free} isOn={typed.isFree} />
          <Filter name="distance" label={words.remote} isOn={typed.isRemote} />
        </div>
      </fieldset>
      <Button>
        <Icon name="search" /> {words.search}
      </Button>
    </Form>
  </search>
);

const Radius = ({ chosen }: { readonly chosen: number }): ReactElement => (
  <div className="field">
    <label className="label" htmlFor="rayon">
      {french(words.radius)}
    </label>
    <select className="input short" id="rayon" name="rayon" defaultValue={String(chosen)}>
      {[5, 15, 30, 60].map((kilometers) => (
        <option key={kilometers} value={kilometers}>
          {words.radiusOf(kilometers)}
        </option>
      ))}
    </select>
  </div>
);

const Filter = ({ name, label, isOn }: { readonly name: string; readonly label: string; readonly isOn: boolean }): ReactElement => (
  <div className="choice">
    <input id={name} name={name} type="checkbox" value="oui" defaultChecked={isOn} />
    <label htmlFor={name}>{label}</label>
  </div>
);

const Outcome = ({
  outcome,
  prefix,
  phone,
}: {
  readonly outcome: SearchOutcome;
  readonly prefix: string;
  readonly phone: string | undefined;
}): ReactElement | null => {
  switch (outcome.kind) {
    case "nothing-asked":
      return outcome.sentence === undefined ? null : (
        <p className="notice" id="resultats">
          {french(outcome.sentence)}
        </p>
      );
    case "unknown-place":
      return (
        <p className="notice careful" id="resultats">
          {french(words.unknownPlace(outcome.typed))}
        </p>
      );
    case "choose-place":
      return <ChoosePlace {...outcome} />;
    case "found":
      return <Results {...outcome} prefix={prefix} phone={phone} />;
  }
};

const ChoosePlace = ({ typed, choices }: Extract<SearchOutcome, { kind: "choose-place" }>): ReactElement => (
  <section className="stack" id="resultats" aria-labelledby="communes">
    <h2 id="communes">{french(words.chooseTitle)}</h2>
    <p>{french(words.chooseLead(typed))}</p>
    <ul className="doors">
      {choices.map(({ place, href }) => (
        <li key={place.code}>
          <a className="button" href={href}>
            <span>
              {place.name}{" "}
              <small>
                {place.postalCodes[0]} {place.departement.name}
              </small>
            </span>
          </a>
        </li>
      ))}
    </ul>
  </section>
);

const Results = (
  found: Extract<SearchOutcome, { kind: "found" }> & { readonly prefix: string; readonly phone: string | undefined },
): ReactElement => (
  <section className="stack" id="resultats" aria-labelledby="trouves">
    <h2 id="trouves">{french(searchWords.fr.total(found.total))}</h2>
    {found.place && <p className="muted">{french(words.around(found.place.name, found.place.departement.name))}</p>}
    <Warning {...found} />
    {found.meant.length > 0 && (
      <p>
        {french(words.meant)}{" "}
        {found.meant.map(({ label, href }) => (
          <a key={href} className="button quiet" href={href}>
            {french(label)}
          </a>
        ))}
      </p>
    )}
    {found.total === 0 && <p>{french(found.phone === undefined ? words.tryWords : words.noneHelp(found.phone))}</p>}
    <ol className="stack">
      {found.services.map((one) => (
        <li className="panel" key={one.service.id}>
          <FoundService found={one} href={`${found.prefix}/annuaire/services/${one.service.id}`} />
        </li>
      ))}
    </ol>
    {(found.firstHref !== undefined || found.nextHref !== undefined) && (
      <p className="actions">
        {found.firstHref !== undefined && (
          <ButtonLink href={found.firstHref} kind="secondary">
            {french(words.first)}
          </ButtonLink>
        )}
        {found.nextHref !== undefined && (
          <ButtonLink href={found.nextHref} kind="secondary">
            {french(words.next)}
          </ButtonLink>
        )}
      </p>
    )}
  </section>
);

/** What must be known before reading the list: how far it reaches, or that it proves nothing. */
const Warning = ({
  radiusMeters,
  widenedFromMeters,
  noCategory,
  services,
  total,
  place,
}: Extract<SearchOutcome, { kind: "found" }>): ReactElement | null => {
  const isNear = services.some(({ distanceMeters }) => distanceMeters !== undefined);
  if (noCategory) return <p className="notice careful">{french(searchWords.fr.noCategory)}</p>;
  if (radiusMeters === undefined || place === undefined) return null;
  if (total === 0) return <p className="notice careful">{french(searchWords.fr.none(radiusMeters))}</p>;
  if (!isNear) return <p className="notice careful">{french(searchWords.fr.onlyRemote(radiusMeters))}</p>;
  return widenedFromMeters === undefined ? null : (
    <p className="notice careful">{french(searchWords.fr.widened(widenedFromMeters, radiusMeters))}</p>
  );
};

const FoundService = ({ found: { service, reasons }, href }: { readonly found: FoundShown; readonly href: string }): ReactElement => (
  <article className="stack">
    <h3>
      <a href={href}>{service.name}</a>
    </h3>
    {service.structure.name !== service.name && <p>{service.structure.name}</p>}
    <p className="muted small">
      {[service.address.street, service.address.postalCode, service.address.communeName].filter((part) => part !== undefined).join(" ")}
    </p>
    <p className="small">
      <span className="muted">{french(searchWords.fr.why)}</span> {french(reasons.map(searchWords.fr.reason).join(", "))}
    </p>
    <p className={service.freshness.isOld ? "state ask small" : "state ok small"}>
      <Icon name={service.freshness.isOld ? "triangle" : "done"} /> {french(searchWords.fr.fresh(service.freshness.days))}
    </p>
  </article>
);
