export { FolderTaken, startPostgres, runningPostgres, freePort, type Postgres } from "./postgres.source.ts";
export { connect, migrate, missingMigrations, type Database } from "./database.store.ts";
export {
  inCommissioner,
  inPastMoments,
  inShared,
  inVault,
  constraintOf,
  drawBytes,
  type Actor,
  type AuditLine,
  type Ground,
  type PastMoment,
  type SharedWork,
  type VaultWork,
  type Work,
} from "./work.store.ts";
export { checkMasterKey, type MasterKeyVerdict } from "./master-key.store.ts";
export { loadKeys, keysFrom, type Keys } from "./keys.source.ts";
export { sealBytes, sealText, openBytes, openText, blindIndex, keyFor, type SealedPlace } from "./seal.ts";
export { readSettings, type PlugIn, type RegisterAccess, type Settings } from "./settings.contract.ts";
export { readField, signField } from "./signed-field.ts";
export { once, type OnceAnswer } from "./once.store.ts";
export { sendMessage } from "./send-message.action.ts";
export { listMessages, openMessage, type Message, type MessageSummary, type NewMessage } from "./message.store.ts";
export { makeTransports, type Transports } from "./message.source.ts";
export { makeLink, openLink, type LinkKind, type OpenedLink } from "./link.store.ts";
export { addTask, openTasks, finishTasks, taskIsHere, type Task, type TaskSubject } from "./task.store.ts";
export {
  prepareJobs,
  startWorking,
  workOnce,
  goRound,
  type Duties,
  type GroundEvent,
  type Job,
  type Round,
  type Subscriber,
} from "./jobs.store.ts";
export { findCommissioner, openCommissioners, ownCommissioner } from "./commissioner.store.ts";
export { actorFor, findStaff, staffOfCommissioner, type Membership, type Staff } from "./staff.store.ts";
export { checkPassword, hashPassword, signIn } from "./sign-in.action.ts";
export { groundDuties } from "./duties.source.ts";
export { openLive } from "./live.http.ts";
export { listenTo, type Listening } from "./live.store.ts";
export { databaseCheck, heartbeatRound, jobsCheck, openHealth, type HealthCheck } from "./health.http.ts";
export { openPublicPages } from "./home.http.ts";
export { openAdministration } from "./administration.http.ts";
export { addCommissioner, editCommissioner } from "./save-commissioner.action.ts";
export { addStaff as giveAccess, endAccess, renewPassword, setRoles } from "./manage-staff.action.ts";
export { openSignIn } from "./sign-in.http.ts";
export { auditHead, listAudit, verifyAudit, type AuditHead, type AuditVerdict } from "./audit.store.ts";
export { anchorRound, readAnchors } from "./audit-anchor.source.ts";
export { openSession, staffOfSession, endSession } from "./session.store.ts";
export { idempotencyKey, sessionToken, setSessionCookie, signedIn, staffOf, workFor, workForEach, workOn } from "./desk-work.http.ts";
export { HttpAnswer, keyReused, notFound } from "./http-answer.ts";
export { lookVersion } from "./look.http.ts";
export { drawKey, formFields, frameOf, sendPage, shownAgain } from "./page.http.ts";
export { type Portal, type Web, type WebApp } from "./site.http.ts";
export { buildWeb } from "./web.http.ts";
export { addAdministrator, type AddedAdministrator } from "./first-administrator.action.ts";
export { NothingContract, openDeed, openPrint, openReading } from "./deed.http.ts";
export { drawPassword, drawReadable } from "./readable-code.ts";
export { holdsOnOnePaper, paperPiece, printPaper, quietInk, type Paper, type PaperBlock, type PaperPiece } from "./paper.source.ts";
