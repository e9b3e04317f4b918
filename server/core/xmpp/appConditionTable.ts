// Generated from data/app-conditions.tsv by `npm run generate`; change it there (see data/README.md).

export const appConditionTable = `
urn:ietf:params:xml:xmpp-e2e
 bad-timestamp RFC_3923 not-acceptable/modify
 decryption-failed RFC_3923 bad-request/modify
 unverified-signature RFC_3923 not-acceptable/modify
http://jabber.org/protocol/commands
 malformed-action XEP-0050 bad-request/modify
 bad-action XEP-0050 bad-request/modify
 bad-locale XEP-0050 bad-request/modify
 bad-payload XEP-0050 bad-request/modify
 bad-sessionid XEP-0050 bad-request/modify
 session-expired XEP-0050 not-allowed/cancel
http://jabber.org/protocol/pubsub#errors
 closed-node XEP-0060 not-allowed/cancel
 configuration-required XEP-0060 not-acceptable/modify
 invalid-jid XEP-0060 bad-request/modify
 invalid-options XEP-0060 bad-request/modify,not-allowed/cancel
 invalid-payload XEP-0060 bad-request/modify
 invalid-subid XEP-0060 not-acceptable/modify
 item-forbidden XEP-0060 bad-request/modify
 item-required XEP-0060 bad-request/modify
 jid-required XEP-0060 bad-request/modify
 max-items-exceeded XEP-0060 not-allowed
 node-full XEP-0060 conflict/cancel
 nodeid-required XEP-0060 bad-request/modify,not-acceptable/modify
 not-in-roster-group XEP-0060 not-authorized/auth
 not-subscribed XEP-0060 unexpected-request/cancel,unexpected-request/modify,not-authorized/auth
 payload-too-big XEP-0060 not-acceptable/modify
 payload-required XEP-0060 bad-request/modify
 pending-subscription XEP-0060 not-authorized/auth
 precondition-not-met XEP-0060 conflict/modify
 presence-subscription-required XEP-0060 not-authorized/auth
 subid-required XEP-0060 bad-request/modify
 too-many-subscriptions XEP-0060 policy-violation/wait
 unsupported XEP-0060 feature-not-implemented/cancel feature=access-authorize|access-open|access-presence|access-roster|access-whitelist|auto-create|auto-subscribe|collections|config-node|create-and-configure|create-nodes|delete-items|delete-nodes|filtered-notifications|get-pending|instant-nodes|item-ids|last-published|leased-subscription|manage-subscriptions|member-affiliation|meta-data|modify-affiliations|multi-collection|multi-items|multi-subscribe|outcast-affiliation|persistent-items|presence-notifications|presence-subscribe|publish|publish-only-affiliation|publish-options|publisher-affiliation|purge-nodes|retract-items|retrieve-affiliations|retrieve-default|retrieve-default-sub|retrieve-items|retrieve-subscriptions|subscribe|subscription-notifications|subscription-options
 unsupported-access-model XEP-0060 not-acceptable/modify
 max-nodes-exceeded XEP-0248 not-allowed/cancel
http://jabber.org/protocol/soap#fault
 DataEncodingUnknown XEP-0072 undefined-condition
 MustUnderstand XEP-0072 undefined-condition
 Receiver XEP-0072 undefined-condition
 Sender XEP-0072 undefined-condition/modify
 VersionMismatch XEP-0072 undefined-condition
http://jabber.org/protocol/amp
 unsupported-actions XEP-0079 bad-request/modify
 unsupported-conditions XEP-0079 bad-request/modify
 invalid-rules XEP-0079 not-acceptable/modify
http://jabber.org/protocol/amp#errors
 failed-rules XEP-0079 undefined-condition/modify
http://jabber.org/protocol/si
 no-valid-streams XEP-0095 bad-request/cancel
 bad-profile XEP-0095 bad-request/modify,bad-request/cancel
http://jabber.org/protocol/url-data
 malformed-url XEP-0103 bad-request/modify,bad-request/cancel
 transfer-refused XEP-0103 not-acceptable/cancel,undefined-condition/cancel
 transfer-failed XEP-0103 undefined-condition/cancel
http://jabber.org/protocol/feature-neg
 feature XEP-0155 feature-not-implemented/cancel,not-acceptable/cancel,not-acceptable/modify
urn:xmpp:tmp:abuse
 abuse XEP-0161 not-acceptable/cancel
urn:xmpp:jingle:errors:1
 out-of-order XEP-0166 unexpected-request
 tie-break XEP-0166 conflict/cancel
 unknown-session XEP-0166 item-not-found/cancel
 unsupported-info XEP-0166 feature-not-implemented/modify
 security-required XEP-0166 not-acceptable/cancel
urn:xmpp:tmp:jingle:apps:video:errors
 unsupported-codecs XEP-0180 not-acceptable/cancel
urn:xmpp:blocking:errors
 blocked XEP-0191 not-acceptable/cancel
http://www.xmpp.org/extensions/xep-0200.html#ns
 c XEP-0200 any,not-acceptable/modify
http://www.xmpp.org/extensions/xep-0204.html#ns
 unkown-protocol-version XEP-0204 feature-not-implemented/cancel
 deprecated-protocol-version XEP-0204 undefined-condition/continue,feature-not-implemented/cancel
 instance-identifier-conflict XEP-0204 undefined-condition/continue
 no-such-instance XEP-0204 item-not-found/cancel
 instance-retired XEP-0204 not-allowed/cancel
 instance-is-active XEP-0204 undefined-condition/wait
 no-such-type XEP-0204 item-not-found/cancel
 deprecated-type XEP-0204 undefined-condition/continue
 item-identifier-conflict XEP-0204 undefined-condition/continue
 no-such-item XEP-0204 item-not-found/cancel
 item-version-outdated XEP-0204 conflict/cancel
 no-such-item-version XEP-0204 bad-request/modify
 no-such-item-xpath XEP-0204 item-not-found/cancel
 item-xpath-not-acceptable XEP-0204 not-acceptable/modify
 item-modification-insufficient XEP-0204 not-acceptable/modify
 invalid-item-value XEP-0204 bad-request/modify
 no-such-item-attribute XEP-0204 item-not-found/cancel
 invalid-constraint XEP-0204 bad-request/modify
urn:xmpp:errors
 resource-limit-exceeded XEP-0205 resource-constraint/cancel
 stanza-too-big XEP-0205 not-acceptable,not-allowed/modify
 too-many-stanzas XEP-0205 unexpected-request/wait
urn:xmpp:oauth:0:errors
 duplicated-parameter XEP-0235 bad-request
 invalid-consumer-key XEP-0235 not-authorized
 invalid-nonce XEP-0235 not-authorized,bad-request/modify
 invalid-signature XEP-0235 not-authorized
 invalid-token XEP-0235 not-authorized
 missing-parameter XEP-0235 bad-request
 token-required XEP-0235 not-authorized
 unsupported-parameter XEP-0235 bad-request
 unsupported-signature-method XEP-0235 bad-request
urn:xmpp:signed:0
 bad-timestamp XEP-0285 not-acceptable/modify
 bad-signature XEP-0285 bad-request/modify
urn:xmpp:sec-label:pubsub:errors:0
 insufficient-clearance XEP-0314 bad-request/modify
urn:xmpp:iot:control
 paramError XEP-0325 bad-request/modify var=
urn:xmpp:http:upload:0
 file-too-large XEP-0363 not-acceptable/modify
 retry XEP-0363 any/wait,resource-constraint/wait stamp=
urn:xmpp:pubsub:cap:0
 compare-and-publish-failed XEP-0395 conflict/modify cap-id=
urn:xmpp:x509:0
 x509-challenge-failed XEP-0417 forbidden/auth
urn:xmpp:channel-search:0:error
 invalid-sort-key XEP-0433 feature-not-implemented/modify
 invalid-search-terms XEP-0433 bad-request/modify
 rate-limit XEP-0433 resource-constraint/wait
 full-set-retrieval-rejected XEP-0433 forbidden/auth,not-allowed/cancel
 conflicting-fields XEP-0433 bad-request/modify,not-allowed/cancel
 no-search-conditions XEP-0433 bad-request/cancel,bad-request/modify
urn:xmpp:http:online-meetings:0
 retry XEP-0483 any/wait,resource-constraint/wait stamp=
urn:xmpp:muc-token-invite:0
 expired-token XEP-0488 not-authorized
urn:xmpp:cam:0
 password-reset-required XEP-0494 service-unavailable/cancel
http://linkedprocess.org/2009/06/Farm#
 malformed_packet inbox/lop bad-request/modify
 wrong_farm_password inbox/lop not-authorized/auth
 internal_error inbox/lop conflict/cancel
 farm_is_busy inbox/lop service-unavailable/cancel
 species_not_supported inbox/lop bad-request/modify
 vm_not_found inbox/lop item-not-found/cancel
 vm_is_busy inbox/lop service-unavailable/cancel
 evaluation_error inbox/lop bad-request/modify
 permission_denied inbox/lop forbidden/auth
 job_already_exists inbox/lop conflict/cancel
 job_timed_out inbox/lop 
 job_not_found inbox/lop item-not-found/cancel
 job_aborted inbox/lop not-allowed/cancel
 unknown_datatype inbox/lop bad-request/modify
 invalid_value inbox/lop bad-request/modify
http://jabber.org/protocol/mug
 invalid-turn inbox/multi-user_gaming undefined-condition/cancel
urn:xmpp:payment:0
 payment-required inbox/payment-required not-acceptable/modify
 invoice inbox/payment-required not-acceptable/modify session=
urn:xmpp:pubsub-ns:errors:0
 namespace-required inbox/pubsub-ns bad-request/modify
 restricted-value inbox/pubsub-ns bad-request/modify
urn:xmpp:tos:0
 agreement-required inbox/tos policy-violation/cancel
http://jabber.org/protocol/compress
 failure XEP-0138 !stream-error
urn:xmpp:jingle:apps:rtp:errors:1
 crypto-required XEP-0167 !jingle-reason
 invalid-crypto XEP-0167 !jingle-reason
urn:xmpp:sm:3
 handled-count-too-high XEP-0198 !stream-error
urn:xmpp:jingle:apps:file-transfer:errors:0
 file-not-available XEP-0234 !jingle-reason
 file-too-large XEP-0234 !jingle-reason
urn:xmpp:jingle:transfer:0
 transferred XEP-0251 !jingle-reason
urn:xmpp:register:0
 invalid-flow XEP-0389 !stream-error
urn:xmpp:iap:0
 config-version-mismatch XEP-0509 !sasl2-failure
urn:xmpp:ssdp:0
 downgrade-detected inbox/xep-downgrade-prevention !sasl2-failure
`;
