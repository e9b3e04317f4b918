// Generated from data/answers by `npm run generate`; change it there (see data/README.md).

export const answerTable = `
=no-namespace	bad-request	modify
=restricted-xml		
=iq-without-id	bad-request	modify
=iq-type-invalid	bad-request	modify
=iq-without-type	bad-request	modify
=two-payloads	bad-request	modify
=no-payload	bad-request	modify
=to-malformed	jid-malformed	modify
=to-two-at	jid-malformed	modify
=to-too-long	jid-malformed	modify
=remote-domain	remote-server-not-found	cancel
=ping		
=roster-two-items	bad-request	modify
=roster-bad-address	bad-request	modify
=roster-empty-address	bad-request	modify
=roster-no-address	bad-request	modify
=roster-no-item	bad-request	modify
=roster-remove-unknown	item-not-found	cancel
=roster-same-groups	bad-request	modify
=roster-empty-group	not-acceptable	modify
=private-no-child	bad-request	modify
=private-no-namespace	bad-request	modify
=private-two-children	bad-request	modify
=private-of-other	forbidden	cancel
=bind-again	not-allowed	cancel
=bind-get	bad-request	modify
=session-again		
=result-to-server		
=result-to-nobody		
=error-to-server		
=error-to-nobody		
=unknown-namespace-server	service-unavailable	cancel
=unknown-namespace-own	service-unavailable	cancel
=unknown-namespace-account	service-unavailable	cancel
=no-such-account	service-unavailable	cancel
=no-such-resource	service-unavailable	cancel
=message-to-nobody	service-unavailable	cancel
=groupchat-to-account	service-unavailable	cancel
=headline-to-nobody	service-unavailable	cancel
=headline-to-resource		
=message-to-server	service-unavailable	cancel
=message-without-to		
=presence-type-invalid	bad-request	modify
=presence-to-nobody		
=second-bind-iq		
=second-bind-error		
=second-bind		
=muc-nick-conflict	conflict	cancel
=muc-nick-change-conflict	conflict	cancel
=muc-no-nick	jid-malformed	modify
=muc-no-nick-new-room	jid-malformed	modify
=muc-password-required	not-authorized	auth
=muc-password-wrong	not-authorized	auth
=muc-groupchat-not-occupant	not-acceptable	modify
=muc-groupchat-no-room	item-not-found	cancel
=muc-chat-to-room	bad-request	modify
=muc-private-message-not-occupant	not-acceptable	modify
=muc-private-message-no-occupant	item-not-found	cancel
=muc-iq-not-occupant	not-acceptable	modify
=muc-subject	forbidden	auth
=muc-admin-list	forbidden	auth
=muc-admin-list-occupant	forbidden	auth
=muc-admin-ban	forbidden	auth
=muc-admin-kick	forbidden	auth
=muc-admin-no-room	item-not-found	cancel
=muc-owner	forbidden	auth
=muc-unknown-namespace	service-unavailable	cancel
=service-unknown-namespace	service-unavailable	cancel
=pubsub-items-no-node	item-not-found	cancel
=pubsub-items-without-node	bad-request	modify
=pep-items-no-node	item-not-found	cancel
=pep-items-of-other	not-authorized	auth
=pubsub-subscribe-other	bad-request	modify
=pubsub-subscribe-without-address	bad-request	modify
=pubsub-subscribe-no-node	item-not-found	cancel
=pubsub-unsubscribe	unexpected-request	cancel
=pubsub-publish-no-item	bad-request	modify
=pubsub-publish-no-item-forbidden	forbidden	auth
=pubsub-publish-no-payload	bad-request	modify
=pubsub-publish-forbidden	forbidden	auth
=pubsub-publish-no-node	item-not-found	cancel
=pubsub-create-conflict	conflict	cancel
=pubsub-delete-no-node	item-not-found	cancel
=pubsub-configure	forbidden	auth
=server-namespace		
=unknown-element		
=not-well-formed		
=client-unknown-namespace	service-unavailable	cancel
=client-unknown-namespace-of-server	service-unavailable	cancel
=client-version		
=client-ping		
=client-disco		
=client-disco-unknown-node	item-not-found	cancel
=client-unknown-command	item-not-found	cancel
=client-ibb	not-acceptable	cancel
=client-si	bad-request	cancel
=client-jingle	item-not-found	cancel
=client-two-payloads	bad-request	modify
=client-no-payload	bad-request	modify
=client-without-id	bad-request	modify
=client-type-invalid	bad-request	modify
=client-message-type-invalid		
=client-presence-type-invalid		
=client-result		
=client-error		
=client-message-error		
*prosody	Prosody	0.12.3	2026-11	none	none	xml:lang id to from type	no	no	no	no	no	after
 no-namespace	iq	stream unsupported-stanza-type										
 restricted-xml	iq	stream not-well-formed										
 iq-without-id	iq	error	bad-request	modify	Missing required 'id' attribute		no				none	
 iq-type-invalid	iq	error	bad-request	modify	Invalid IQ type		no				none	
 iq-without-type	iq	error	bad-request	modify	Invalid IQ type		no				none	
 two-payloads	iq	error	bad-request	modify	Incorrect number of children for IQ stanza		no				none	
 no-payload	iq	error	bad-request	modify	Incorrect number of children for IQ stanza		nothing to return				none	
 to-malformed	message	error	jid-malformed	modify	The destination address is invalid: {to}		no					
 to-malformed	iq	error	jid-malformed	modify	The destination address is invalid: {to}		no					
 to-two-at	message	error	jid-malformed	modify	The destination address is invalid: {to}		no					
 to-two-at	iq	error	jid-malformed	modify	The destination address is invalid: {to}		no					
 to-two-at	presence	error	jid-malformed	modify	The destination address is invalid: {to}		nothing to return					
 to-too-long	message	error	jid-malformed	modify	The destination address is invalid: {to}		no					
 to-too-long	iq	error	jid-malformed	modify	The destination address is invalid: {to}		no					
 remote-domain	message	error	remote-server-not-found	cancel	Server-to-server connection failed: unable to resolve service	host	no					
 remote-domain	iq	error	remote-server-not-found	cancel	Server-to-server connection failed: unable to resolve service	host	no					
 remote-domain	presence	error	remote-server-not-found	cancel	Server-to-server connection failed: unable to resolve service	host	nothing to return				bare	
 ping	iq	result										
 roster-two-items	iq	error	bad-request	modify			no					
 roster-bad-address	iq	error	bad-request	modify			no					
 roster-empty-address	iq	error	bad-request	modify			no					
 roster-no-address	iq	error	bad-request	modify			no					
 roster-no-item	iq	error	bad-request	modify			no					
 roster-remove-unknown	iq	error	item-not-found	modify			no					
 roster-same-groups	iq	result										
 roster-empty-group	iq	result										
 private-no-child	iq	error	bad-format	modify			no					
 private-no-namespace	iq	result										
 private-two-children	iq	error	bad-format	modify			no					
 private-of-other	iq	error	service-unavailable	cancel			no					
 bind-again	iq	error	service-unavailable	cancel			no					
 bind-get	iq	error	service-unavailable	cancel			no					
 session-again	iq	result										
 result-to-server	iq	silence										
 result-to-nobody	iq	silence										
 error-to-server	iq	silence										
 error-to-nobody	iq	silence										
 error-to-nobody	message	silence										
 error-to-nobody	presence	silence										
 unknown-namespace-server	iq	error	service-unavailable	cancel			no					
 unknown-namespace-own	iq	error	service-unavailable	cancel			no					
 unknown-namespace-account	iq	error	service-unavailable	cancel			no					
 no-such-account	iq	error	service-unavailable	cancel			no					
 no-such-resource	iq	error	service-unavailable	cancel			no					
 message-to-nobody	message	error	service-unavailable	cancel			no					
 groupchat-to-account	message	error	service-unavailable	cancel			no					
 headline-to-nobody	message	silence										
 headline-to-resource	message	silence										
 message-to-server	message	error	service-unavailable	cancel			no					
 message-without-to	message	returned									none	
 presence-type-invalid	presence	error	bad-request	modify	Invalid presence type		nothing to return				bare	
 presence-to-nobody	presence	silence										
 muc-nick-conflict	presence	error	conflict	cancel		bare	no					
 muc-nick-change-conflict	presence	error	conflict	cancel		bare	nothing to return					
 muc-no-nick	presence	error	service-unavailable	cancel			no					
 muc-no-nick-new-room	presence	silence										
 muc-password-required	presence	error	not-authorized	auth		bare	no					
 muc-password-wrong	presence	error	not-authorized	auth		bare	no					
 muc-groupchat-not-occupant	message	error	not-acceptable	cancel	You are not currently connected to this chat		no					
 muc-groupchat-no-room	message	error	not-acceptable	cancel	You are not currently connected to this chat		no					
 muc-chat-to-room	message	error	service-unavailable	cancel			no					
 muc-private-message-not-occupant	message	error	not-acceptable	cancel	You are not currently connected to this chat	bare	no					
 muc-private-message-no-occupant	message	error	item-not-found	cancel	Recipient not in room	bare	no					
 muc-iq-not-occupant	iq	error	not-acceptable	cancel	You are not currently connected to this chat	bare	no					
 muc-subject	message	error	forbidden	auth	You are not allowed to change the subject		no					
 muc-admin-list	iq	error	forbidden	auth			no					
 muc-admin-list-occupant	iq	error	forbidden	auth			no					
 muc-admin-ban	iq	error	not-allowed	cancel			no					
 muc-admin-kick	iq	error	not-allowed	cancel			no					
 muc-admin-no-room	iq	error	item-not-found	cancel		domain	no					
 muc-owner	iq	error	forbidden	auth	Only owners can configure rooms		no					
 muc-unknown-namespace	iq	error	service-unavailable	cancel			no					
 service-unknown-namespace	iq	error	service-unavailable	cancel			no					
 pubsub-items-no-node	iq	error	item-not-found	cancel			no					
 pubsub-items-without-node	iq	error	bad-request	modify			no		{http://jabber.org/protocol/pubsub#errors}nodeid-required			
 pep-items-no-node	iq	error	item-not-found	cancel			no					
 pep-items-of-other	iq	error	forbidden	auth			no					
 pubsub-subscribe-other	iq	error	forbidden	auth			no					
 pubsub-subscribe-without-address	iq	error	bad-request	modify			no		{http://jabber.org/protocol/pubsub#errors}invalid-jid			
 pubsub-subscribe-no-node	iq	error	item-not-found	cancel			no					
 pubsub-unsubscribe	iq	error	unexpected-request	modify			no		{http://jabber.org/protocol/pubsub#errors}not-subscribed			
 pubsub-publish-no-item	iq	error	bad-request	modify	invalid item		no					
 pubsub-publish-no-item-forbidden	iq	error	forbidden	auth			no					
 pubsub-publish-no-payload	iq	error	bad-request	modify	invalid item		no					
 pubsub-publish-forbidden	iq	error	forbidden	auth			no					
 pubsub-publish-no-node	iq	error	forbidden	auth			no					
 pubsub-create-conflict	iq	error	forbidden	auth			no					
 pubsub-delete-no-node	iq	error	forbidden	auth			no					
 pubsub-configure	iq	error	forbidden	auth			no					
 server-namespace	iq	stream unsupported-stanza-type										
 unknown-element	foo	stream unsupported-stanza-type										
 not-well-formed	iq	stream not-well-formed										
*ejabberd	ejabberd	23.01	2026-11	own-bare	request	xml:lang to from type id	no	stream	before	after	before	before
 no-namespace	iq	error	bad-request	modify	Missing namespace for tag <{kind}/>		yes			none	none	
 iq-without-id	iq	error	bad-request	modify	Missing attribute 'id' in tag <{kind}/> qualified by namespace 'jabber:client'		yes				none	
 iq-type-invalid	iq	error	bad-request	modify	Bad value of attribute 'type' in tag <{kind}/> qualified by namespace 'jabber:client'		yes				none	
 iq-without-type	iq	error	bad-request	modify	Missing attribute 'type' in tag <{kind}/> qualified by namespace 'jabber:client'		yes				none	
 two-payloads	iq	error	bad-request	modify	Too many child elements		yes					
 no-payload	iq	error	bad-request	modify	No child elements found		nothing to return					
 to-malformed	message	error	bad-request	modify	Bad value of attribute 'to' in tag <{kind}/> qualified by namespace 'jabber:client'		yes				none	
 to-malformed	iq	error	bad-request	modify	Bad value of attribute 'to' in tag <{kind}/> qualified by namespace 'jabber:client'		yes				none	
 to-two-at	message	error	bad-request	modify	Bad value of attribute 'to' in tag <{kind}/> qualified by namespace 'jabber:client'		yes				none	
 to-two-at	iq	error	bad-request	modify	Bad value of attribute 'to' in tag <{kind}/> qualified by namespace 'jabber:client'		yes				none	
 to-two-at	presence	error	bad-request	modify	Bad value of attribute 'to' in tag <{kind}/> qualified by namespace 'jabber:client'		nothing to return				none	
 to-too-long	message	error	bad-request	modify	Bad value of attribute 'to' in tag <{kind}/> qualified by namespace 'jabber:client'		yes				none	
 to-too-long	iq	error	bad-request	modify	Bad value of attribute 'to' in tag <{kind}/> qualified by namespace 'jabber:client'		yes				none	
 remote-domain	message	error	remote-server-not-found	cancel	DNS lookup failed: enoname		yes					
 remote-domain	iq	error	remote-server-not-found	cancel	DNS lookup failed: enoname		yes					
 remote-domain	presence	error	remote-server-not-found	cancel	DNS lookup failed: enoname		nothing to return					
 ping	iq	result										
 roster-two-items	iq	error	bad-request	modify	Multiple <item/> elements are not allowed by RFC6121		altered					
 roster-bad-address	iq	error	bad-request	modify	Bad value of attribute 'jid' in tag <item/> qualified by namespace 'jabber:iq:roster'		yes					
 roster-empty-address	iq	error	bad-request	modify	Bad value of attribute 'jid' in tag <item/> qualified by namespace 'jabber:iq:roster'		yes					
 roster-no-address	iq	error	bad-request	modify	Missing attribute 'jid' in tag <item/> qualified by namespace 'jabber:iq:roster'		yes					
 roster-no-item	iq	error	service-unavailable	cancel	No module is handling this query		yes					
 roster-remove-unknown	iq	result										
 roster-same-groups	iq	error	bad-request	modify	Duplicated groups are not allowed by RFC6121		altered					
 roster-empty-group	iq	error	bad-request	modify	Missing cdata in tag <group/> qualified by namespace 'jabber:iq:roster'		yes					
 private-no-child	iq	error	bad-request	modify	No private data found in this query		yes					
 private-no-namespace	iq	error	bad-request	modify	No private data found in this query		yes					
 private-two-children	iq	result					yes					
 private-of-other	iq	error	forbidden	auth	Query to another users is forbidden		yes					
 bind-again	iq	error	service-unavailable	cancel	No module is handling this query		yes					
 bind-get	iq	error	service-unavailable	cancel	No module is handling this query		yes					
 session-again	iq	result								host		
 result-to-server	iq	silence										
 result-to-nobody	iq	silence										
 error-to-server	iq	silence										
 error-to-nobody	iq	silence										
 error-to-nobody	message	silence										
 error-to-nobody	presence	silence										
 unknown-namespace-server	iq	error	service-unavailable	cancel	No module is handling this query		yes					
 unknown-namespace-own	iq	error	service-unavailable	cancel	No module is handling this query		yes					
 unknown-namespace-account	iq	error	service-unavailable	cancel	No module is handling this query		yes					
 no-such-account	iq	error	service-unavailable	cancel	No module is handling this query		yes					
 no-such-resource	iq	error	service-unavailable	cancel	User session not found		yes					
 message-to-nobody	message	error	service-unavailable	cancel			yes					
 groupchat-to-account	message	error	service-unavailable	cancel	User session not found		yes					
 headline-to-nobody	message	error	service-unavailable	cancel			yes					
 headline-to-resource	message	silence										
 message-to-server	message	error	item-not-found	cancel	No available resource found		yes					
 message-without-to	message	returned									own-bare	
 presence-type-invalid	presence	error	bad-request	modify	Bad value of attribute 'type' in tag <{kind}/> qualified by namespace 'jabber:client'		nothing to return				none	
 presence-to-nobody	presence	silence										
 muc-nick-conflict	presence	error	conflict	cancel	That nickname is already in use by another occupant		yes					
 muc-nick-change-conflict	presence	error	conflict	cancel	That nickname is already in use by another occupant		nothing to return					<x xmlns='http://jabber.org/protocol/muc'/>
 muc-no-nick	presence	error	jid-malformed	modify	Nickname can't be empty		yes					
 muc-no-nick-new-room	presence	error	jid-malformed	modify	Nickname can't be empty		yes					
 muc-password-required	presence	error	not-authorized	auth	A password is required to enter this room		yes					
 muc-password-wrong	presence	error	not-authorized	auth	Incorrect password		yes					
 muc-groupchat-not-occupant	message	error	not-acceptable	modify	Only occupants are allowed to send messages to the conference		yes					
 muc-groupchat-no-room	message	error	item-not-found	cancel	Conference room does not exist		yes					
 muc-chat-to-room	message	error	not-acceptable	modify	Only occupants are allowed to send messages to the conference		yes					
 muc-private-message-not-occupant	message	error	not-acceptable	modify	Only occupants are allowed to send messages to the conference		yes					
 muc-private-message-no-occupant	message	error	item-not-found	cancel	Recipient is not in the conference room		yes					
 muc-iq-not-occupant	iq	error	not-acceptable	modify	Only occupants are allowed to send queries to the conference		yes					
 muc-subject	message	relayed										
 muc-admin-list	iq	error	forbidden	auth	Administrator privileges required		yes					
 muc-admin-list-occupant	iq	error	forbidden	auth	Administrator privileges required		yes					
 muc-admin-ban	iq	error	not-allowed	cancel	Changing role/affiliation is not allowed		yes					
 muc-admin-kick	iq	error	not-allowed	cancel	Changing role/affiliation is not allowed		yes					
 muc-admin-no-room	iq	error	item-not-found	cancel	Conference room does not exist		yes					
 muc-owner	iq	error	forbidden	auth	Owner privileges required		yes					
 muc-unknown-namespace	iq	error	service-unavailable	cancel	The feature requested is not supported by the conference		yes					
 service-unknown-namespace	iq	error	service-unavailable	cancel	No module is handling this query		yes					
 pubsub-items-no-node	iq	error	item-not-found	cancel	Node not found		yes					
 pubsub-items-without-node	iq	error	bad-request	modify	Missing attribute 'node' in tag <items/> qualified by namespace 'http://jabber.org/protocol/pubsub'		yes					
 pep-items-no-node	iq	error	item-not-found	cancel	Node not found		yes					
 pep-items-of-other	iq	error	item-not-found	cancel	Node not found		yes					
 pubsub-subscribe-other	iq	error	bad-request	modify			yes		{http://jabber.org/protocol/pubsub#errors}invalid-jid			
 pubsub-subscribe-without-address	iq	error	bad-request	modify	Missing attribute 'jid' in tag <subscribe/> qualified by namespace 'http://jabber.org/protocol/pubsub'		yes					
 pubsub-subscribe-no-node	iq	error	item-not-found	cancel	Node not found		yes					
 pubsub-unsubscribe	iq	error	unexpected-request	wait			yes		{http://jabber.org/protocol/pubsub#errors}not-subscribed			
 pubsub-publish-no-item	iq	error	bad-request	modify			yes		{http://jabber.org/protocol/pubsub#errors}item-required			
 pubsub-publish-no-item-forbidden	iq	error	bad-request	modify			yes		{http://jabber.org/protocol/pubsub#errors}item-required			
 pubsub-publish-no-payload	iq	error	bad-request	modify			yes		{http://jabber.org/protocol/pubsub#errors}item-required			
 pubsub-publish-forbidden	iq	error	forbidden	auth			yes					
 pubsub-publish-no-node	iq	result										
 pubsub-create-conflict	iq	error	conflict	cancel	Node already exists		yes					
 pubsub-delete-no-node	iq	result										
 pubsub-configure	iq	error	forbidden	auth	Owner privileges required		yes					
 server-namespace	iq	error	service-unavailable	cancel	No module is handling this query		yes					
 unknown-element	foo	silence										
 not-well-formed	iq	stream not-well-formed										
*jabberd2	jabberd2	2.7.0	2026-11	own-full	request	reversed	jabber:client	request	after	after	after	none
 no-namespace	iq	silence										
 iq-type-invalid	iq	silence										
 iq-without-type	iq	silence										
 to-malformed	message	returned										
 to-malformed	iq	error	feature-not-implemented	cancel			yes	501		own-full		
 to-two-at	message	error	service-unavailable	cancel			yes	503				
 to-two-at	iq	error	service-unavailable	cancel			yes	503				
 to-two-at	presence	silence										
 to-too-long	message	error	service-unavailable	cancel			yes	503				
 to-too-long	iq	error	service-unavailable	cancel			yes	503				
 remote-domain	message	error	remote-server-not-found	cancel			yes	404				
 remote-domain	iq	error	remote-server-not-found	cancel			yes	404				
 remote-domain	presence	silence										
 ping	iq	result										
 roster-two-items	iq	result								none	none	
 roster-bad-address	iq	result								none	none	
 roster-empty-address	iq	error	bad-request	modify			yes	400		none	none	
 roster-no-address	iq	error	bad-request	modify			yes	400		none	none	
 roster-no-item	iq	error	bad-request	modify			yes	400		none	none	
 roster-remove-unknown	iq	result								none	none	
 roster-same-groups	iq	result								none	none	
 roster-empty-group	iq	result								none	none	
 private-no-child	iq	error	bad-request	modify			yes	400		none	none	
 private-no-namespace	iq	result								none	none	
 private-two-children	iq	result					yes			none	none	
 private-of-other	iq	error	feature-not-implemented	cancel			yes	501				
 bind-again	iq	result								none	none	
 bind-get	iq	error	unknown-sender	modify			yes	400		none	none	
 session-again	iq	error	unknown-sender	modify			yes	400		none	none	
 result-to-server	iq	silence										
 result-to-nobody	iq	error	service-unavailable	cancel			nothing to return	503				
 error-to-server	iq	silence										
 error-to-nobody	iq	silence										
 error-to-nobody	message	silence										
 error-to-nobody	presence	silence										
 unknown-namespace-server	iq	error	feature-not-implemented	cancel			yes	501				
 unknown-namespace-own	iq	error	feature-not-implemented	cancel			yes	501				
 unknown-namespace-account	iq	error	feature-not-implemented	cancel			yes	501				
 no-such-account	iq	error	service-unavailable	cancel			yes	503				
 no-such-resource	iq	error	service-unavailable	cancel			yes	503				
 message-to-nobody	message	error	service-unavailable	cancel			yes	503				
 groupchat-to-account	message	error	service-unavailable	cancel			yes	503				
 headline-to-nobody	message	error	service-unavailable	cancel			yes	503				
 headline-to-resource	message	error	service-unavailable	cancel			yes	503				
 message-to-server	message	silence										
 message-without-to	message	returned										
 presence-type-invalid	presence	silence										
 presence-to-nobody	presence	silence										
 second-bind-iq	iq	error	unknown-sender	modify			nothing to return	400		none	request	
 second-bind-error	iq	error	!unknown-sender	modify			errors	400		none	request	
 second-bind	message	error	unknown-sender	modify			yes	400		none	request	
 second-bind	presence	error	unknown-sender	modify			nothing to return	400		none	request	
 server-namespace	iq	silence										
 unknown-element	foo	silence										
 not-well-formed	iq	stream xml-not-well-formed										
*mu-conference	mu-conference	0.8	2026-11	none	none	to xml:lang id from type	no	stream	before	before	before	none
 muc-nick-conflict	presence	error	conflict	cancel	Please choose a different nickname.		altered	409				<x xmlns='vcard-temp:x:update'><photo/></x>
 muc-nick-change-conflict	presence	error	conflict	cancel	Please choose a different nickname.		nothing to return	409				<x xmlns='vcard-temp:x:update'><photo/></x>
 muc-no-nick	presence	silence										
 muc-no-nick-new-room	presence	error	bad-request	modify	Bad Request		altered	400				<x xmlns='vcard-temp:x:update'><photo/></x>
 muc-password-required	presence	error	not-authorized	auth	Password required to join this room.		altered	401				<x xmlns='vcard-temp:x:update'><photo/></x>
 muc-password-wrong	presence	error	not-authorized	auth	Password required to join this room.		altered	401				<x xmlns='vcard-temp:x:update'><photo/></x>
 muc-groupchat-not-occupant	message	error	forbidden	auth	Forbidden		yes	403				
 muc-groupchat-no-room	message	error	bad-request	modify	Bad Request		yes	400				
 muc-chat-to-room	message	error	forbidden	auth	Forbidden		yes	403				
 muc-private-message-not-occupant	message	error	item-not-found	cancel	Not Found		yes	404				
 muc-private-message-no-occupant	message	error	item-not-found	cancel	Not Found		yes	404				
 muc-iq-not-occupant	iq	error	item-not-found	cancel	Not Found		yes	404				
 muc-subject	message	error	forbidden	auth	Forbidden		yes	403				
 muc-admin-list	iq	error	feature-not-implemented	cancel	Not Implemented		yes	501				
 muc-admin-list-occupant	iq	error	forbidden	auth	Forbidden		yes	403				
 muc-admin-ban	iq	error	feature-not-implemented	cancel	Not Implemented		yes	501				
 muc-admin-kick	iq	error	forbidden	auth	Forbidden		yes	403				
 muc-admin-no-room	iq	error	bad-request	modify	Bad Request		yes	400				
 muc-owner	iq	error	bad-request	modify	Bad Request		yes	400				
 muc-unknown-namespace	iq	error	bad-request	modify	Bad Request		yes	400				
 service-unknown-namespace	iq	error	feature-not-implemented	cancel	Not Implemented		yes	501				
*slixmpp (no plugins)	slixmpp	1.8.3	2026-11
-feature-not-implemented	client-unknown-namespace	client-unknown-namespace-of-server	client-version	client-ping	client-disco	client-disco-unknown-node	client-unknown-command	client-ibb	client-si	client-jingle	client-two-payloads	client-no-payload	client-without-id
*slixmpp + 0030 0047 0050 0092 0199	slixmpp with plugins	1.8.3	2026-11
-feature-not-implemented	client-unknown-namespace	client-unknown-namespace-of-server	client-si	client-jingle	client-two-payloads	client-no-payload	client-without-id
-item-not-found	client-disco-unknown-node	client-unknown-command
-not-acceptable	client-ibb
*aioxmpp	aioxmpp	0.13.3	2026-11
-service-unavailable	client-unknown-namespace	client-unknown-namespace-of-server	client-version	client-ping	client-disco	client-disco-unknown-node	client-unknown-command	client-ibb	client-si	client-jingle	client-two-payloads	client-no-payload
*aioxmpp + disco, ping, roster	aioxmpp with services	0.13.3	2026-11
-service-unavailable	client-unknown-namespace	client-unknown-namespace-of-server	client-version	client-unknown-command	client-ibb	client-si	client-jingle	client-two-payloads	client-no-payload
-item-not-found	client-disco-unknown-node
*nbxmpp	nbxmpp	4.2.2	2026-11
-feature-not-implemented	client-unknown-namespace	client-unknown-namespace-of-server	client-unknown-command	client-si	client-jingle	client-two-payloads	client-no-payload	client-without-id
-service-unavailable	client-version
-item-not-found	client-disco	client-disco-unknown-node
-bad-request	client-type-invalid	client-presence-type-invalid
*dino	dino	0.4.2	2026-11
-service-unavailable	client-unknown-namespace	client-unknown-namespace-of-server	client-version	client-unknown-command	client-si	client-two-payloads	client-no-payload	client-without-id	client-type-invalid
-not-acceptable	client-ibb
-item-not-found	client-jingle
*profanity	profanity	0.13.1	2026-11
*poezio	poezio	0.14	2026-11
-item-not-found	client-disco-unknown-node	client-unknown-command
*mcabber	mcabber	1.1.2	2026-11
-feature-not-implemented	client-unknown-namespace	client-unknown-namespace-of-server	client-ibb	client-si	client-jingle	client-two-payloads	client-no-payload	client-without-id	client-type-invalid
-forbidden	client-unknown-command
*loudmouth (bare)	loudmouth	1.5.4	2026-11
*libstrophe (bare)	libstrophe	0.12.2	2026-11
*gloox	gloox	1.0.24	2026-11
-feature-not-implemented	client-unknown-namespace	client-unknown-namespace-of-server	client-unknown-command	client-ibb	client-si	client-jingle	client-two-payloads	client-no-payload	client-without-id
-item-not-found	client-disco-unknown-node
*QXmpp	QXmpp	1.4.0	2026-11
-feature-not-implemented	client-unknown-namespace	client-unknown-namespace-of-server	client-disco-unknown-node	client-unknown-command	client-ibb	client-si	client-jingle	client-two-payloads	client-no-payload	client-without-id	client-type-invalid
*finch (libpurple)	libpurple	2.14.12	2026-11
-feature-not-implemented	client-unknown-namespace	client-unknown-namespace-of-server	client-unknown-command	client-two-payloads	client-no-payload
-item-not-found	client-disco-unknown-node	client-ibb
-bad-request	client-without-id
*xmpp4r	xmpp4r	0.5.6	2026-11
*@xmpp/client	@xmpp/client	0.14.0	2026-11
-service-unavailable	client-unknown-namespace	client-unknown-namespace-of-server	client-version	client-disco	client-disco-unknown-node	client-unknown-command	client-ibb	client-si	client-jingle	client-without-id
-bad-request	client-two-payloads	client-no-payload	client-type-invalid
*strophe.js	strophe.js	5.0.0	2026-11
-service-unavailable	client-unknown-namespace	client-unknown-namespace-of-server	client-version	client-ping	client-disco	client-disco-unknown-node	client-unknown-command	client-ibb	client-si	client-jingle	client-two-payloads	client-no-payload	client-without-id
*stanza	stanza.js	12.22.1	2026-11
-service-unavailable	client-unknown-namespace	client-unknown-namespace-of-server	client-unknown-command	client-ibb	client-si	client-without-id
-bad-request	client-two-payloads	client-no-payload
*Net::XMPP	Net::XMPP	1.05	2026-11
*Net::Jabber	Net::Jabber	2.0	2026-11
*AnyEvent::XMPP	AnyEvent::XMPP	0.55	2026-11
-service-unavailable	client-unknown-namespace	client-unknown-namespace-of-server	client-version	client-ping	client-disco	client-disco-unknown-node	client-unknown-command	client-ibb	client-si	client-jingle	client-two-payloads	client-no-payload	client-without-id	client-type-invalid
*go-sendxmpp	go-sendxmpp	0.5.6	2026-11
-service-unavailable	client-unknown-namespace	client-unknown-namespace-of-server	client-version	client-unknown-command	client-ibb	client-si	client-jingle	client-without-id
*tkabber	tkabber	1.1.2	2026-11
-service-unavailable	client-unknown-namespace	client-unknown-namespace-of-server	client-ping	client-jingle	client-two-payloads	client-no-payload	client-without-id
-not-allowed	client-disco-unknown-node	client-unknown-command
-bad-request	client-ibb	client-si
*biboumi	biboumi	9.0	2026-11
-feature-not-implemented	client-unknown-namespace	client-unknown-namespace-of-server	client-disco-unknown-node	client-ibb	client-si	client-jingle	client-two-payloads	client-no-payload	client-type-invalid
-item-not-found	client-unknown-command
-bad-request	client-without-id	client-type-invalid
*Twisted words	Twisted words	22.4.0	2026-11
*iksemel	iksemel	1.4	2026-11
*Psi	Psi	1.5	2026-11
-feature-not-implemented	client-unknown-namespace	client-unknown-namespace-of-server	client-unknown-command	client-si	client-jingle	client-two-payloads	client-no-payload	client-without-id
-item-not-found	client-disco-unknown-node
-forbidden	client-ibb
*bitlbee	bitlbee	3.6	2026-11
-service-unavailable	client-unknown-namespace	client-unknown-namespace-of-server	client-two-payloads	client-no-payload
-feature-not-implemented	client-unknown-namespace
-item-not-found	client-si
`;
