/** Features for commands and the server, loaded together with the client library. */

export * from "./clientOptions";
export { ConversationCommands } from "./conversationCommands";
export { chooseSource, showSource } from "./documentSource";
export { createReply } from "./errorReply";
export { explainRule } from "./explainRule";
export { answerAboutFiles } from "./fileRequests";
export { fixAll } from "./fixAll";
export { createTraceChannel } from "./trace";
