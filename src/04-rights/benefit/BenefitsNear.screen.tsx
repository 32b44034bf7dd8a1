import { useState, type ReactElement, type SyntheticEvent } from "react";
import { z } from "zod";
import { french, send, useLanguage, useResource, Waiting } from "#ground/screens";
import { catalogueWords } from "./catalogue.words.ts";
import { LocalBenefits } from "./LocalBenefits.screen.tsx";
import { LocalBenefitsContract } from "./local-benefits.contract.ts";
import { TypedArea, TypedLine } from "./TypedField.screen.tsx";

/** The places as everybody's interface gives them; the rest of what it says is not needed here. */
const PlacesContract = z.object({
  places: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      departement: z.object({ code: z.string(), name: z.string() }),
      postalCodes: z.array(z.string()),
    }),
  ),
});
type PlaceFound = z.infer<typeof PlacesContract>["places"][number];

const inWords = ({ name, departement, postalCodes }: PlaceFound): string =>
  [name, `${departement.name} (${departement.code})`, postalCodes[0]].filter((part) => part !== undefined).join(", ");

/** Ce que les gens voient : the benefits of a commune as the portal shows them, for whoever is on the line. Never a draft. */
export function BenefitsNear(): ReactElement {
  const { near, noPlace } = catalogueWords[useLanguage()];
  const [typed, type] = useState("");
  const [asked, ask] = useState("");
  const [chosen, choose] = useState<PlaceFound>();
  const places = useResource(asked === "" ? "" : `/api/places?q=${encodeURIComponent(asked)}`, PlacesContract);
  return (
    <>
      <section className="panel stack">
        <p className="muted">{french(near.lead)}</p>
        <form
          className="search-bar"
          onSubmit={(event: SyntheticEvent) => {
            event.preventDefault();
            choose(undefined);
            ask(typed.trim());
          }}
        >
          <TypedLine name="near-place" label={near.place} hint={near.placeHint} type="search" value={typed} onType={type} maxLength={80} />
          <button className="button primary">{near.choose}</button>
        </form>
        {asked !== "" && !chosen && (
          <Waiting for={places}>
            {(found) =>
              found.places.length === 0 ? (
                <p role="status">{noPlace}</p>
              ) : (
                <ul className="results">
                  {found.places.map((each) => (
                    <li key={each.code}>
                      <button
                        type="button"
                        className="button quiet"
                        onClick={() => {
                          choose(each);
                        }}
                      >
                        {inWords(each)}
                      </button>
                    </li>
                  ))}
                </ul>
              )
            }
          </Waiting>
        )}
      </section>
      {chosen && <Near key={chosen.code} place={chosen} />}
    </>
  );
}

function Near({ place }: { readonly place: PlaceFound }): ReactElement {
  const found = useResource(`/api/benefits?commune=${place.code}`, LocalBenefitsContract, { live: ["benefit.changed"] });
  return (
    <section className="panel stack" aria-labelledby="near-title">
      <h2 id="near-title">{inWords(place)}</h2>
      <Waiting for={found}>{(all) => <LocalBenefits found={all} />}</Waiting>
      <Signal communeCode={place.code} />
    </section>
  );
}

function Signal({ communeCode }: { readonly communeCode: string }): ReactElement {
  const { near, offline } = catalogueWords[useLanguage()];
  const [details, type] = useState("");
  const [said, say] = useState({ sentence: "", isProblem: false });
  const tell = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const answer = await send("/api/benefit-signals", { communeCode, details });
    if (answer.kind === "done") type("");
    say(
      answer.kind === "done"
        ? { sentence: near.sent, isProblem: false }
        : { sentence: answer.kind === "refused" ? (answer.fields[0]?.sentence ?? answer.sentence) : offline, isProblem: true },
    );
  };
  return (
    <details>
      <summary>{french(near.signal)}</summary>
      <form className="form" noValidate onSubmit={(event) => void tell(event)}>
        <TypedArea
          name="signal"
          label={near.signalField}
          rows={2}
          value={details}
          onType={type}
          {...(said.isProblem ? { error: said.sentence } : {})}
        />
        <button className="button">{near.send}</button>
        <p className="status-line" role="status">
          {said.isProblem ? "" : french(said.sentence)}
        </p>
      </form>
    </details>
  );
}
