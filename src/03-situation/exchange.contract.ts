import { z } from "zod";
import { contactChannels } from "#contact";
import { emotions } from "./emotion.ts";
import { domainStates } from "./grid.ts";
import { needOrigins, needStatuses } from "./need.ts";
import { notesMaxLength } from "./notes.ts";
import { closedReasons } from "./situation.ts";
import { exchangeWords } from "./exchange.words.ts";
import { needIds, themeIds } from "./taxonomy.ts";
import { AtWorkContract, ProposedContract } from "./suggestion.contract.ts";
import { emergencyNumbers, urgencyLevels, urgencyMotives } from "./urgency.ts";

const words = exchangeWords.fr.refusals;
const instant = z.iso.datetime({ offset: true });
const id = z.string();
const StaffContract = z.object({ id, name: z.string() });

export const NeedContract = z.object({
  id,
  need: z.enum(needIds),
  theme: z.enum(themeIds),
  label: z.string(),
  origin: z.enum(needOrigins),
  severity: z.int(),
  status: z.enum(needStatuses),
  told: z.enum(["untold", "agreed", "declined"]),
  isOpen: z.boolean(),
  demandId: id.optional(),
});
export type NeedShown = z.infer<typeof NeedContract>;

export const DemandContract = z.object({
  id,
  theme: z.enum(themeIds),
  words: z.string(),
  notedAt: instant,
  answered: z.enum(["yes", "no"]).optional(),
});
export type DemandShown = z.infer<typeof DemandContract>;

export const DiagnosisContract = z.object({
  version: z.int(),
  gridVersion: z.string(),
  answers: z.record(z.string(), z.string()),
  inWords: z.array(z.object({ domain: z.string(), domainLabel: z.string(), state: z.string(), stateLabel: z.string() })),
  signedAt: instant,
  signedBy: z.string(),
  /** AAAA-MM-JJ. */
  validUntil: z.string(),
  isExpired: z.boolean(),
});
export type DiagnosisShown = z.infer<typeof DiagnosisContract>;

export const UrgencyContract = z.object({
  level: z.literal(urgencyLevels),
  motives: z.array(z.enum(urgencyMotives)),
  flaggedAt: instant.optional(),
  flaggedBy: z.string().optional(),
  /** Help called with the person on the line, the newest first. */
  help: z.array(z.object({ number: z.string(), calledAt: instant, calledBy: z.string() })),
});
export type UrgencyShown = z.infer<typeof UrgencyContract>;

export const NextActionContract = z.object({
  what: z.string(),
  at: instant,
  owner: StaffContract,
  isChosen: z.boolean(),
  holds: z.boolean(),
});
export type NextActionShown = z.infer<typeof NextActionContract>;

/** Situation, as screens show it. */
export const SituationContract = z.object({
  id,
  personId: id,
  openedAt: instant,
  referent: StaffContract,
  urgency: UrgencyContract,
  nextAction: NextActionContract.optional(),
  closedAt: instant.optional(),
  closedReason: z.enum(closedReasons).optional(),
  demands: z.array(DemandContract),
  needs: z.array(NeedContract),
  diagnosis: DiagnosisContract.optional(),
  previousDiagnosis: DiagnosisContract.optional(),
});
export type SituationShown = z.infer<typeof SituationContract>;

/** Échange : all that the desk shows of this room while somebody is listened to, in one answer. */
export const ExchangeContract = z.object({
  contact: z.object({
    id,
    channel: z.enum(contactChannels),
    direction: z.enum(["in", "out"]),
    startedAt: instant,
    endedAt: instant.optional(),
  }),
  commissionerId: id,
  personId: id.optional(),
  /** Whether she gave a name: the screen differs from the first instant. */
  personKind: z.enum(["identified", "anonymous"]).optional(),
  /** Where she lives, to be read to the rescue. */
  address: z.string().optional(),
  situation: SituationContract.optional(),
  notes: z.object({ text: z.string(), revision: z.int(), savedAt: instant.optional(), isPurged: z.boolean() }),
  emotions: z.array(z.object({ emotion: z.enum(emotions), intensity: z.literal([1, 2, 3]) })),
  /** Who may own the next action. */
  staff: z.array(StaffContract),
  me: id,
  mayCloseAnyway: z.boolean(),
  /** Seals what this computer keeps of the exchange until the server has it. Base64, 32 bytes. */
  draftKey: z.string(),
});
export type ExchangeShown = z.infer<typeof ExchangeContract>;

export const SaveNotesContract = z.object({
  text: z.string().max(notesMaxLength, words.notesTooLong),
  revision: z.int().min(0).max(1_000_000),
});
export const NotesSavedContract = z.object({ revision: z.int(), savedAt: instant });
/** What comes with the refusal of a save that is late: the text that is kept, so that nothing is lost. */
export const NotesConflictContract = z.object({ kept: z.object({ text: z.string(), revision: z.int(), savedAt: instant.optional() }) });

export const AddDemandContract = z.object({
  theme: z.enum(themeIds, words.theme),
  words: z.string().trim().min(1, words.demandEmpty).max(1000, words.tooLong),
});
export const AnswerDemandContract = z.object({ answered: z.enum(["yes", "no"]) });
export const AddNeedContract = z.object({
  need: z.enum(needIds, words.need),
  origin: z.enum(["expressed", "detected"]),
  severity: z.literal([1, 2, 3]).optional(),
  demandId: z.uuid().optional(),
  atWork: AtWorkContract.optional(),
});
export const WithdrawNeedContract = z.object({ atWork: AtWorkContract.optional() });
export const TellNeedContract = z.object({ answer: z.enum(["agreed", "declined"]) });
export const SettleNeedContract = z.object({ status: z.enum(["met", "partly-met", "unmet", "gone"]) });
export const NoteEmotionContract = z.object({
  emotion: z.enum(emotions),
  intensity: z.literal([0, 1, 2, 3]),
  /** Given when the machine had proposed it and the human confirms. */
  proposed: ProposedContract.optional(),
});
export const FlagUrgencyContract = z.object({
  level: z.literal(urgencyLevels),
  motives: z.array(z.enum(urgencyMotives)).max(urgencyMotives.length),
});
export const NoteHelpContract = z.object({ number: z.enum(emergencyNumbers.map(({ number }) => number)) });
export const SignDiagnosisContract = z.object({
  answers: z.partialRecord(z.enum(themeIds), z.enum(domainStates)),
  afterVersion: z.int().min(0).max(1_000_000),
});
export const ChooseNextActionContract = z.object({
  what: z.string(words.what).trim().min(1, words.what).max(200, words.tooLong),
  at: z.iso.datetime({ offset: true, error: words.when }),
  ownerId: z.uuid(words.who),
});
export const CloseSituationContract = z.object({
  reason: z.enum(closedReasons, words.reason),
  note: z.string().max(1000, words.tooLong).optional(),
});
export const CloseExchangeContract = z.object({
  nextAction: ChooseNextActionContract.optional(),
  brief: z.object({ answered: z.enum(["yes", "no"], words.answered), demand: AddDemandContract.optional() }).optional(),
  situation: CloseSituationContract.optional(),
});
export const MadeContract = z.object({ id });
export const DoneContract = z.object({ done: z.literal(true) });

/** What is still open, as the refusal to close carries it. */
export const ObjectionsContract = z.array(
  z.object({
    kind: z.string(),
    subjectId: z.string(),
    need: z.string().optional(),
    about: z.object({ fr: z.string(), en: z.string() }).optional(),
    link: z.string().optional(),
  }),
);
/** A situation on a page of its own: what keeps it open, and who may own its next action. */
export const SituationPageContract = SituationContract.extend({
  personName: z.string(),
  objections: ObjectionsContract,
  staff: z.array(StaffContract),
  me: id,
  mayCloseAnyway: z.boolean(),
});
export type SituationPageShown = z.infer<typeof SituationPageContract>;

/** What is missing before the exchange closes. */
export const MissingContract = z.array(
  z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("untold-need"), needId: z.string(), need: z.string() }),
    z.object({ kind: z.literal("next-action") }),
    z.object({ kind: z.literal("demand") }),
    z.object({ kind: z.literal("danger") }),
  ]),
);
