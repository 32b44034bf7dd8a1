import type { Day } from "#engines/calendar";
import { freshnessOf } from "./freshness.ts";
import type { ServiceShown } from "./service.contract.ts";
import type { Service } from "./service.ts";
import { withoutAbsent } from "./without-absent.ts";

/** A service as screens and the interface show it. @param today in Paris */
export const serviceShown = ({ goneAt, ...service }: Service, today: Day): ServiceShown =>
  withoutAbsent({
    ...service,
    alert: alertOn(service, today),
    freshness: freshnessOf(lookedAtOn(service), today),
    isGone: goneAt !== undefined,
  }) as ServiceShown;

/** The last day on which somebody looked at it: its source, or who checked. */
export const lookedAtOn = ({ updatedOn, checked }: Pick<Service, "updatedOn" | "checked">): Day =>
  checked !== undefined && checked.on > updatedOn ? checked.on : updatedOn;

/** A warning holds until its last day, that day included. */
const alertOn = ({ alert }: Pick<Service, "alert">, today: Day): Service["alert"] =>
  alert?.until !== undefined && alert.until < today ? undefined : alert;
