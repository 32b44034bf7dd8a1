export * from "./id.ts";
export * from "./role.ts";
export * from "./commissioner.ts";
export type { Frame } from "./frame.ts";
export { isGsm7, smsParts, toGsm7 } from "./gsm7.ts";
export { holdsBadText } from "./bad-text.ts";
export { brandVerdict, contrastRatio } from "./look/contrast.ts";
export { french } from "./look/typography.ts";
