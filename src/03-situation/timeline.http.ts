import { z } from "zod";
import { looksLikeId } from "#ground";
import { notFound, staffOfCommissioner, workOn, type Web, type Work } from "#ground/server";
import { findPerson } from "#person/server";
import { isOpenNeed, toldOf } from "./need.ts";
import { needsOf } from "./need.store.ts";
import { situationsOf } from "./situation.store.ts";
import { needLabel } from "./taxonomy.ts";
import { TimelineContract, type TimelineShown } from "./timeline.contract.ts";
import { timelineOf, type TimelineSource } from "./timeline.store.ts";

/** The life of a person's file: what is open first, then all that happened. */
export const openTimelines = (web: Web, sources: readonly TimelineSource[]): void => {
  web.app.get(
    "/api/persons/:id/timeline",
    { schema: { params: z.object({ id: z.string() }), response: { 200: TimelineContract } } },
    async (request, reply) => {
      const { id } = request.params;
      if (!looksLikeId(id)) throw notFound();
      void reply.header("cache-control", "no-store");
      return workOn(
        web,
        request,
        "read-file",
        async (work) => (await findPerson(work, id)) !== undefined,
        (work) => readTimeline(work, id, sources),
      );
    },
  );
};

const readTimeline = async (work: Work, personId: string, sources: readonly TimelineSource[]): Promise<TimelineShown> => {
  const staff = new Map((await staffOfCommissioner(work, work.commissionerId)).map((each) => [each.id as string, each.name]));
  const entries = await timelineOf(work, personId, sources);
  return {
    open: await openOf(work, personId, staff),
    entries: entries.map(({ at, mark, sentence, staffId, theme, link }) => {
      const by = staffId === undefined ? undefined : staff.get(staffId);
      return {
        at: at.toISOString(),
        mark,
        sentence,
        ...(by === undefined ? {} : { by }),
        ...(theme === undefined ? {} : { theme }),
        ...(link === undefined ? {} : { link }),
      };
    }),
  };
};

const openOf = async (work: Work, personId: string, staff: ReadonlyMap<string, string>): Promise<TimelineShown["open"]> => {
  const open: TimelineShown["open"] = [];
  for (const situation of await situationsOf(work, personId)) {
    if (situation.closedAt !== undefined) continue;
    const next = situation.nextAction;
    open.push({
      situationId: situation.id,
      urgency: situation.urgency,
      needs: (await needsOf(work, situation.id))
        .filter(isOpenNeed)
        .map((need) => ({ label: needLabel(need.need), theme: need.theme, told: toldOf(need) })),
      ...(next ? { nextAction: { what: next.what, at: next.at.toISOString(), owner: staff.get(next.ownerId) ?? "…" } } : {}),
    });
  }
  return open;
};
