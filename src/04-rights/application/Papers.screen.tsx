import type { ReactElement } from "react";
import { french, Icon, useLanguage } from "#ground/screens";
import { dayInWords } from "../estimate/day-in-words.ts";
import type { ApplicationShown } from "./application.contract.ts";
import { applicationWords } from "./application.words.ts";

/** Pièces à réunir : what to bring, and what is already there. Folded, with how many are missing. */
export const Papers = ({ papers }: { readonly papers: ApplicationShown["papers"] }): ReactElement => {
  const language = useLanguage();
  const words = applicationWords[language];
  const missing = papers.filter(({ held }) => held === null).length;
  return (
    <details>
      <summary>{french(words.bringCount(missing))}</summary>
      <ul className="papers">
        {papers.map(({ paper, held }) => (
          <li key={paper}>
            <Icon name={held === null ? "todo" : "done"} />
            <span>
              {french(words.papers[paper])}
              {held === null ? null : (
                <span className="tiny">
                  {" "}
                  {french(
                    words.held(
                      dayInWords(held.seenOn, language),
                      held.validUntil === null ? undefined : dayInWords(held.validUntil, language),
                    ),
                  )}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      <p className="tiny">{words.papersMore}</p>
    </details>
  );
};
