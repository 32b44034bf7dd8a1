import type { ReactElement } from "react";
import { french, Icon, Link, useLanguage } from "#ground/screens";
import { useSaid } from "./desk/words.ts";
import type { ClosingObjection } from "./closing.ts";
import { isNeedId, needLabel } from "./taxonomy.ts";

/** Ce qui reste ouvert : the list that comes with a refusal to close. */
export const Objections = ({ objections }: { readonly objections: readonly ClosingObjection[] }): ReactElement => {
  const { closing: words } = useSaid();
  const language = useLanguage();
  const named: Readonly<Record<string, string>> = words.objections;
  return (
    <div className="notice careful" role="alert">
      <strong>{words.stillOpen}</strong>
      <ul className="rows">
        {objections.map((objection) => (
          <li key={`${objection.kind} ${objection.subjectId}`}>
            <span className="state ask">
              <Icon name="todo" />
              {named[objection.kind] ?? words.objections.other}
              {objection.need !== undefined && isNeedId(objection.need) ? ` : ${needLabel(objection.need)}` : ""}
            </span>
            {objection.about === undefined ? null : objection.link === undefined ? (
              <span>{french(objection.about[language])}</span>
            ) : (
              <Link className="inline-link" to={objection.link}>
                {french(objection.about[language])}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};
