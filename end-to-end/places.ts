import type { Browser, Page } from "@playwright/test";
import { z } from "zod";
import { askToBeCalled, atHome, newestLink, signIn } from "./people.ts";
import { address } from "./house.ts";
import type { Places } from "./screens.ts";

const Tasks = z.array(z.object({ personId: z.string().nullable() }));
const File = z.object({ commissionerId: z.string() });
const Opened = z.object({ id: z.string() });

let known: Promise<Places> | undefined;
let asked = 0;

/** Finds, in the demonstration that was just loaded, an address for each screen. */
export const findPlaces = (browser: Browser): Promise<Places> => (known ??= look(browser));

const look = async (browser: Browser): Promise<Places> => {
  const home = await atHome(browser);
  const followUp = await askToBeCalled(home, { phone: `06 39 98 71 ${String(10 + asked++)}`, firstName: "Solène", commune: "Guéret" });
  const desk = await (await browser.newContext({ baseURL: address })).newPage();
  await signIn(desk, "ines@");
  const tasks = Tasks.parse(await (await desk.request.get("/api/tasks")).json());
  const personId = tasks.find((task) => task.personId !== null)?.personId ?? "";
  const exchange = await openExchangeWith(desk, personId);
  const services = z
    .object({ services: z.array(z.object({ service: z.object({ id: z.string() }) })) })
    .parse(await (await desk.request.get("/api/services?besoin=garde&commune=38563")).json());
  const office = await (await browser.newContext({ baseURL: address })).newPage();
  await signIn(office, "agnes@", "/administration/messages");
  const answer = await newestLink(office, "mutuelle-des-alpes", "/p/");
  return {
    followUp,
    exchange,
    person: `/bureau/personnes/${personId}`,
    service: `/annuaire/services/${services.services[0]?.service.id ?? ""}`,
    answer,
    month: `/observatoire/${lastMonth(new Date())}`,
  };
};

/** Someone who is known calls: the desk shows what was found before, and what helps near her home. */
const openExchangeWith = async (desk: Page, personId: string): Promise<string> => {
  const { commissionerId } = File.parse(await (await desk.request.get(`/api/persons/${personId}?purpose=listening`)).json());
  const opened = await desk.request.post("/api/contacts", {
    headers: { "idempotency-key": crypto.randomUUID() },
    data: { commissionerId, personId, channel: "call", direction: "in" },
  });
  return `/bureau/echanges/${Opened.parse(await opened.json()).id}`;
};

/** The month before this one: the demonstration has closed it. */
const lastMonth = (now: Date): string => new Date(Date.UTC(now.getFullYear(), now.getMonth() - 1, 15)).toISOString().slice(0, 7);
