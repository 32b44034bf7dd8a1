export * from "./id.ts";
export * from "./role.ts";
export * from "./commissioner.ts";
export type { Frame } from "./frame.ts";
export { holdsBadText } from "./bad-text.ts";
export { brandVerdict, contrastRatio } from "./look/contrast.ts";
export { french } from "./look/typography.ts";
