import type { FindAnswer, FindAsked, FindRecord } from "#engines/find";
import type { Service } from "../record/service.ts";
import { lookedAtOn } from "../record/service-shown.ts";
import { packCard } from "./card-bytes.ts";
import type { FoundCards } from "./found-cards.ts";
import { dayAt } from "./of-the-minute.ts";
import { minuteAsked, weekOf } from "./opening.ts";
import { indexCursorOf, readIndexCursor, type SearchAsked } from "./search.ts";

/** Fiche à indexer : what the engine must know of a service, and the card that it gives back. */
export const findRecordOf = (service: Service): FindRecord => ({
  id: service.id,
  name: service.name,
  structureName: service.structure.name,
  ...(service.description === undefined ? {} : { description: service.description }),
  themes: service.themes,
  publics: service.publics,
  languages: service.languages,
  ...(service.ageFrom === undefined ? {} : { ageFrom: service.ageFrom }),
  ...(service.ageTo === undefined ? {} : { ageTo: service.ageTo }),
  ...(service.cost === undefined ? {} : { cost: service.cost }),
  accessModes: service.accessModes,
  walkIn: service.mobilisationModes.includes("se-presenter"),
  nature: service.nature,
  ...(service.zone ? { zone: service.zone } : {}),
  ...(service.point ? { point: service.point } : {}),
  isApproximate: service.point?.from === "commune",
  updatedOn: lookedAtOn(service),
  ...(service.openingHours === undefined ? {} : weekOf(service.openingHours)),
  body: packCard(service),
});

/** What is asked, in the words of the engine. @param zoneCodes every code by which a zone may name the place */
export const findAskedOf = (asked: SearchAsked, zoneCodes: ReadonlySet<string>, now: Date): FindAsked => {
  const { near, themes, communeCode: _code, openAt, after, ...rest } = asked;
  const cursor = after === undefined ? undefined : readIndexCursor(after);
  return {
    ...rest,
    ...(cursor === undefined ? {} : { after: cursor }),
    ...(themes && themes.length > 0 ? { themes } : {}),
    ...(near ? { near: { point: near, zoneCodes } } : {}),
    ...(openAt ? { openAt: minuteAsked(openAt) } : {}),
    day: dayAt(now),
  };
};

/** What the engine found, in the words of the room. That a service is open is said for each card, asked for or not: it is no reason apart. */
export const foundFrom = (answer: FindAnswer, noCategory: boolean): FoundCards => ({
  cards: answer.hits.map(({ body, distanceMeters, reasons }) => ({
    packed: body,
    distanceMeters,
    reasons: reasons.filter((reason) => reason.kind !== "open"),
  })),
  total: answer.total,
  next: answer.next === undefined ? undefined : indexCursorOf(answer.next),
  radiusMeters: answer.radiusMeters,
  widenedFromMeters: answer.widenedFromMeters,
  unknownHours: answer.unknownHours,
  noCategory,
});
