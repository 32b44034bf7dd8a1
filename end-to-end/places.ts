import type { Browser } from "@playwright/test";
import { z } from "zod";
import { askToBeCalled, atHome, newestLink, signIn } from "./people.ts";
import { address } from "./house.ts";
import type { Places } from "./screens.ts";

const Tasks = z.array(z.object({ personId: z.string().nullable() }));
const Timeline = z.object({ entries: z.array(z.object({ link: z.string().optional() })) });

let known: Promise<Places> | undefined;
let asked = 0;

/** Finds, in the demonstration that was just loaded, an address for each screen. */
export const findPlaces = (browser: Browser): Promise<Places> => (known ??= look(browser));

const look = async (browser: Browser): Promise<Places> => {
  const home = await atHome(browser);
  const followUp = await askToBeCalled(home, { phone: `06 39 98 71 ${String(10 + asked++)}`, firstName: "Solène", commune: "Guéret" });
  await home.goto("/annuaire?quoi=&ou=38563");
  const desk = await (await browser.newContext({ baseURL: address })).newPage();
  await signIn(desk, "ines@");
  const tasks = Tasks.parse(await (await desk.request.get("/api/tasks")).json());
  const personId = tasks.find((task) => task.personId !== null)?.personId ?? "";
  const timeline = Timeline.parse(await (await desk.request.get(`/api/persons/${personId}/timeline`)).json());
  const exchange = timeline.entries.map((entry) => entry.link ?? "").find((link) => link.startsWith("/bureau/echanges/")) ?? "";
  const services = z
    .object({ services: z.array(z.object({ service: z.object({ id: z.string() }) })) })
    .parse(await (await desk.request.get("/api/services?besoin=garde&commune=38563")).json());
  const office = await (await browser.newContext({ baseURL: address })).newPage();
  await signIn(office, "agnes@", "/administration/messages");
  const answer = await newestLink(office, "mutuelle-des-alpes", "/p/");
  await home.goto("/observatoire");
  const month =
    (await home.getByRole("link", { name: /./ }).evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname))).find(
      (path) => /^\/observatoire\/\d{4}-\d{2}$/.test(path),
    ) ?? "/observatoire";
  return {
    followUp,
    exchange,
    person: `/bureau/personnes/${personId}`,
    service: `/annuaire/services/${services.services[0]?.service.id ?? ""}`,
    answer,
    month,
  };
};
