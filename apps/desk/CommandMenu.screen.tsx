import { useEffect, useRef } from "react";
import { Autocomplete, Input, Label, ListBox, ListBoxItem, SearchField, useFilter } from "react-aria-components";
import { useLanguage, useOfferedCommands, type Command } from "#ground/screens";
import { frameWords } from "./desk.words.ts";

/** Menu des gestes : a few letters of its name, Entrée, and it is done. The native dialog holds the focus, and gives it back. */
export function CommandMenu(props: { readonly onClose: () => void }) {
  const words = frameWords[useLanguage()];
  const commands = useOfferedCommands();
  const { contains } = useFilter({ sensitivity: "base" });
  const dialog = useRef<HTMLDialogElement>(null);
  const chosen = useRef<Command>(undefined);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      className="dialog"
      ref={dialog}
      aria-label={words.commands}
      onClose={() => {
        props.onClose();
        // Done once the dialog has given the focus back, so that a deed which moves it has the last word.
        const command = chosen.current;
        if (command) queueMicrotask(command.act);
      }}
    >
      <Autocomplete filter={contains}>
        <SearchField autoFocus>
          <Label>{words.commands}</Label>
          <Input placeholder={words.commandsHint} />
        </SearchField>
        <ListBox
          aria-label={words.commands}
          items={commands.map((command, index) => ({ id: index, command }))}
          renderEmptyState={() => <p className="empty">{words.noCommand}</p>}
          onAction={(key) => {
            chosen.current = commands[Number(key)];
            dialog.current?.close();
          }}
        >
          {({ id, command }) => (
            <ListBoxItem id={id} textValue={command.name}>
              <span className="row between">
                {command.name} {command.key === undefined ? null : <kbd className="key">{command.key}</kbd>}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </dialog>
  );
}
