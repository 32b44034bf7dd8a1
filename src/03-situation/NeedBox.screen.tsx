import { useEffect, useState, type ReactElement } from "react";
import { Button, ComboBox, Header, Input, Label, ListBox, ListBoxItem, ListBoxSection, Popover } from "react-aria-components";
import { Icon } from "#ground/screens";
import { useSaid } from "./desk/words.ts";
import { themes } from "./taxonomy.ts";

/** A need, found by typing a few letters of its name, among labels grouped by theme. It takes the focus when it appears. */
export const NeedBox = (props: {
  readonly label?: string;
  /** Letters typed before the form opened. */
  readonly typed?: string;
  readonly onChosen: (need: string) => void;
}): ReactElement => {
  const { needs: words } = useSaid();
  const [typed, type] = useState("");
  useEffect(() => {
    // Set once the field has the focus: the list then opens on what matches, as if it had just been typed.
    if (props.typed !== undefined && props.typed !== "") type(props.typed);
  }, [props.typed]);
  return (
    <ComboBox
      menuTrigger="input"
      allowsEmptyCollection
      inputValue={typed}
      onInputChange={type}
      onChange={(chosen) => {
        props.onChosen(typeof chosen === "string" ? chosen : "");
      }}
      autoFocus
    >
      <Label>{props.label ?? words.choose}</Label>
      <div className="combo-line">
        <Input />
        <Button className="button icon-only" aria-label={words.open}>
          <Icon name="chevron-down" />
        </Button>
      </div>
      <Popover>
        <ListBox renderEmptyState={() => <p className="empty">{words.empty}</p>}>
          {themes.map((theme) => (
            <ListBoxSection key={theme.id} id={theme.id}>
              <Header>{theme.label}</Header>
              {theme.needs.map((need) => (
                <ListBoxItem key={need.id} id={need.id}>
                  {need.label}
                </ListBoxItem>
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  );
};
