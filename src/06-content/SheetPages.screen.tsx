import type { ReactElement } from "react";
import { french, type Frame } from "#ground";
import { Button, ButtonLink, DangerNotice, Domain, Form, Icon, PublicPage, TextField } from "#ground/screens";
import { needLabel, themes, thematiquesOf } from "#situation";
import { CallUs } from "./QuizPages.screen.tsx";
import { isAboutRights, type Sheet } from "./sheet.ts";
import { sheetPageWords } from "./sheet-page.words.ts";

const words = sheetPageWords.fr;

interface SheetsPageProps extends Frame {
  readonly typed: string;
  readonly sheets: readonly Sheet[];
}

/** Toutes les fiches, by theme of life; or those that hold the words typed, the best first. */
export const SheetsPage = ({ typed, sheets, ...frame }: SheetsPageProps): ReactElement => (
  <PublicPage {...frame} title={words.title} back={`${frame.prefix}/`}>
    <h1>{words.title}</h1>
    <p className="lead">{french(words.lead)}</p>
    <Form method="get" action={`${frame.prefix}/fiches`}>
      <TextField name="mots" type="search" label={words.search} hint={words.searchHint} value={typed} maxLength={100} />
      <Button>{words.find}</Button>
    </Form>
    {typed === "" ? (
      themes
        .filter((theme) => sheets.some((sheet) => sheet.theme === theme.id))
        .map((theme) => (
          <section key={theme.id}>
            <h2 className="row">
              <Domain id={theme.id} /> <span>{french(theme.label)}</span>
            </h2>
            <SheetList sheets={sheets.filter((sheet) => sheet.theme === theme.id)} prefix={frame.prefix} />
          </section>
        ))
    ) : (
      <section aria-live="polite">
        <h2>{words.found(sheets.length)}</h2>
        {sheets.length === 0 ? <p>{french(words.none)}</p> : <SheetList sheets={sheets} prefix={frame.prefix} />}
        <p>
          <a href={`${frame.prefix}/fiches`}>{words.all}</a>
        </p>
      </section>
    )}
  </PublicPage>
);

const SheetList = ({ sheets, prefix }: { readonly sheets: readonly Sheet[]; readonly prefix: string }): ReactElement => (
  <ul className="links">
    {sheets.map((sheet) => (
      <li key={sheet.id}>
        <a href={`${prefix}/fiches/${sheet.id}`}>
          <Icon name="document" /> {french(sheet.title)}
        </a>
      </li>
    ))}
  </ul>
);

interface SheetPageProps extends Frame {
  readonly sheet: Sheet;
  readonly writtenInWords: string;
}

/** Une fiche. */
export const SheetPage = ({ sheet, writtenInWords, ...frame }: SheetPageProps): ReactElement => (
  <PublicPage {...frame} title={sheet.title} back={`${frame.prefix}/fiches`}>
    <h1 className="row">
      <Domain id={sheet.theme} /> <span>{french(sheet.title)}</span>
    </h1>
    {sheet.numbers && (
      <div className="notice careful">
        <DangerNotice first={sheet.numbers} />
      </div>
    )}
    <Lines title={words.about} lines={sheet.about} />
    <Lines title={words.today} lines={sheet.today} isNumbered />
    <section className="stack">
      <h2>{words.whoHelps}</h2>
      <ul className="panel stack">
        {sheet.whoHelps.map(({ who, how }) => (
          <li key={who}>
            <strong>{french(who)}</strong>
            <br />
            {french(how)}
          </li>
        ))}
      </ul>
    </section>
    <Lines title={words.toBring} lines={sheet.toBring} />
    <section className="stack">
      <h2>{french(words.talk)}</h2>
      <div className="actions">
        <ButtonLink href={`${frame.prefix}/rappel/1`}>{words.callBack}</ButtonLink>
        <CallUs frame={frame} />
        {isAboutRights(sheet.needs) && (
          <ButtonLink href={`${frame.prefix}/mes-droits`} kind="secondary">
            {words.rights}
          </ButtonLink>
        )}
        <ButtonLink href={`${frame.prefix}/faire-le-point`} kind="secondary">
          {words.point}
        </ButtonLink>
      </div>
    </section>
    <Near sheet={sheet} prefix={frame.prefix} />
    <p className="muted">{french(words.written(writtenInWords))}</p>
  </PublicPage>
);

interface LinesProps {
  readonly title: string;
  readonly lines: readonly string[];
  readonly isNumbered?: boolean;
}

const Lines = ({ title, lines, isNumbered = false }: LinesProps): ReactElement => {
  const List = isNumbered ? "ol" : "ul";
  return (
    <section className="stack">
      <h2>{french(title)}</h2>
      <List className="bullets">
        {lines.map((line) => (
          <li key={line}>{french(line)}</li>
        ))}
      </List>
    </section>
  );
};

/** Services of the directory, for the needs that its national list knows. */
const Near = ({ sheet, prefix }: { readonly sheet: Sheet; readonly prefix: string }): ReactElement | null => {
  const needs = sheet.needs.filter((need) => thematiquesOf(need).length > 0);
  return needs.length === 0 ? null : (
    <section>
      <h2>{words.near}</h2>
      <ul className="links">
        {needs.map((need) => (
          <li key={need}>
            <a href={`${prefix}/annuaire?besoin=${need}`}>
              <Icon name="pin" /> {french(words.nearFor(needLabel(need)))}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};
