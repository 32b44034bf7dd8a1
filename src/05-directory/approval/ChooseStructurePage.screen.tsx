import type { ReactElement } from "react";
import type { Frame } from "#ground";
import { Button, Form, PublicPage, TextField } from "#ground/screens";
import type { StructureFound } from "./approval.ts";
import { approvalWords } from "./approval.words.ts";

const words = approvalWords.fr.choose;

interface ChooseStructurePageProps extends Frame {
  readonly typed: string;
  /** Undefined before anything is searched. */
  readonly found: readonly StructureFound[] | undefined;
}

/** De quelle structure ? Asked before an approval is written. */
export const ChooseStructurePage = ({ typed, found, ...frame }: ChooseStructurePageProps): ReactElement => (
  <PublicPage {...frame} title={words.title} back={`${frame.prefix}/annuaire/agrements`} quickExit={false}>
    <h1>{words.title}</h1>
    <Form method="get" action={`${frame.prefix}/annuaire/agrements/nouveau`}>
      <TextField name="q" label={words.label} value={typed} maxLength={100} />
      <Button>{words.search}</Button>
    </Form>
    {found !== undefined && (
      <section className="stack" aria-labelledby="structures" aria-live="polite">
        <h2 id="structures">{found.length === 0 ? words.none : words.found}</h2>
        <ul className="links">
          {found.map(({ id, name, commune }) => (
            <li key={id}>
              <a href={`${frame.prefix}/annuaire/agrements/nouveau?structure=${id}`}>
                {name}
                {commune === undefined ? "" : `, ${commune}`}
              </a>
            </li>
          ))}
        </ul>
      </section>
    )}
  </PublicPage>
);
