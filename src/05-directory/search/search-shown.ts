import type { Day } from "#engines/calendar";
import { serviceShown } from "../record/service-shown.ts";
import { withoutAbsent } from "../record/without-absent.ts";
import type { SearchShown } from "./search.contract.ts";
import type { SearchAnswer } from "./search.ts";

/** An answer as screens and the interface show it. @param today in Paris */
export const searchShown = (answer: SearchAnswer, today: Day): SearchShown =>
  withoutAbsent({
    ...answer,
    services: answer.services.map((found) => ({
      ...withoutAbsent({ distanceMeters: found.distanceMeters === undefined ? undefined : Math.round(found.distanceMeters) }),
      reasons: found.reasons,
      service: serviceShown(found.service, today),
    })),
  }) as unknown as SearchShown;
