import {
  buildWeb,
  databaseCheck,
  jobsCheck,
  openHealth,
  openLive,
  openPublicPages,
  openSignIn,
  type Ground,
  type Web,
} from "#ground/server";
import { gazetteer } from "#directory/server";
import { openPersonRoom } from "#person/server";
import { openProviderPages, referralObjections } from "#referral/server";
import { openExchanges, openNeeds, openSituations, openTimelines } from "#situation/server";
import { openDesk } from "./desk.http.ts";

export interface AppOptions {
  /** Where the built desk lies. */
  readonly deskFolder: string;
  /** For tests that call often. */
  readonly requestsPerMinute?: number;
}

/** Builds the whole site: each room opens its pages and its interface, in the order of the story. Nothing is listened to yet. */
export const buildApp = async (ground: Ground, options: AppOptions): Promise<Web> => {
  const web = await buildWeb(ground, options.requestsPerMinute === undefined ? {} : { requestsPerMinute: options.requestsPerMinute });
  const objectors = [referralObjections];
  openPublicPages(web);
  openSignIn(web);
  openHealth(web, [databaseCheck(ground), jobsCheck(ground)]);
  const closeLive = await openLive(web);
  openPersonRoom(web, gazetteer());
  openExchanges(web, objectors);
  openNeeds(web);
  openSituations(web, objectors);
  openTimelines(web, []);
  openProviderPages(web);
  openDesk(web, options.deskFolder);
  web.app.get("/api/openapi.json", { schema: { hide: true } }, () => web.app.swagger());
  web.app.addHook("onClose", () => closeLive());
  await web.app.ready();
  return web;
};
