import type { ReactNode } from "react";
import { deskWords } from "./desk.words.ts";
import { useLanguage } from "./language.ts";
import type { Resource } from "./resource.ts";

/** Shows a resource once it is there; before, « Recherche… »; otherwise what happened and one thing to do. */
export function Waiting<Value>(props: { readonly for: Resource<Value>; readonly children: (value: Value) => ReactNode }) {
  const words = deskWords[useLanguage()];
  const resource = props.for;
  if (resource.state === "ready") return <>{props.children(resource.value)}</>;
  if (resource.state === "loading")
    return (
      <p className="muted" role="status">
        {words.searching}
      </p>
    );
  return (
    <div className="empty" role="alert">
      <p>{resource.sentence}</p>
      <button type="button" onClick={resource.reload}>
        {words.retry}
      </button>
    </div>
  );
}
