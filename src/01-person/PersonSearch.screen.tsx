import { useEffect, useState, type ReactElement } from "react";
import { Autocomplete, Input, Label, ListBox, ListBoxItem, SearchField, Text } from "react-aria-components";
import { useLanguage, useResource, useShortcuts } from "#ground/screens";
import { PersonSearchContract, type PersonSummary } from "./person.contract.ts";
import { personWords } from "./person.words.ts";

interface Props {
  readonly commissionerId: string;
  readonly commissionerName: string;
  /** What is already known of the caller: a number, a name. */
  readonly asked?: string;
  readonly onChoose: (personId: string) => void;
  /** Offered under the list: a new file with what was typed, or without a name. */
  readonly onCreate?: (typed: string) => void;
  readonly onAnonymous?: () => void;
}

const pauseMilliseconds = 200;

/** The text once typing pauses: one request a word, not one a letter. */
const useSettled = (text: string): string => {
  const [settled, settle] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => {
      settle(text.trim());
    }, pauseMilliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  return settled;
};

/**
 * Chercher une personne : by telephone, name or number of file. Candidates are listed, the exact telephone first; none is opened by itself,
 * even when there is one alone: a telephone is often shared.
 */
export function PersonSearch({ commissionerId, commissionerName, asked = "", onChoose, onCreate, onAnonymous }: Props): ReactElement {
  const words = personWords[useLanguage()];
  const [typed, type] = useState(asked);
  const settled = useSettled(typed);
  const found = useResource(
    settled === "" ? "" : `/api/persons?commissionerId=${commissionerId}&q=${encodeURIComponent(settled)}`,
    PersonSearchContract,
  );
  const persons = found.state === "ready" ? found.value.persons : [];
  const shown = settled === "" ? [] : persons;
  // Outside the field: the figure written before a candidate chooses it.
  useShortcuts(
    Object.fromEntries(
      shown.slice(0, 9).map((person, index) => [
        String(index + 1),
        () => {
          onChoose(person.id);
        },
      ]),
    ),
  );
  const status =
    found.state !== "ready" || settled === ""
      ? ""
      : persons.length === 0
        ? words.nobody(commissionerName)
        : persons.length === 1
          ? words.oneFound
          : words.several(persons.length);
  return (
    <div className="stack">
      <Autocomplete inputValue={typed} onInputChange={type} disableAutoFocusFirst>
        <SearchField>
          <Label>{words.searchLabel}</Label>
          <Input />
          <Text slot="description">{words.searchHint}</Text>
        </SearchField>
        <p className="status-line when-said" role="status">
          {status}
        </p>
        <ListBox<PersonSummary>
          aria-label={words.searchLabel}
          items={shown}
          dependencies={[shown]}
          onAction={(key) => {
            onChoose(String(key));
          }}
        >
          {(person) => <Candidate person={person} rank={shown.indexOf(person) + 1} />}
        </ListBox>
      </Autocomplete>
      <p className="actions">
        {onCreate && (
          <button
            type="button"
            className="button compact"
            onClick={() => {
              onCreate(typed.trim());
            }}
          >
            {words.create}
          </button>
        )}
        {onAnonymous && (
          <button type="button" className="button compact" onClick={onAnonymous}>
            {words.createAnonymous}
          </button>
        )}
      </p>
    </div>
  );
}

const Candidate = ({ person, rank }: { readonly person: PersonSummary; readonly rank: number }): ReactElement => {
  const words = personWords[useLanguage()];
  const about = [
    person.hasAskedPhone ? words.exactPhone : undefined,
    person.phoneMasked,
    person.age === undefined ? undefined : words.age(person.age),
    person.communeName ?? person.communeCode,
    words.file(person.number),
    person.isProtected ? words.isProtected : undefined,
  ].filter((part) => part !== undefined);
  return (
    <ListBoxItem id={person.id} textValue={person.name}>
      <strong>{person.name}</strong>{" "}
      {rank > 9 ? null : (
        <kbd className="key shortcut-hint" aria-hidden="true">
          {rank}
        </kbd>
      )}
      <br />
      <span className="tiny">{about.join(" · ")}</span>
    </ListBoxItem>
  );
};
