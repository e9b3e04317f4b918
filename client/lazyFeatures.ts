/** What commands and the server ask for, loaded together with the library that talks to the server. */

export * from "./clientOptions";
export { ConversationCommands } from "./conversationCommands";
export { createReply } from "./errorReply";
export { explainRule } from "./explainRule";
export { answerAboutFiles } from "./fileRequests";
export { fixAll } from "./fixAll";
export { createTraceChannel } from "./trace";
