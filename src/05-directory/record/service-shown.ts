import type { Day } from "#engines/calendar";
import { freshnessOf } from "./freshness.ts";
import type { ServiceShown } from "./service.contract.ts";
import type { Service } from "./service.ts";
import { withoutAbsent } from "./without-absent.ts";

/** A service as screens and the interface show it. @param today in Paris */
export const serviceShown = ({ goneAt, ...service }: Service, today: Day): ServiceShown =>
  withoutAbsent({ ...service, freshness: freshnessOf(service.updatedOn, today), isGone: goneAt !== undefined }) as ServiceShown;
