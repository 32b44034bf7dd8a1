import { AdministrationPage, ServiceLinks, WideTable, type AdministrationFrame } from "./AdministrationPage.screen.tsx";
import { administrationWords } from "./administration.words.ts";
import { Button, Form, Hidden, TextField } from "./look/Form.screen.tsx";
import { french } from "./look/typography.ts";

const words = administrationWords.fr.journal;
const path = "/administration/journal";

interface JournalPageProps extends AdministrationFrame {
  readonly services: readonly { readonly slug: string; readonly name: string }[];
  readonly service: { readonly slug: string; readonly name: string } | undefined;
  readonly filter: { readonly words: string; readonly objectId: string };
  /** Values decided before: times and names in words. */
  readonly lines: readonly {
    readonly seq: number;
    readonly at: string;
    readonly who: string;
    readonly what: string;
    readonly object: string;
  }[];
  readonly verdict: { readonly isWhole: boolean; readonly sentence: string } | undefined;
  /** Address of the lines before these. */
  readonly older: string | undefined;
}

/** Le journal d'un service : its lines, and whether its chain is whole. */
export const JournalPage = ({ services, service, filter, lines, verdict, older, ...frame }: JournalPageProps) => (
  <AdministrationPage {...frame} title={service ? `${words.title}, ${service.name}` : words.title} current={path}>
    <p className="lead">{french(words.lead)}</p>
    <ServiceLinks path={path} services={services} current={service?.slug} />
    {service && (
      <>
        <Form method="get" action={path}>
          <Hidden name="service" value={service.slug} />
          <TextField name="mots" label={words.words} hint={words.wordsHint} value={filter.words} />
          <TextField name="objet" label={words.objectId} value={filter.objectId} />
          <div className="actions">
            <Button kind="secondary">{words.filter}</Button>
            <Button kind="quiet" name="verifier" value="1">
              {words.verify}
            </Button>
          </div>
        </Form>
        {verdict && (
          <p className={verdict.isWhole ? "notice done" : "notice careful"} role="status">
            {french(verdict.sentence)}
          </p>
        )}
        {lines.length === 0 ? (
          <p>{words.empty}</p>
        ) : (
          <WideTable
            label={words.title}
            head={[words.columns.at, words.columns.who, words.columns.what, words.columns.object]}
            rows={lines.map(({ seq, at, who, what, object }) => ({ key: String(seq), cells: [at, who, what, object] }))}
          />
        )}
        {older !== undefined && (
          <p>
            <a href={older}>{words.older}</a>
          </p>
        )}
      </>
    )}
  </AdministrationPage>
);
