import type { ReactElement } from "react";
import { french, type Frame } from "#ground";
import { Button, Form, PublicPage } from "#ground/screens";
import type { FollowUpSummary } from "./follow-up-summary.ts";
import { followUpWords } from "./follow-up.words.ts";

const words = followUpWords.fr.summary;

/** Mon résumé : what was said together, read again from her follow-up. She takes it off in one press. */
export const SummaryPage = ({
  base,
  written,
  summary,
  ...frame
}: Frame & { readonly base: string; readonly written: string; readonly summary: FollowUpSummary }): ReactElement => (
  <PublicPage {...frame} title={words.title} back={base}>
    <h1>{words.title}</h1>
    <p className="muted">{french(words.written(written))}</p>
    {summary.blocks.map((block) => (
      <section key={block.title}>
        <h2>{french(block.title)}</h2>
        <ul className="bullets">
          {block.lines.map((line) => (
            <li key={line}>{french(line)}</li>
          ))}
        </ul>
      </section>
    ))}
    <p className="small">{french(words.others)}</p>
    <Form action={`${base}/resume`}>
      <Button kind="secondary">{words.hide}</Button>
    </Form>
  </PublicPage>
);
