// Generated from data/app-conditions.tsv by `npm run generate`; change it there (see data/README.md).

export const appConditionTextTable = `
urn:ietf:params:xml:xmpp-e2e
 bad-timestamp		The timestamp of the signed object is not acceptable.
 decryption-failed		The encrypted object could not be decrypted.
 unverified-signature		The signature could not be verified.
http://jabber.org/protocol/commands
 malformed-action	desc-errors	The responder does not understand the action.
 bad-action	desc-errors	The responder cannot take this action now.
 bad-locale	desc-errors	The responder cannot serve the requested language.
 bad-payload	desc-errors	The payload is not acceptable, e.g. the form lacks a required field.
 bad-sessionid	desc-errors	The responder does not accept this sessionid.
 session-expired	desc-errors	The command session has ended (completed, cancelled or timed out).
http://jabber.org/protocol/pubsub#errors
 closed-node	subscriber-subscribe-error-whitelist	The node admits only entities on its whitelist.
 configuration-required	subscriber-subscribe-configure	A subscription to this node must be configured in the same request.
 invalid-jid	subscriber-subscribe-error-nomatch	The JID in the request is not the bare or full JID of the requester.
 invalid-options	subscriber-configure-process-failure	The submitted configuration or subscription options are wrong.
 invalid-payload	publisher-publish-error-badpayload	The item has not exactly one payload element, or its namespace is not the one the node takes.
 invalid-subid	subscriber-unsubscribe-error-badsubid	The subscription identifier is unknown or no longer valid.
 item-forbidden	publisher-publish-error-badrequest	An item was published to a transient node that only notifies, and so takes none.
 item-required	publisher-publish-error-badrequest	The request lacks an item or its ItemID.
 jid-required	subscriber-configure-error-jid	The request does not say which subscriber it is about.
 max-items-exceeded	impl-batch	A batch publish would put more items into the node than it may hold.
 node-full	publisher-publish-error-nodefull	The node holds its maximum number of items and is configured to reject more.
 nodeid-required	publisher-delete-error-nodeid	The request names no node; on creation: instant nodes are not supported.
 not-in-roster-group	subscriber-subscribe-error-rostergroup	The requester is in none of the roster groups allowed to access the node.
 not-subscribed	subscriber-unsubscribe-error-nosub	The entity has no subscription to the node.
 payload-too-big	publisher-publish-error-bigpayload	The payload is larger than the service takes.
 payload-required	publisher-publish-error-badrequest	The node takes only items with a payload.
 pending-subscription	subscriber-subscribe-error-pending	The requester's subscription still waits for approval.
 precondition-not-met	publisher-publish-options	A publish precondition (publish-options) does not hold for the existing node.
 presence-subscription-required	subscriber-subscribe-error-presence	The node is open only to entities subscribed to the owner's presence.
 subid-required	subscriber-unsubscribe-error-nosubid	There are several subscriptions; the request must name one by its subscription identifier.
 too-many-subscriptions	subscriber-subscribe-error-toomany	The requester has reached the service's limit of subscriptions.
 unsupported	entity-subscriptions	The service or node lacks the pubsub feature named by the attribute.
 unsupported-access-model	owner-create-default	The service does not know the requested access model.
 max-nodes-exceeded	error-max-children	The collection would get more child nodes than it may have.
http://jabber.org/protocol/soap#fault
 DataEncodingUnknown	errors	SOAP fault: a header or body uses an unknown data encoding.
 MustUnderstand	errors	SOAP fault: a mandatory header block was not understood.
 Receiver	errors	SOAP fault: the receiver could not process the message.
 Sender	errors	SOAP fault: the message is malformed or lacks information.
 VersionMismatch	errors	SOAP fault: the envelope is of an unsupported SOAP version.
http://jabber.org/protocol/amp
 unsupported-actions	errors-conditions	Rules name actions the server does not support.
 unsupported-conditions	errors-conditions	Rules name conditions the server does not support.
 invalid-rules	errors-conditions	Rules the server does not accept.
http://jabber.org/protocol/amp#errors
 failed-rules	errors-conditions	Rules whose "error" action was triggered.
http://jabber.org/protocol/si
 no-valid-streams	def-error	None of the offered stream methods is acceptable.
 bad-profile	def-error	The profile is unknown or invalid.
http://jabber.org/protocol/url-data
 malformed-url		The URL is not understood or not supported.
 transfer-refused		The receiver refuses to fetch the URL.
 transfer-failed		Fetching the URL failed.
http://jabber.org/protocol/feature-neg
 feature	new-reject	Names the fields of a negotiation that are not implemented or whose options are not supported.
urn:xmpp:tmp:abuse
 abuse	stanza	The stanza is considered abusive.
urn:xmpp:jingle:errors:1
 out-of-order	errors	The request cannot occur in this state of the session.
 tie-break	errors	Both sides sent a similar request at once and this one loses.
 unknown-session	errors	The sid names no session the recipient knows.
 unsupported-info	errors	The informational payload is not supported.
 security-required	preconditions	The information must be sent over the encrypted channel.
urn:xmpp:tmp:jingle:apps:video:errors
 unsupported-codecs	errors	None of the offered video codecs is supported.
urn:xmpp:blocking:errors
 blocked	block	The sender has blocked the addressee and so cannot send to it.
http://www.xmpp.org/extensions/xep-0200.html#ns
 c	content	Encrypted content standing for the application-specific condition.
http://www.xmpp.org/extensions/xep-0204.html#ns
 unkown-protocol-version	cdoerrorconditions	The protocol version of the packet is unknown.
 deprecated-protocol-version	cdoerrorconditions	The protocol version of the packet is old.
 instance-identifier-conflict	cdoerrorconditions	An instance of that identifier exists.
 no-such-instance	cdoerrorconditions	There is no such instance.
 instance-retired	cdoerrorconditions	The instance has been retired.
 instance-is-active	cdoerrorconditions	The instance is being updated and cannot be retired.
 no-such-type	cdoerrorconditions	There is no such type.
 deprecated-type	cdoerrorconditions	A newer type exists; the instance is created all the same.
 item-identifier-conflict	cdoerrorconditions	An item of that identifier exists.
 no-such-item	cdoerrorconditions	There is no such item in the instance.
 item-version-outdated	cdoerrorconditions	The request refers to an outdated version of the item.
 no-such-item-version	cdoerrorconditions	There is no such version of the item.
 no-such-item-xpath	cdoerrorconditions	The XPath in the identifier is not valid.
 item-xpath-not-acceptable	cdoerrorconditions	The XPath does not lead to a leaf element.
 item-modification-insufficient	cdoerrorconditions	The change would change nothing.
 invalid-item-value	cdoerrorconditions	The value proposed for the item or its attribute is invalid.
 no-such-item-attribute	cdoerrorconditions	There is no such attribute of the item.
 invalid-constraint	cdoerrorconditions	The packet is logically invalid.
urn:xmpp:errors
 resource-limit-exceeded	rec-resources	The account may not bind more resources now.
 stanza-too-big	rec-stanzasize	The stanza is larger than the entity takes.
 too-many-stanzas	rec-recipients	Too many stanzas to different recipients in a short time.
urn:xmpp:oauth:0:errors
 duplicated-parameter	error	An oauth_* element occurs more than once.
 invalid-consumer-key	error	The consumer key is not valid.
 invalid-nonce	error	The nonce is not valid, perhaps used before.
 invalid-signature	error	The signature is wrong.
 invalid-token	error	The access token is not valid, perhaps revoked.
 missing-parameter	error	A required oauth_* element is missing.
 token-required	error	The request has no access token.
 unsupported-parameter	error	The oauth element has unknown or unsupported parameters.
 unsupported-signature-method	error	The server does not support the signature method.
urn:xmpp:signed:0
 bad-timestamp	inbound	The timestamp of the signed stanza is outside the accepted range.
 bad-signature	inbound	The signature could not be verified.
urn:xmpp:sec-label:pubsub:errors:0
 insufficient-clearance	publisherusecases-publishitem-errors-nodeclearance	The security label does not fit the clearance of node or publisher.
urn:xmpp:iot:control
 paramError	controlcommands	A control parameter was rejected.
urn:xmpp:http:upload:0
 file-too-large	errors	The file is larger than the service takes.
 retry	errors	Says when a temporary error, such as an exhausted quota, will be over.
urn:xmpp:pubsub:cap:0
 compare-and-publish-failed	cap	The newest item is not the one the publisher named.
urn:xmpp:x509:0
 x509-challenge-failed	cert-req-error	The certificate request was refused because the challenge failed.
urn:xmpp:channel-search:0:error
 invalid-sort-key	usecases-search-request-unsuppsortkey	The service cannot sort by the requested key.
 invalid-search-terms	usecases-search-request-searchinvalid	The query has no term that can be searched for.
 rate-limit	usecases-support-request-ratelimit	Too many requests.
 full-set-retrieval-rejected	usecases-support-request-nofulllist	The service does not let its whole list be retrieved.
 conflicting-fields	usecases-support-request-conflictingoptions	Form fields contradict each other.
 no-search-conditions	usecases-search-request-nosearch	No field says what to search for.
urn:xmpp:http:online-meetings:0
 retry	errors	Says when a temporary error, such as an exhausted quota, will be over.
urn:xmpp:muc-token-invite:0
 expired-token	using	The room invitation token has expired.
urn:xmpp:cam:0
 password-reset-required	revoking-access	This client's access can be revoked only by changing the password.
http://linkedprocess.org/2009/06/Farm#
 malformed_packet	errors	The packet is not properly constructed.
 wrong_farm_password	errors	The farm password is wrong.
 internal_error	errors	Internal error of the farm.
 farm_is_busy	errors	The farm has no resources for another virtual machine.
 species_not_supported	errors	The farm does not support this kind of virtual machine.
 vm_not_found	errors	There is no such virtual machine.
 vm_is_busy	errors	The virtual machine has too many jobs waiting.
 evaluation_error	errors	The job raised an error in the virtual machine.
 permission_denied	errors	The job lacks a permission in the virtual machine.
 job_already_exists	errors	A job of that identifier exists.
 job_timed_out	errors	The job ran too long.
 job_not_found	errors	There is no such job.
 job_aborted	errors	The job was aborted.
 unknown_datatype	errors	The datatype is not supported.
 invalid_value	errors	The value does not fit its datatype.
http://jabber.org/protocol/mug
 invalid-turn	mug-play	The turn breaks the rules of the game.
urn:xmpp:payment:0
 payment-required	protocol-payment-required	The action must be paid for.
 invoice	protocol-invoice	How to pay.
urn:xmpp:pubsub-ns:errors:0
 namespace-required	undefined-namespace	The node has no namespace and the server knows none for it.
 restricted-value	setting-namespace	The service does not allow this namespace for a node.
urn:xmpp:tos:0
 agreement-required	usecase-expired-reject-bind	The user must first agree to the terms of service.
http://jabber.org/protocol/compress
 failure	usecase	Stream compression failed.
urn:xmpp:jingle:apps:rtp:errors:1
 crypto-required	srtp	The party requires encrypted media.
 invalid-crypto	srtp	The offered crypto parameters are not acceptable.
urn:xmpp:sm:3
 handled-count-too-high	errors	The peer acknowledged more stanzas than it was sent.
urn:xmpp:jingle:apps:file-transfer:errors:0
 file-not-available	file-not-available	The requested file cannot be had.
 file-too-large	file-too-large	The file is larger than the receiver takes.
urn:xmpp:jingle:transfer:0
 transferred	unattended	The session ended because it was transferred.
urn:xmpp:register:0
 invalid-flow	selecting	The chosen registration flow was not offered.
urn:xmpp:iap:0
 config-version-mismatch	nego	The cached configuration version is outdated.
urn:xmpp:ssdp:0
 downgrade-detected	verification	The offered SASL mechanisms were tampered with.
`;
