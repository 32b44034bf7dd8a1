import { mayDo, type Session } from "#ground";

export { SessionContract, type Session } from "#ground";

/** Whether one listens to people, for one service at least: the day, the exchanges and the files are then open. */
export const listens = (session: Session): boolean => session.memberships.some(({ roles }) => mayDo(roles, "listen"));
