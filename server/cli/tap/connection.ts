/** One connection that passes: its stanzas are checked, printed and recorded. */

import type { Configuration } from "../../core/check/config";
import type { Translate } from "../../core/text/translate";
import { ConnectionReader, type Opaqueness } from "../../tap/connectionReader";
import { Exchange } from "../../tap/exchange";
import type { Side } from "../../tap/join";
import type { ProxyEvent } from "../../tap/proxy";
import type { Recording } from "../../tap/recording";
import type { ReadElement } from "../../tap/streamReader";
import { printMessage } from "../output";
import type { PrintFindings } from "./printing";
import { reasonNotWritten } from "./recordings";
import type { Tally } from "./tally";

export interface ConnectionContext {
  readonly configuration: Configuration;
  readonly printFindings: PrintFindings;
  readonly tally: Tally;
  readonly translate: Translate;
  readonly recording: Recording | undefined;
}

export class Connection {
  readonly #reader: ConnectionReader;
  readonly #exchange: Exchange;
  /** Elements that were read and are not yet handled. */
  #read: { readonly sender: Side; readonly element: ReadElement }[] = [];
  #recording: Recording | undefined;
  #stanzas = 0;

  constructor(
    readonly number: number,
    readonly context: ConnectionContext,
  ) {
    this.#exchange = new Exchange(context.configuration);
    this.#recording = context.recording;
    this.#reader = new ConnectionReader({
      element: (sender, element) => this.#read.push({ sender, element }),
      opaque: (reason) => this.#say(reasonsOf(context.translate)[reason]),
    });
    context.tally.connections++;
    this.#say(context.translate("open"));
  }

  /** Handles what has happened on the connection. */
  async take(event: Extract<ProxyEvent, { readonly connection: number }>): Promise<void> {
    const { translate, tally } = this.context;
    switch (event.type) {
      case "passed":
        this.#reader.read(event.sender, Buffer.from(event.bytes.buffer));
        await this.#handle(event.time);
        break;
      case "behind":
        this.#reader.end("behind");
        break;
      case "failed": {
        const message = `${this.#sideOf(event.side)}: ${event.reason}`;
        // A server that cannot be reached is a problem of the tap, and not of the stanzas.
        if (event.isUnreached) tally.complain(this.#named(message));
        else this.#say(message);
        break;
      }
      case "closed": {
        for (const sender of this.#reader.close()) {
          this.#say(translate("{side}: ended within a stanza", { side: this.#sideOf(sender) }));
        }
        await this.#handle(event.time);
        this.#say(translate("closed"));
        this.#recording?.end();
      }
    }
  }

  async #handle(time: number): Promise<void> {
    const { tally, printFindings } = this.context;
    const read = this.#read;
    this.#read = [];
    for (const { sender, element } of read) {
      this.#record(sender, element, time);
      if (element.isHeader) continue;
      const checked = this.#exchange.check(sender, element);
      tally.add(checked);
      this.#stanzas += checked.stanzaCount;
      await printFindings(
        { connection: this.number, stanza: this.#stanzas, sender, time },
        checked,
      );
    }
  }

  #record(sender: Side, element: ReadElement, time: number): void {
    try {
      this.#recording?.add(sender, element, time);
    } catch (error) {
      const path = this.#recording?.path ?? "";
      this.#recording = undefined;
      this.context.tally.complain(`${path}: ${reasonNotWritten(error, this.context.translate)}`);
    }
  }

  #say(message: string): void {
    printMessage(this.#named(message));
  }

  #named(message: string): string {
    return `#${this.number}: ${message}`;
  }

  #sideOf(side: Side): string {
    const { translate } = this.context;
    return side === "client" ? translate("client") : translate("server");
  }
}

function reasonsOf(translate: Translate): Readonly<Record<Opaqueness, string>> {
  return {
    tls: translate("encrypted from here on (TLS): passed on, not read"),
    compressed: translate("compressed from here on: passed on, not read"),
    http: translate("HTTP without a WebSocket: passed on, not read"),
    encoding: translate("not UTF-8 from here on: passed on, not read"),
    large: translate("a stanza does not end: what follows is passed on, not read"),
    other: translate("not XMPP from here on: passed on, not read"),
    behind: translate("faster than it can be read: what follows is passed on, not read"),
  };
}
