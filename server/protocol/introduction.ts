/** Tolerance for clients that send null as their capabilities: the library of the protocol would refuse them. */

import {
  type ConnectionOptions,
  InitializeRequest,
  Message,
  type RequestMessage,
} from "vscode-languageserver";

/** Options of the connection, which correct the parameters of `initialize` before the library reads them. */
export const tolerantConnection: ConnectionOptions = {
  messageStrategy: {
    handleMessage(message, next) {
      const isIntroduction =
        Message.isRequest(message) && message.method === InitializeRequest.method;
      return next(isIntroduction ? withCapabilities(message) : message);
    },
  },
};

function withCapabilities(message: RequestMessage): RequestMessage {
  const { capabilities, ...rest } = { capabilities: {}, ...message.params };
  const isObject = typeof capabilities === "object" && capabilities !== null;
  return { ...message, params: { ...rest, capabilities: isObject ? capabilities : {} } };
}
