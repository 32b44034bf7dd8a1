export { CallbackList } from "./CallbackList.screen.tsx";
export { PostponeCallback } from "./PostponeCallback.screen.tsx";
export { NewExchange } from "./NewExchange.screen.tsx";
