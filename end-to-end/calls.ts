import { expect, type Locator, type Page } from "@playwright/test";
import { z } from "zod";

// Someone calls: what stories need before their first key, made through the same doors as the desk.

const Made = z.object({ id: z.string() });
const SessionRead = z.object({ memberships: z.array(z.object({ commissionerId: z.string(), slug: z.string() })) });
const Lines = z.object({ consents: z.array(z.object({ purpose: z.string(), textVersion: z.number() })) });

export const post = async (page: Page, path: string, data: object): Promise<unknown> => {
  const answer = await page.request.post(path, { headers: { "idempotency-key": crypto.randomUUID() }, data });
  const said: unknown = await answer.json();
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${JSON.stringify(said)}`);
  return said;
};

export const mutuelle = async (page: Page): Promise<string> => {
  const { memberships } = SessionRead.parse(await (await page.request.get("/api/session")).json());
  return memberships.find((each) => each.slug === "mutuelle-des-alpes")?.commissionerId ?? "";
};

/** A telephone of the range kept for fiction, another one at each call. */
export const newPhone = (range: "06 39 98" | "03 53 01" = "06 39 98"): string => {
  const ending = String(Math.floor(Math.random() * 10_000)).padStart(4, "0");
  return `${range} ${ending.slice(0, 2)} ${ending.slice(2)}`;
};

/** A file of somebody of Voiron. */
export const makePerson = async (page: Page, given: object = {}): Promise<string> => {
  const asked = { commissionerId: await mutuelle(page), firstName: "Nolwenn", lastName: "Perrot", phone: newPhone(), communeCode: "38563" };
  return Made.parse(await post(page, "/api/persons", { ...asked, ...given })).id;
};

export interface Call {
  readonly contactId: string;
  readonly personId: string;
}

/** Someone of Voiron calls, who said yes to SMS and to her file once. */
export const someoneCalls = async (page: Page, given: object = {}): Promise<Call> => {
  const personId = await makePerson(page, given);
  const { consents } = Lines.parse(await (await page.request.get(`/api/persons/${personId}/consents`)).json());
  for (const purpose of ["sms", "keep_file"])
    await post(page, `/api/persons/${personId}/consents`, {
      purpose,
      answer: "yes",
      textVersion: consents.find((line) => line.purpose === purpose)?.textVersion ?? 1,
    });
  const commissionerId = await mutuelle(page);
  const contact = await post(page, "/api/contacts", { commissionerId, personId, channel: "call", direction: "in" });
  return { contactId: Made.parse(contact).id, personId };
};

const WithSituation = z.object({ situation: z.object({ id: z.string(), needs: z.array(z.object({ id: z.string(), need: z.string() })) }) });

/** The situation of an exchange, as the server keeps it. */
export const situationOf = async (page: Page, contactId: string): Promise<z.infer<typeof WithSituation>["situation"]> =>
  WithSituation.parse(await (await page.request.get(`/api/exchanges/${contactId}`)).json()).situation;

export const notes = (page: Page): Locator => page.getByRole("textbox", { name: "Notes d’écoute" });

/** The whole way of listening, whatever was used last in this browser. */
export const listenTo = async (page: Page, contactId: string): Promise<void> => {
  await page.goto(`/bureau/echanges/${contactId}`);
  await notes(page).waitFor();
  const listening = page.getByRole("radio", { name: "Écoute" });
  if ((await listening.getAttribute("aria-checked")) === "false") await listening.press("Enter");
  await expect(notes(page)).toBeFocused();
};
