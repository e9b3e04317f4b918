// Generated from data/documents.tsv and data/namespaces.tsv by `npm run generate`; change it there (see data/README.md).

export const extensionTable = `
RFC 3921		XMPP: Instant Messaging and Presence	RFC
 urn:ietf:params:xml:ns:xmpp-session
RFC 3923		End-to-End Signing and Object Encryption for XMPP	RFC
 urn:ietf:params:xml:ns:xmpp-e2e
 urn:ietf:params:xml:xmpp-e2e urn:ietf:params:xml:ns:xmpp-e2e
RFC 4575		A SIP Event Package for Conference State	RFC
 urn:ietf:params:xml:ns:conference-info
RFC 5070		The Incident Object Description Exchange Format	RFC
 urn:ietf:params:xml:ns:iodef-1.0
RFC 6120		Extensible Messaging and Presence Protocol (XMPP): Core	RFC
 http://etherx.jabber.org/streams
 jabber:client
 jabber:server
 urn:ietf:params:xml:ns:xmpp-bind
 urn:ietf:params:xml:ns:xmpp-sasl
 urn:ietf:params:xml:ns:xmpp-stanzas
 urn:ietf:params:xml:ns:xmpp-streams
 urn:ietf:params:xml:ns:xmpp-tls
RFC 6121		XMPP: Instant Messaging and Presence	RFC
 jabber:iq:roster
 +features:pre-approval
 +features:rosterver
RFC 6351		xCard: vCard XML Representation	RFC
 urn:ietf:params:xml:ns:vcard-4.0
RFC 7395		An XMPP Subprotocol for WebSocket	RFC
 urn:ietf:params:xml:ns:xmpp-framing
XEP-0003	pass	Proxy Accept Socket Service (PASS)	Obsolete
 jabber:iq:pass
XEP-0004	x-data	Data Forms	Final
 jabber:x:data
XEP-0008		IQ-Based Avatars	Obsolete
 jabber:iq:avatar
 jabber:x:avatar
 storage:client:avatar
XEP-0009	jabber-rpc	Jabber-RPC	Final
 jabber:iq:rpc
XEP-0011	iq-browse	Jabber Browsing	Obsolete
 jabber:iq:browse
XEP-0012	iq-last	Last Activity	Final
 jabber:iq:last
XEP-0013	offline	Flexible Offline Message Retrieval	Deprecated
 ~offline
XEP-0014		Message Tone	Rejected
 jabber:x:tone
XEP-0015		Account Transfer	Rejected
 jabber:iq:accountxfer
XEP-0016	privacy	Privacy Lists	Deprecated
 jabber:iq:privacy
XEP-0020	feature-neg	Feature Negotiation	Deprecated
 ~feature-neg
XEP-0021		Jabber Event Notification Service (ENS)	Retracted
 http://xml.cataclysm.cx/jabber/ens/
XEP-0022	x-event	Message Events	Obsolete
 jabber:x:event
XEP-0023	x-expire	Message Expiration	Obsolete
 jabber:x:expire
XEP-0024		Publish/Subscribe	Retracted
 jabber:iq:pubsub
XEP-0027	openpgp	Current Jabber OpenPGP Usage	Obsolete
 jabber:x:encrypted
 jabber:x:signed
XEP-0030	disco	Service Discovery	Final
 ~disco#info
 ~disco#items
XEP-0031		A Framework For Securing Jabber Conversations	Deferred
 jabber:security
 jabber:security:key
 jabber:security:keyTransport
 jabber:security:message
 jabber:security:session
XEP-0033	address	Extended Stanza Addressing	Stable
 ~address
XEP-0037		DSPS - Data Stream Proxy Service	Rejected
 jabber:iq:dsps
XEP-0039		Statistics Gathering	Deferred
 ~stats
XEP-0041	rel	Reliable Entity Link	Retracted
 filexfer
 ~rel
XEP-0042	JOBS	Jabber OOB Broadcast Service (JOBS)	Retracted
 ~jobs
XEP-0043		Jabber Database Access	Retracted
 http://openaether.org/projects/jabber_database.html
XEP-0045	muc	Multi-User Chat	Stable
 ~muc
 ~muc#admin
 ~muc#owner
 ~muc#user
XEP-0046		DTCP	Retracted
 ~dtcp
XEP-0047	ibb	In-Band Bytestreams	Final
 ~ibb
XEP-0048	bookmarks	Bookmarks	Deprecated
 storage:bookmarks
XEP-0049	iq-private	Private XML Storage	Active
 jabber:iq:private
XEP-0050	commands	Ad-Hoc Commands	Stable
 ~commands
XEP-0051		Connection Transfer	Obsolete
 +cxfr
XEP-0052		File Transfer	Retracted
 http://www.jabber.org/protocol/filexfer
XEP-0054	vcard-temp	vcard-temp	Active
 vcard-temp
XEP-0055	iq-search	Jabber Search	Active
 jabber:iq:search
XEP-0056		Business Data Interchange	Deferred
 ~ansi_x.12
 ~ebxml
 ~sap_idoc
XEP-0057		Extended Roster	Retracted
 jabber:x:roster:item
XEP-0058		Multi-User Text Editing	Deferred
 ~mute#editor
 ~mute#server
XEP-0059	rsm	Result Set Management	Stable
 ~rsm
XEP-0060	pubsub	Publish-Subscribe	Stable
 ~pubsub
 ~pubsub#errors
 ~pubsub#event
 ~pubsub#integer-or-max
 ~pubsub#owner
XEP-0061		Shared Notes	Deferred
 http://www.jabber.org/protocol/sharednote
XEP-0062		Packet Filtering	Deferred
 ~filter
 ~filter/header
 ~filter/redirect
XEP-0063		Basic Filtering Operations	Deferred
 ~filter/basic
XEP-0064		XPath Filtering	Deferred
 ~filter/xpath
XEP-0065	bytestreams	SOCKS5 Bytestreams	Stable
 ~bytestreams
XEP-0066	oob	Out of Band Data	Stable
 jabber:iq:oob
 jabber:x:oob
XEP-0067		Stock Data Transmission	Deferred
 http://www.jabber.org/jeps/jep-0067.html
XEP-0070	http-auth	Verifying HTTP Requests via XMPP	Stable
 ~http-auth
XEP-0071	xhtml-im	XHTML-IM	Deprecated
 ~xhtml-im
XEP-0072	soap	SOAP Over XMPP	Stable
 ~soap
 ~soap#fault
XEP-0074	sac	Simple Access Control	Retracted
 ~sac
XEP-0075		Jabber Object Access Protocol (JOAP)	Deferred
 jabber:iq:joap
XEP-0076	evil	Malicious Stanzas	Active
 ~evil
XEP-0077	iq-register	In-Band Registration	Final
 http://jabber.org/features/iq-register
 jabber:iq:register
XEP-0078	iq-auth	Non-SASL Authentication	Obsolete
 http://jabber.org/features/iq-auth
 jabber:iq:auth
XEP-0079	amp	Advanced Message Processing	Stable
 http://jabber.org/features/amp
 ~amp
 ~amp#errors
XEP-0080	geoloc	User Location	Stable
 ~geoloc
XEP-0081	mimetype	Jabber MIME Type	Retracted
 ~mimetype
XEP-0083	nestedgroups	Nested Roster Groups	Active
 roster:delimiter
XEP-0084	avatar	User Avatar	Stable
 +avatar:data
 +avatar:metadata
XEP-0085	chatstates	Chat State Notifications	Final
 ~chatstates
XEP-0088	webtab	Client Webtabs	Deferred
 ~webtab
XEP-0089		Generic Alerts	Deferred
 ~alert
XEP-0090	iq-time	Legacy Entity Time	Obsolete
 jabber:iq:time
XEP-0091	x-delay	Legacy Delayed Delivery	Obsolete
 jabber:x:delay
XEP-0092	iq-version	Software Version	Stable
 jabber:iq:version
XEP-0093	x-roster	Roster Item Exchange	Deprecated
 jabber:x:roster
XEP-0094	iq-agents	Agent Information	Obsolete
 jabber:iq:agents
XEP-0095	si	Stream Initiation	Deprecated
 ~si
XEP-0096	si-filetransfer	SI File Transfer	Deprecated
 ~si/profile/file-transfer
XEP-0097	ice	iCal Envelope	Deferred
 ~gw/ical
XEP-0098	private-xml	Enhanced Private XML Storage	Deferred
 ~private-xml
XEP-0100	gateway	Gateway Interaction	Active
 jabber:iq:gateway
XEP-0101		HTTP Authentication using Jabber Tickets	Deferred
 ~ticket
XEP-0102		Security Extensions	Deferred
 xmpp:sec
XEP-0103	url-data	URL Address Information	Deferred
 ~url-data
XEP-0104		HTTP Scheme for URL Data	Deferred
 ~url-data/scheme/http
XEP-0105	si-treetransfer	Tree Transfer Stream Initiation Profile	Deferred
 http://jabber.org/profile/si/profile/tree-transfer ~si/profile/tree-transfer
 ~si/profile/tree-transfer
XEP-0107	mood	User Mood	Stable
 ~mood
XEP-0108	activity	User Activity	Stable
 ~activity
XEP-0109	ooo	Out-of-Office Messages	Deferred
 +ooo:0
XEP-0110		Generic Maps	Deferred
 ~map
XEP-0111	tins	A Transport for Initiating and Negotiating Sessions (TINS)	Retracted
 ~tins
XEP-0112	physloc	User Physical Location	Obsolete
 ~physloc
XEP-0113		Simple Whiteboarding	Deferred
 ~swb
XEP-0114	component	Jabber Component Protocol	Active
 jabber:component:accept
 jabber:component:connect
XEP-0115	caps	Entity Capabilities	Stable
 ~caps
XEP-0116		Encrypted Session Negotiation	Deferred
 http://www.xmpp.org/extensions/xep-0116.html#ns
 http://www.xmpp.org/extensions/xep-0116.html#ns-init
XEP-0118	tune	User Tune	Stable
 ~tune
XEP-0120	infobits	Infobits	Retracted
 ~infobits
XEP-0122	xdata-validate	Data Forms Validation	Stable
 ~xdata-validate
XEP-0124	bosh	Bidirectional-streams Over Synchronous HTTP (BOSH)	Stable
 ~httpbind
XEP-0129		WebDAV File Transfers	Deferred
 http://www.xmpp.org/extensions/xep-0129#ns
 http://www.xmpp.org/extensions/xep-0129.html#ns
XEP-0130	waitinglist	Waiting Lists	Deprecated
 ~waitinglist
XEP-0131	shim	Stanza Headers and Internet Metadata	Stable
 ~shim
XEP-0132	poke	Presence Obtained via Kinesthetic Excitation (POKE)	Active
 ~poke
XEP-0133	admin	Service Administration	Active
 ~admin
XEP-0135	files	File Sharing	Deferred
 ~files
XEP-0136	archive	Message Archiving	Deprecated
 +archive
 +archive:data
 +tmp:archive +archive
XEP-0137	sipub	Publishing Stream Initiation Requests	Deprecated
 ~sipub
XEP-0138	compress	Stream Compression	Obsolete
 http://jabber.org/features/compress
 ~compress
XEP-0141	xdata-layout	Data Forms Layout	Stable
 ~xdata-layout
XEP-0142		Workgroup Queues	Deferred
 ~workgroup
XEP-0144	rosterx	Roster Item Exchange	Stable
 ~rosterx
XEP-0145	rosternotes	Annotations	Active
 storage:rosternotes
XEP-0146	rc	Remote Controlling Clients	Obsolete
 ~rc
XEP-0148	iq-iq	Instant Messaging Intelligence Quotient (IM IQ)	Active
 jabber:iq:iq
XEP-0150		Use of Entity Tags in XMPP Extensions	Deferred
XEP-0152	reach	Reachability Addresses	Stable
 +reach:0
XEP-0153	vcard-avatar	vCard-Based Avatars	Active
 vcard-temp:x:update
XEP-0154		User Profile	Deferred
 +tmp:profile
XEP-0155	ssn	Stanza Session Negotiation	Stable
 +chatneg +ssn
 +ssn
XEP-0156	alt-connections	Discovering Alternative XMPP Connection Methods	Stable
 +alt-connections
XEP-0158	captcha	CAPTCHA Forms	Stable
 +captcha
XEP-0161		Abuse Reporting	Deferred
 +tmp:abuse
XEP-0164	vcard-temp-filter	vCard Filtering	Deferred
 vcard-temp-filter
XEP-0166	jingle	Jingle	Stable
 ~jingle +jingle:1
 http://www.xmpp.org/extensions/xep-0166.html#ns
 +jingle:0 +jingle:1
 +jingle:1
 +jingle:errors:0 +jingle:errors:1
 +jingle:errors:1
 +tmp:jingle +jingle:1
XEP-0167	jingle-rtp	Jingle RTP Sessions	Stable
 +jingle:apps:rtp:0 +jingle:apps:rtp:1
 +jingle:apps:rtp:1
 +jingle:apps:rtp:errors:1
 +jingle:apps:rtp:info:1
XEP-0168		Resource Application Priority	Deferred
 +rap:0
 +raproute:0
XEP-0171	langtrans	Language Translation	Stable
 +langtrans
 +langtrans#items
 +langtrans:items
XEP-0172	nick	User Nickname	Stable
 ~nick
XEP-0173	pubsubs	Pubsub Subscription Storage	Deferred
 storage:pubsubs
XEP-0176	jingle-ice-udp	Jingle ICE-UDP Transport Method	Stable
 +jingle:transports:ice-udp:0 +jingle:transports:ice-udp:1
 +jingle:transports:ice-udp:1
XEP-0177	jingle-raw-udp	Jingle Raw UDP Transport Method	Stable
 http://www.xmpp.org/extensions/xep-0177.html#ns
 +jingle:transports:raw-udp:0 +jingle:transports:raw-udp:1
 +jingle:transports:raw-udp:1
XEP-0179	jingle-iax	Jingle IAX Transport Method	Deferred
 ~jingle/info/iax
 ~jingle/transport/iax
XEP-0180		Jingle Video via RTP	Retracted
 +jingle:app:video-rtp
 +jingle:app:video-rtp:errors
 +tmp:jingle:apps:video
 +tmp:jingle:apps:video-rtp
 +tmp:jingle:apps:video:errors
XEP-0181		Jingle DTMF	Deferred
 +jingle:dtmf:0
XEP-0182	errors	Application-Specific Error Conditions	Active
 ~errors +errors
 +errors
XEP-0183	telepathy	Jingle Telepathy Transport	Active
 ~jingle/info/telepathy
 ~jingle/transport/telepathy
XEP-0184	receipts	Message Delivery Receipts	Stable
 +receipts
XEP-0186	invisible	Invisible Command	Deferred
 +invisible:1
XEP-0187		Offline Encrypted Sessions	Deferred
 http://www.xmpp.org/extensions/xep-0187.html#ns
XEP-0189		Public Key Publishing	Deferred
 +attest:2
 +pubkey:0 +pubkey:2
 +pubkey:1 +pubkey:2
 +pubkey:2
 +revoke:2
 +tmp:pubkey +pubkey:2
XEP-0191	blocking	Blocking Command	Stable
 +blocking
 +blocking:errors
XEP-0193		Proposed Resource Binding Improvements	Obsolete
XEP-0194		User Chatting	Deferred
 +chatting:0
XEP-0195		User Browsing	Deferred
 +browsing:0
XEP-0196		User Gaming	Deferred
 +gaming:0
XEP-0197		User Viewing	Deferred
 +viewing:0
XEP-0198	sm	Stream Management	Stable
 +sm:2 +sm:3
 +sm:3
XEP-0199	ping	XMPP Ping	Final
 +ping
XEP-0200		Stanza Encryption	Deferred
 http://www.xmpp.org/extensions/xep-0200.html#ns
XEP-0202	time	Entity Time	Final
 +time
XEP-0203	delay	Delayed Delivery	Final
 +delay
XEP-0204		Collaborative Data Objects	Deferred
 http://mitre.org/MTP/CDO-DL
 http://www.xmpp.org/extensions/xep-0204.html#ns
 http://www.xmpp.org/extensions/xep-0204.html#ns-data-sync
 http://www.xmpp.org/extensions/xep-0204.html#ns-state
 http://www.xmpp.org/extensions/xep-0204.html#ns-types
XEP-0205		Best Practices to Discourage Denial of Service Attacks	Active
XEP-0206	xbosh	XMPP Over BOSH	Stable
 +xbosh
XEP-0208		Bootstrapping Implementation of Jingle	Retracted
 http://www.xmpp.org/extensions/xep-0208.html#ns
XEP-0209		Metacontacts	Deferred
 storage:metacontacts
XEP-0214		File Repository and Sharing	Deferred
 ~fileshare#item_config
 ~fileshare#item_metadata
 ~si/profile/fileshare
XEP-0215	extdisco	External Service Discovery	Stable
 +extdisco:2
XEP-0219		Hop Check	Retracted
 http://www.xmpp.org/extensions/xep-0219.html#ns
XEP-0220	dialback	Server Dialback	Stable
 jabber:server:dialback
 +dialback:errors
 +features:dialback
XEP-0221	media-element	Data Forms Media Element	Stable
 +media-element
XEP-0224	attention	Attention	Stable
 +attention:0
XEP-0225	component	Component Connections	Deferred
 +component:0
XEP-0227	pie	Portable Import/Export Format for XMPP-IM Servers	Stable
 +pie
 +pie:0
 +pie:0#mam
 +pie:0#scram
XEP-0231	bob	Bits of Binary	Stable
 +bob
XEP-0233	kerberos5	XMPP Server Registration for use with Kerberos V5	Stable
 +domain-based-name:1
XEP-0234	jingle-ft	Jingle File Transfer	Deferred
 +jingle:apps:file-transfer:0 +jingle:apps:file-transfer:5
 +jingle:apps:file-transfer:1 +jingle:apps:file-transfer:5
 +jingle:apps:file-transfer:2 +jingle:apps:file-transfer:5
 +jingle:apps:file-transfer:3 +jingle:apps:file-transfer:5
 +jingle:apps:file-transfer:4 +jingle:apps:file-transfer:5
 +jingle:apps:file-transfer:5
 +jingle:apps:file-transfer:errors:0
 +jingle:apps:file-transfer:info:2
XEP-0235		OAuth Over XMPP	Deferred
 +oauth:0
 +oauth:0:errors
 +tmp:oauth +oauth:0
XEP-0239		Binary XMPP	Active
 +bxmpp
XEP-0244		IO Data	Deferred
 +tmp:data-element
 +tmp:io-data
XEP-0247		Jingle XML Streams	Deferred
 +jingle:apps:xmlstream:0
XEP-0248		PubSub Collection Nodes	Deferred
XEP-0249	x-conference	Direct MUC Invitations	Stable
 jabber:x:conference
XEP-0250		C2C Authentication Using TLS	Deferred
 +tmp:c2ctls
XEP-0251		Jingle Session Transfer	Deferred
 +jingle:transfer:0
XEP-0253		PubSub Chaining	Deferred
 ~pubsub#chaining
XEP-0254		PubSub Queueing	Deferred
 +pubsub:queueing:0
 +queueing:0
XEP-0255		Location Query	Deferred
 +locationquery:0
XEP-0257		Client Certificate Management for SASL EXTERNAL	Deferred
 +saslcert:1
XEP-0258	sec-label	Security Labels in XMPP	Stable
 +sec-label:0
 +sec-label:catalog:2
 +sec-label:ess:0
XEP-0259	mine	Message Mine-ing	Deferred
 +tmp:mine:0
XEP-0260	jingle-s5b	Jingle SOCKS5 Bytestreams Transport Method	Stable
 +jingle:transports:s5b:0 +jingle:transports:s5b:1
 +jingle:transports:s5b:1
XEP-0261	jingle-ibb	Jingle In-Band Bytestreams Transport Method	Stable
 +jingle:transports:ibb:0 +jingle:transports:ibb:1
 +jingle:transports:ibb:1
XEP-0262	jingle-zrtp	Use of ZRTP in Jingle RTP Sessions	Stable
 +jingle:apps:rtp:zrtp:0 +jingle:apps:rtp:zrtp:1
 +jingle:apps:rtp:zrtp:1
XEP-0264	thumbs	Jingle Content Thumbnails	Experimental
 +thumbs:0 +thumbs:1
 +thumbs:1
XEP-0265		Out-of-Band Stream Data	Deferred
 +jingle:apps:out-of-band:0
XEP-0268		Incident Handling	Deferred
 +incident:0 +incident:2
 +incident:2
 +jid:0
XEP-0272	muji	Multiparty Jingle (Muji)	Experimental
 +jingle:muji:0
XEP-0273	sift	Stanza Interception and Filtering Technology (SIFT)	Deferred
 +sift:1 +sift:2
 +sift:2
XEP-0275	reputation	Entity Reputation	Deferred
 +reputation:0
XEP-0276		Presence Decloaking	Deferred
 +decloak:0
XEP-0278	jinglenodes	Jingle Relay Nodes	Deferred
 ~jinglenodes
 ~jinglenodes#channel
 ~jinglenodes#turncredentials
XEP-0279	sic	Server IP Check	Deferred
 +sic:0 +sic:1
 +sic:1
XEP-0280	carbons	Message Carbons	Stable
 +carbons:0 +carbons:2
 +carbons:2
XEP-0281		DMUC1: Distributed Multi-User Chat	Retracted
 +dmuc:0
XEP-0282		DMUC2: Distributed MUC	Deferred
 +tmp:dmuc:0
XEP-0283	moved	Moved	Experimental
 +moved:0 +moved:1
 +moved:1
XEP-0284		Shared XML Editing	Experimental
 +jingle:apps:xhtml
 +jingle:transport:sxe
 +jingle:transports:sxe
 +sxe
 +sxe:0
XEP-0285		Encapsulating Digital Signatures in XMPP	Deferred
 +signed
 +signed:0
XEP-0287		Spim Markers and Reports	Deferred
 +spim-marker:0
 +spim-report:0
XEP-0288	bidi	Bidirectional Server-to-Server Connections	Stable
 +bidi
 +features:bidi
XEP-0289	FMUC	Federated MUC for Constrained Environments	Deferred
 http://isode.com/protocol/fmuc
XEP-0290		Encapsulated Digital Signatures in XMPP	Deferred
 +dsig
 +dsig:0
XEP-0291		Service Delegation	Deferred
 +tmp:delegate
XEP-0293		Jingle RTP Feedback Negotiation	Stable
 +jingle:apps:rtp:rtcp-fb:0
XEP-0294		Jingle RTP Header Extensions Negotiation	Stable
 +jingle:apps:rtp:rtp-hdrext:0
XEP-0297	forward	Stanza Forwarding	Stable
 +forward:0
XEP-0298	coin	Delivering Conference Information to Jingle Participants (Coin)	Deferred
 +coin:1
XEP-0300	hashes	Use of Cryptographic Hash Functions in XMPP	Stable
 +hashes:0 +hashes:2
 +hashes:1 +hashes:2
 +hashes:2
XEP-0301	rtt	In-Band Real Time Text	Stable
 +rtt:0
XEP-0303		Commenting	Deferred
 +tmp:comments:0
XEP-0304		Whitespace Keepalive Negotiation	Deferred
 +keepalive:0
XEP-0305		XMPP Quickstart	Deferred
 +features:pipelining
XEP-0306		Extensible Status Conditions for Multi-User Chat	Deferred
 +muc:conditions:1
XEP-0307	muc-unique	Unique Room Names for Multi-User Chat	Deferred
 ~muc#unique
XEP-0308	message-correct	Last Message Correction	Stable
 +message-correct:0
XEP-0309		Service Directories	Deferred
 +vcard:ca:0
 +vcard:registration:1
XEP-0310	PSA	Presence State Annotations	Deferred
 +psa
XEP-0311	MFR	MUC Fast Reconnect	Deferred
 +presence-session:0
XEP-0312		PubSub Since	Deferred
 +ago:0
XEP-0313	mam	Message Archive Management	Stable
 +mam:1 +mam:2
 +mam:2
 +mam:tmp +mam:2
XEP-0314		Security Labels in PubSub	Deferred
 +sec-label:pubsub:0
 +sec-label:pubsub:errors:0
XEP-0315	xml-element	Data Forms XML Element	Deferred
 +xml-element
XEP-0317		Hats	Experimental
 +hats:0
XEP-0319	idle	Last User Interaction in Presence	Stable
 +idle:1
XEP-0320		Use of DTLS-SRTP in Jingle Sessions	Stable
 +jingle:apps:dtls:0
XEP-0321		Remote Roster Management	Deferred
 +tmp:roster-management:0
XEP-0322	exi	Efficient XML Interchange (EXI) Format	Deferred
 ~compress/exi
 +exi:cs
XEP-0323	sensor-data	Internet of Things - Sensor Data	Retracted
 +iot:sensordata
XEP-0324	sensor-network-provisioning	Internet of Things - Provisioning	Retracted
 +iot:provisioning
XEP-0325	sensor-network-control	Internet of Things - Control	Retracted
 +iot:control
XEP-0326	sensor-network-concentrators	Internet of Things - Concentrators	Retracted
 +iot:concentrators
XEP-0327		Rayo	Deferred
 +rayo:1
 +rayo:call:1
 +rayo:client:1
 +rayo:ext:1
 +rayo:ext:complete:1
 +rayo:input:1
 +rayo:input:complete:1
 +rayo:mixer:1
 +rayo:output:1
 +rayo:output:complete:1
 +rayo:prompt:1
 +rayo:record:1
 +rayo:record:complete:1
XEP-0328	jid-prep	JID Preparation and Validation Service	Deferred
 +jidprep:1
XEP-0329	fis	File Information Sharing	Deferred
 +fis:0
XEP-0330		Pubsub Subscription	Deferred
 +pubsub:subscription:0
XEP-0331	color-parameter	Data Forms - Color Field Types	Deferred
 +xdata:color
XEP-0332		HTTP over XMPP transport	Deferred
 +http
XEP-0333		Displayed Markers	Stable
 +chat-markers:0
XEP-0334	hints	Message Processing Hints	Stable
 +hints
XEP-0335		JSON Containers	Deferred
 +json:0
XEP-0336	dynamic-forms	Data Forms - Dynamic Forms	Deferred
 +xdata:dynamic
XEP-0337	eventlogging	Event Logging over XMPP	Deferred
 +eventlog
XEP-0338		Jingle Grouping Framework	Stable
 +jingle:apps:grouping:0
XEP-0339		Source-Specific Media Attributes in Jingle	Stable
 +jingle:apps:rtp:ssma:0
XEP-0340	colibri	COnferences with LIghtweight BRIdging (COLIBRI)	Deferred
 http://jitsi.org/protocol/colibri
XEP-0341		Rayo CPA	Deferred
 +rayo:cpa:1
 +rayo:cpa:beep:1
 +rayo:cpa:busy:1
 +rayo:cpa:congestion:1
 +rayo:cpa:dtmf:1
 +rayo:cpa:fax-ced:1
 +rayo:cpa:fax-cng:1
 +rayo:cpa:modem:1
 +rayo:cpa:offhook:1
 +rayo:cpa:ring:1
 +rayo:cpa:sit:1
 +rayo:cpa:speech:1
 +rayo:cpa:vad:1
XEP-0342		Rayo Fax	Deferred
 +rayo:fax:1
 +rayo:fax:complete:1
XEP-0343	jingle-webrtc-datachannels	Signaling WebRTC datachannels in Jingle	Deferred
 +jingle:transports:dtls-sctp:1
 +jingle:transports:webrtc-datachannel:0
 +jingle:transports:webrtc-datachannel:1
XEP-0347	iot-discovery	Internet of Things - Discovery	Deferred
 +iot:discovery
XEP-0348	signing-forms	Signing Forms	Deferred
 +xdata:signature:oauth1
XEP-0349		Rayo Clustering	Deferred
 +rayo:gateway:1
 +rayo:node:1
XEP-0352	csi	Client State Indication	Stable
 +csi +csi:0
 +csi:0
XEP-0353	jingle-message	Jingle Message Initiation	Experimental
 +jingle-message:0
 +jingle:jingle-message:0
XEP-0354		Customizable Message Routing	Deferred
 +cmr:0
XEP-0355		Namespace Delegation	Experimental
 +delegation:2
XEP-0356		Privileged Entity	Experimental
 +privilege:2
XEP-0357	push	Push Notifications	Deferred
 +push:0
XEP-0358	jinglepub	Publishing Available Jingle Sessions	Deferred
 +jinglepub:1
XEP-0359	stanza-id	Unique and Stable Stanza IDs	Experimental
 +sid:0
XEP-0362		Raft over XMPP	Deferred
 +raft
XEP-0363		HTTP File Upload	Stable
 +http:upload:0
 +http:upload:purpose:0
XEP-0366	EV	Entity Versioning	Deferred
 +entityver:0
 +entityver:0:search
 +entityver:profile:roster:0
XEP-0367	message-attaching	Message Attaching	Deferred
 +message-attaching:1
XEP-0369	MIX-CORE	Mediated Information eXchange (MIX)	Experimental
 +mix:0 +mix:core:1
 +mix:core:1
XEP-0370		Jingle HTTP Transport Method	Deferred
 +jingle:transports:http:0
 +jingle:transports:http:info:0
 +jingle:transports:http:upload:0
XEP-0371	jingle-ice	Jingle ICE Transport Method	Deferred
 +jingle:transports:ice:0
XEP-0372	Refs	References	Experimental
 +reference:0
XEP-0373	ox	OpenPGP for XMPP	Experimental
 +openpgp:0
XEP-0376	pam	Pubsub Account Management	Deferred
 +pam:0
XEP-0377		Blocking Command Reports	Proposed
 +reporting:1
XEP-0379	pars	Pre-Authenticated Roster Subscription	Proposed
 +pars:0
XEP-0380	EME	Explicit Message Encryption	Deferred
 +eme:0
XEP-0382	spoilers	Spoiler messages	Deferred
 +spoiler:0
XEP-0383	burner	Burner JIDs	Experimental
 +burner:0
XEP-0384	OMEMO	OMEMO Encryption	Experimental
 eu.siacs.conversations.axolotl +omemo:2
 +omemo:0 +omemo:2
 +omemo:1 +omemo:2
 +omemo:2
XEP-0385	sims	Stateless Inline Media Sharing (SIMS)	Deferred
 +sims:1
XEP-0386	bind2	Bind 2	Stable
 +bind2:0 +bind:0
 +bind2:1 +bind:0
 +bind:0
XEP-0388	sasl2	Extensible SASL Profile	Stable
 +sasl:0 +sasl:2
 +sasl:1 +sasl:2
 +sasl:2
XEP-0389	ibr2	Extensible In-Band Registration	Experimental
 +register:0
XEP-0390	ecaps2	Entity Capabilities 2.0	Deferred
 +caps
XEP-0391	jet	Jingle Encrypted Transports	Deferred
 +jingle:jet:0
XEP-0393	styling	Message Styling	Stable
 +styling:0
XEP-0394	markup	Message Markup	Experimental
 +markup:0
XEP-0395	cap	Atomically Compare-And-Publish PubSub Items	Deferred
 +pubsub:cap:0
XEP-0397	isr	Instant Stream Resumption	Deferred
 https://xmpp.org/extensions/isr/0
 +isr:0 https://xmpp.org/extensions/isr/0
XEP-0399	client-key	Client Key Support	Deferred
 +client-key:0
XEP-0400	mfa	Multi-Factor Authentication with TOTP	Deferred
 +mfa:0
XEP-0402	bookmarks2	PEP Native Bookmarks	Stable
 +bookmarks:1
XEP-0403	MIX-PRESENCE	Mediated Information eXchange (MIX): Presence Support.	Deferred
 +mix:presence:0
XEP-0404	MIX-ANON	Mediated Information eXchange (MIX): JID Hidden Channels.	Deferred
 +mix:anon:0
XEP-0405	MIX-PAM	Mediated Information eXchange (MIX): Participant Server Requirements	Experimental
 +mix:pam:2
 +mix:roster:0
XEP-0406	MIX-ADMIN	Mediated Information eXchange (MIX): MIX Administration	Deferred
 +mix:admin:0
XEP-0407	MIX-MISC	Mediated Information eXchange (MIX): Miscellaneous Capabilities	Deferred
 +mix:misc:0
XEP-0409	IM-NG	IM Routing-NG	Deferred
 +im-ng:0
XEP-0413		Order-By	Experimental
 +order-by:0 +order-by:1
 +order-by:1
XEP-0417		E2E Authentication in XMPP: Certificate Issuance and Revocation	Deferred
 +x509:0
XEP-0418	dox	DNS Queries over XMPP (DoX)	Deferred
 +dox:0
XEP-0420	SCE	Stanza Content Encryption	Experimental
 +sce:0 +sce:1
 +sce:1
XEP-0421	occupant-id	Occupant identifiers for semi-anonymous MUCs	Stable
 +occupant-id:0
XEP-0422	fasten	Message Fastening	Deferred
 +fasten:0
XEP-0424	message-retract	Message Retraction	Proposed
 +message-retract:1
XEP-0425	message-moderation	Moderated Message Retraction	Experimental
 +message-moderate:1
XEP-0427	mamfc	MAM Fastening Collation	Deferred
 +mamfc:0
XEP-0428	fallback	Fallback Indication	Experimental
 +fallback:0
XEP-0430	inbox	Inbox	Deferred
 +inbox:1
XEP-0432	udt	Simple JSON Messaging	Deferred
 +json-msg:0
XEP-0433	ECS	Extended Channel Search	Deferred
 +channel-search:0:error
 +channel-search:0:search
XEP-0434	TM	Trust Messages (TM)	Experimental
 +tm:1
XEP-0435		Reminders	Deferred
 +reminders:0
XEP-0436	omnipresent-muc-affiliates	MUC presence versioning	Deferred
 +muc-presence-versioning:0
XEP-0437		Room Activity Indicators	Deferred
 +rai:0
XEP-0439		Quick Response	Deferred
 +tmp:quick-response
XEP-0440	sasl-cb-types	SASL Channel-Binding Type Capability	Stable
 +sasl-cb:0
XEP-0444	reactions	Message Reactions	Experimental
 +reactions:0
XEP-0445	ibr-token	Pre-Authenticated In-Band Registration	Proposed
 +ibr-token:0
XEP-0446	file-metadata	File metadata element	Experimental
 +file:metadata:0
XEP-0447	sfs	Stateless file sharing	Experimental
 +sfs:0
XEP-0448	esfs	Encryption for stateless file sharing	Experimental
 +esfs:0
XEP-0449	stickers	Stickers	Experimental
 +stickers:0
XEP-0450	ATM	Automatic Trust Management (ATM)	Experimental
 +atm:0 +atm:1
 +atm:1
XEP-0451	mux	Stanza Multiplexing	Experimental
 +mux:0
XEP-0452		MUC Mention Notifications	Experimental
 +mmn:0
XEP-0453		DOAP usage in XMPP	Experimental
 https://linkmauve.fr/ns/xmpp-doap#
XEP-0456	crl	Content Rating Labels	Experimental
 +crl:0
XEP-0461	reply	Message Replies	Experimental
 +reply:0
XEP-0462		PubSub Type Filtering	Experimental
 +pubsub-filter:0
XEP-0463	mav	MUC Affiliations Versioning	Experimental
 +muc:affiliations:0 +muc:affiliations:1
 +muc:affiliations:1
XEP-0464	cookies	Cookies	Active
 +tmp:cookies
XEP-0465	pps	Pubsub Public Subscriptions	Experimental
 +pps:0
XEP-0466		Ephemeral Messages	Experimental
 +ephemeral:0
XEP-0468		WebSocket S2S	Experimental
 urn:ietf:params:xml:ns:xmpp-framing-server
XEP-0469	bookmarkspinning	Bookmark Pinning	Experimental
 +bookmarks-pinning:0
XEP-0470	pubsub-attachments	Pubsub Attachments	Experimental
 +pubsub-attachments:1
 +pubsub-attachments:summary:0 +pubsub-attachments:summary:1
 +pubsub-attachments:summary:1
XEP-0471	calendar-events	Calendar Events	Experimental
 +calendar-events:0
XEP-0473	oxps	OpenPGP for XMPP Pubsub	Experimental
 +openpgp:pubsub:0
XEP-0475	pubsub-signing	Pubsub Signing	Experimental
 +pubsub-signing:0
XEP-0476	pss-ox	Pubsub Signing: OpenPGP Profile	Experimental
 +pubsub-signing:openpgp:0
XEP-0477	pte	Pubsub Targeted Encryption	Experimental
 +pte:0
XEP-0478	sla	Stream Limits Advertisement	Experimental
 +stream-limits:0
XEP-0480	sut	SASL Upgrade Tasks	Experimental
 +sasl:upgrade:0
 +scram-upgrade:0
XEP-0481	content	Content Types in Messages	Experimental
 +content
XEP-0482	call-invites	Call Invites	Experimental
 +call-invites:0
XEP-0483	http_online-meetings	HTTP Online Meetings	Experimental
 +http:online-meetings:0
 +http:online-meetings:initiate:0
 +http:online-meetings:invite:0
XEP-0484	fast	Fast Authentication Streamlining Tokens	Proposed
 +fast:0
XEP-0485	serverinfo	PubSub Server Information	Stable
 +serverinfo:0
XEP-0488	muc-token-invite	MUC Token Invite	Experimental
 +muc-token-invite:0
XEP-0489	raa	Reporting Account Affiliations	Experimental
 +raa:0
XEP-0490	mds	Message Displayed Synchronization	Stable
 +mds:displayed:0
XEP-0491	webxdc	WebXDC	Experimental
 +webxdc:0
XEP-0492	notification-settings	Chat notification settings	Experimental
 +notification-settings:0 +notification-settings:1
 +notification-settings:1
XEP-0494	cam	Client Access Management	Experimental
 +cam:0
XEP-0496	pubsub-relationships	Pubsub Node Relationships	Experimental
XEP-0503	spaces	Server-side spaces	Experimental
 +spaces:0
 +spaces:avatar:metadata:0
 +spaces:banner:metadata:0
XEP-0505	file-input	Data Forms File Input Element	Experimental
 +file-input:0
XEP-0507		Jingle Content Category	Experimental
 +jingle:apps:category:0
XEP-0509	IAP	Initial Authentication Pipelining	Experimental
 +iap:0
XEP-0510	contacts	End-to-End Encrypted Contacts Metadata	Experimental
 +contacts:0
XEP-0512	dance	XMPP as Interpretive Dance	Active
 +dance:0
XEP-0513	mentions	Explicit Mentions	Experimental
 +mentions:0
XEP-0514	emoji-markup	Emoji Markup	Experimental
 +markup:emoji:0
XEP-0516	xid	XMPP Decentralized ID (XID)	Experimental
 +xid:0
XEP-0517	jingle-rtt-sync	Jingle Synchronized Real-Time Text	Experimental
 +jingle:apps:rtt-sync:0
inbox/account-management		Account Management	ProtoXEP
 +account:0
inbox/auth-tokens	xabber-tokens	Authorization Tokens	ProtoXEP
 https://xabber.com/protocol/auth-tokens
 https://xabber.com/protocol/auth-tokens#items
inbox/automatic-trust-management	ATM	Automatic Trust Management (ATM)	ProtoXEP
 +trust-messages:0
inbox/bmh	bmh	Body Markup Hints	ProtoXEP
 https://xmpp.org/extensions/bmh/0/
inbox/buttons		Simple Buttons	ProtoXEP
 +tmp:buttons
inbox/calendaring	calendar	Calendaring Extensions to Publish-Subscribe	ProtoXEP
 urn:ietf:params:xml:ns:caldav
 urn:ietf:params:xml:ns:xcal
 +tmp:calendar:0
 xmpp:tmp:calendar:0
inbox/compatibility-fallback	compat	Compatibility Fallbacks	ProtoXEP
 +compat:0
inbox/dna	dna	Domain Name Assertions	ProtoXEP
 +dna:0
inbox/events	events	Events	ProtoXEP
 +events:0
inbox/fsn		File Sharing Notifications	ProtoXEP
 +fsn:0
inbox/gateway-relayed-encryption	gre	Gateway Relayed Encryption	ProtoXEP
 +gre:0
inbox/ibr-token	ibr-token	Pre-Authenticated In-Band Registration	ProtoXEP
 +invite
inbox/inbox	inbox	Inbox	ProtoXEP
 +inbox:0
inbox/instant-gaming		Instant Gaming	ProtoXEP
 ~games
inbox/iot-events	iot-events	Internet of Things - Events	ProtoXEP
 +iot:events
inbox/jid-mention		JID Mention	ProtoXEP
 +mention:0
inbox/jingle-geoloc	jingle-geoloc	Jingle User Location	ProtoXEP
 +jingle:apps:geoloc:0
inbox/jingle-sdp	jingle-sdp	Jingle SDP Content	ProtoXEP
 +jingle:apps:sdp
 +tmp:jingle:apps:dtls:0
inbox/jingle-xtls		XMPP Transport Layer Security	ProtoXEP
 +jingle:security:xtls:0
inbox/jingle-zrtp		Use of ZRTP in Jingle RTP Sessions	ProtoXEP
inbox/lop		Linked Process Protocol	ProtoXEP
 http://linkedprocess.org/2009/06/Farm#
inbox/muc-admin		Multi-User Chat Administration	ProtoXEP
 +muc-admin
inbox/muc-light		Multi-User Chat Light	ProtoXEP
 +muclight:0#affiliations
 +muclight:0#blocking
 +muclight:0#configuration
 +muclight:0#create
 +muclight:0#destroy
 +muclight:0#info
inbox/muji	muji	Muji	ProtoXEP
 http://telepathy.freedesktop.org/muji
inbox/multi-user_gaming	mug	Multi-User Gaming	ProtoXEP
 ~mug
 ~mug#owner
 ~mug#user
 ~mug/chess
inbox/new-muc	MUC2	New MUC	ProtoXEP
 +muc:0
inbox/omemo-filetransfer		OMEMO Encrypted Jingle File Transfer	ProtoXEP
 +jingle:apps:encrypted:file-transfer:0
inbox/payment-required		Payment Required	ProtoXEP
 +payment:0
inbox/peptzo		User Time Zone	ProtoXEP
 +timezone:0
inbox/problem-reporting		Problem Reporting	ProtoXEP
 +problem:0
inbox/pubsub-node-bookmark		Pubsub Node Bookmark	ProtoXEP
 +pubsub-node-bookmark:0
 +pubsub-node_bookmark:0
inbox/pubsub-ns	pubsub-ns	PubSub Namespaces	ProtoXEP
 +pubsub-ns:0
 +pubsub-ns:errors:0
 +pubsub-ns:restrict:0
inbox/qos	qos	Quality of Service	ProtoXEP
 +qos
inbox/remote-control	remote-control	Jingle Remote Control	ProtoXEP
 +jingle:apps:remote-control:0
inbox/replies	reply	Message Replies	ProtoXEP
 +feature-fallback:0
inbox/rest		REST with XMPP	ProtoXEP
 +rest-xwadl
 +rest:xml
 +rest:xwadl
 +xml-rest
inbox/room-activity-indicators		Room Activity Indicators	ProtoXEP
 xmpp:prosody.im/protocol/rai
inbox/sensors	sox	Sensor-Over-XMPP	ProtoXEP
 ~sox
inbox/service-outage-status		Service Outage Status	ProtoXEP
 +tmp:sos
inbox/shared-bosh		Shared BOSH	ProtoXEP
 +tmp:shared-bosh:0
inbox/sox		SIP/SDP Over XMPP (SoX)	ProtoXEP
 +sox:0
inbox/tictactoe		Tic-tac-toe	ProtoXEP
 ~games/tictactoe
inbox/tictactoe-mug		Server-based Tic-tac-toe	ProtoXEP
 ~mug/tictactoe
inbox/token-reconnection		Token-based reconnection	ProtoXEP
 erlang-solutions.com:xmpp:token-auth:0
inbox/tos	TOS	Terms of Services	ProtoXEP
 +tos:0
inbox/user-auth		Two-factor user authentication with a shared secret	ProtoXEP
 ~auth
inbox/userrating		User Rating	ProtoXEP
inbox/xep-ai		Communicate & Ask to AI	ProtoXEP
 +ai:0
inbox/xep-downgrade-prevention	SSDP	SASL SCRAM Downgrade Protection	ProtoXEP
 +ssdp:0
inbox/xep-gc-reporting	gcreport	Group Chat Reporting	ProtoXEP
 +gcreport:0
inbox/xep-mam-trimming	mamtrim	Message Archive Management: Trim Command	ProtoXEP
 +mamtrim:0
inbox/xep-occupant-mute-sync	mute	Occupant Mute Synchronization	ProtoXEP
 +mute:0
inbox/xtls		XMPP Transport Layer Security	ProtoXEP
 +tmp:xtls
 +xtls:0
`;
