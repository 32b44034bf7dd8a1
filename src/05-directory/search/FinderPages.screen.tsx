import type { ReactElement } from "react";
import { useLanguage } from "#ground/screens";
import { searchWords } from "../record/search.words.ts";

interface FinderPagesProps {
  /** The cursor of the page after this one, if there is one. */
  readonly next: string | undefined;
  /** The cursors that led here, from the second page on. */
  readonly pages: readonly string[];
  readonly onPages: (pages: readonly string[]) => void;
}

/** Suite de la liste, and back to its beginning. */
export const FinderPages = ({ next, pages, onPages }: FinderPagesProps): ReactElement | null => {
  const words = searchWords[useLanguage()].finder;
  if (next === undefined && pages.length === 0) return null;
  return (
    <p className="row wrap">
      {pages.length > 0 && (
        <button
          type="button"
          className="button compact"
          onClick={() => {
            onPages([]);
          }}
        >
          {words.first}
        </button>
      )}
      {next !== undefined && (
        <button
          type="button"
          className="button compact"
          data-walk
          onClick={() => {
            onPages([...pages, next]);
          }}
        >
          {words.more}
        </button>
      )}
    </p>
  );
};
