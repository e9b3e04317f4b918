// Compiled by test/project/library.test.ts with the package as it is installed; never run.
import { expect, use } from "chai";
import { xmppStanza } from "xmpp-stanza/chai";

use(xmppStanza);
expect("").to.be.a.validStanza({ severity: "information" });
expect("").not.to.have.finding("iq-id-missing");
// @ts-expect-error there is no such rule
expect("").to.have.finding("iq-id-mising");
