// Generated from data/payload-*.tsv by `npm run generate`; change it there (see data/README.md).

export const payloadTable = `
eu.siacs.conversations.axolotl
 encrypted	14		.
 header	23	sid	.
 iv			.
 key		prekey;rid	.
 payload			.
http://isode.com/protocol/fmuc
 fmuc	13	from	.
 left			.
 nomirror			.
 reject			.
http://jabber.org/features/compress
 compression	12
 method			.
 required			.
http://jabber.org/features/iq-auth
 auth
http://jabber.org/profile/si/profile/tree-transfer
 directory	01	name	.
 file		name;sid	.
 tree	0	numfiles;size	.
~alert
 alert	12		.
 logo			.
 url			.
~ansi_x.12
 query			.
~compress
 compress	3
 compressed
 failure	456+
 method			.
 processing-failed
 setup-failed
 unsupported-method
~compress/exi
 datatypeRepresentationMap		representAs^;type^
 downloadSchema		url^
 downloadSchemaResponse	3456d	result^:boolean;url^
 error		message^
 httpError		code^:positive;message^
 invalidContentType		contentTypeReturned^
 invalidUrl		message^
 missingSchema		bytes^:positive;md5Hash^;ns^
 schema		bytes^:positive;md5Hash^;ns^
 setup	08	alignment=bit-packed|byte-alignment|pre-compression;blockSize:positive;compression:boolean;configurationId;configurationLocation;preserveComments:boolean;preserveDTD:boolean;preserveLexical:boolean;preservePIs:boolean;preservePrefixes:boolean;selfContained:boolean;sessionWideBuffers:boolean;strict:boolean;valueMaxLength:positive;valuePartitionCapacity:positive;version:positive
 setupResponse	078	agreement:boolean;alignment=bit-packed|byte-alignment|pre-compression;blockSize:positive;compression:boolean;configurationId;configurationLocation;preserveComments:boolean;preserveDTD:boolean;preserveLexical:boolean;preservePIs:boolean;preservePrefixes:boolean;selfContained:boolean;sessionWideBuffers:boolean;strict:boolean;valueMaxLength:positive;valuePartitionCapacity:positive;version:positive
 streamEnd
 streamStart	f*	from;id;to;version:decimal
 timeout		message^
 uploadSchema		bytes:positive;contentType=Text|ExiBody|ExiDocument;md5Hash	:base64
 xmlns		namespace^;prefix^
~ebxml
 ClassificationNodeFilter			.
 HasClassificationBranch	0		.
 RegistryEntryFilter			.
 RegistryEntryQuery	12		.
 query	3		.
~evil
 evil			.
~feature-neg
 feature	1+
 field		var	.
~files
 retrieve		node^
~fileshare#item_config
 checksum		type	.
 description			.
 entry	013567		.
 mime			.
 mirror		address;description;pass;port;ref;type;user	.
 mirrors	4		.
 modified			.
 size			.
~fileshare#item_metadata
 checksum		type	.
 description			.
 entry	013567		.
 mime			.
 mirror		address;description;pass;port;ref;type;user	.
 mirrors	4		.
 modified			.
 size			.
~filter
 action			.
 condition			.
 rule	01	description	.
 ruleset	2		.
~filter/basic
 bounce		code	.
 copy			.
 from			.
 iq			.
 presence			.
~filter/header
 from			.
~filter/redirect
 copy			.
 redirect			.
~filter/xpath
 xpath			.
~gw/ical
 ical			.
~jingle
 description			.
 jingle	0	action;initiator;sid	.
~jingle/transport/iax
 candidate		ip;name;port	.
 transport	0	password;secure;user;version	.
~jinglenodes
 channel		expire^;host^;id^;localport^;maxkbps;protocol^=udp|tpc|tcp;remoteport^
 relay		address^;policy^=public|roster;port;protocol^=udp|tpc|tcp
 services	1345
 stun		address^;policy^=public|roster;port;protocol^=udp|tcp
 tracker		address^;policy^=public|roster;port;protocol^=udp|tpc|tcp
 turn		address;password;policy=public|roster;port;protocol=udp|tcp;ttl;uri;username	.
~jinglenodes#channel
 channel		protocol	.
~jinglenodes#turncredentials
 turn		protocol	.
~map
 cluster	2	size;x;y	.
 img		height;src;width	.
 item		jid;lat;long;x;y	.
 layer	0125	id;offset_x;offset_y;scale	.
 map	3	id	.
 projection		x;y	.
~muc#unique
 unique			.
~mute#editor
 patch		id	.
 text		id	.
~mute#server
 item		desc;id;type	.
 list	0		.
 patch		id	.
 subscribe	0		.
~offline
 fetch			.
 item		action=remove|view;jid;node
 offline	013
 purge			.
~physloc
 area			.
 building			.
 country			.
 floor			.
 locality			.
 physloc	012346789a
 postalcode			.
 region			.
 room			.
 street			.
 text			.
~private-xml
 query		action	.
~sap_idoc
 query			.
~si
 bad-profile
 header		name	.
 no-valid-streams
 si	1+	id;mime-type;profile
~si/profile/file-transfer
 desc			.
 file	02	algo;date;hash;name;size:integer
 range		length:integer;offset:integer
~si/profile/fileshare
 fileshare	1		.
 list	2		.
 repo		address;description;node	.
~si/profile/tree-transfer
 directory	01	name^
 file		name^;sid^
 tree	0	numfiles^:integer;size^:integer
~sipub
 sipub	+	from;id^;mime-type;profile
 start		id
 starting		sid^
~stats
 error		code	.
 query	02	node	.
 stat	0	name;units;value	.
~swb
 delete		id^
 move		dx^:integer;dy^:integer;id^
 path		d^;id;stroke;stroke-width:integer
 x	012
~ticket
 query			.
~url-data
 desc			.
 malformed-url	*		.
 transfer-failed	*		.
 transfer-refused	*		.
 url-data	0+	sid;target^
~url-data/scheme/http
 auth	1	scheme^
 auth-param		name^;value^	.
 cookie		comment;domain;max-age:integer;name^;path;secure:boolean;value^;version
 header		name^;value	.
~waitinglist
 item	134+	id;jid;type=error
 name			.
 query	0
 remove
 uri		scheme	.
 waitlist	0
~webtab
 query	1		.
 webtab		id;name;type	.
~workgroup
 agent		jid^
 agent-status	5a
 agent-status-request	0
 available			.
 count			.
 current-chats			.
 depart-queue	7+
 jid			.
 join-queue	k+
 join-time			.
 max-chats			.
 notify-agents	35a
 notify-queue	4ino
 notify-queue-details	q
 offer	p+	jid
 offer-accept		jid^
 offer-reject		jid^
 offer-revoke	m	jid^
 oldest			.
 position			.
 queue-notifications
 queue-status	jo+
 reason			.
 status			=moderator|none|participant|visitor|open
 time			.
 timeout			.
 user	9jo	jid^
~xhtml-im
 html	+
http://jitsi.org/protocol/colibri
 channel	3	direction;expire;id;initiator;rtp-level-relay-type	.
 conference	2	id	.
 content	0	creator;name	.
 payload-type		channels;clockrate;id;name	.
http://mitre.org/MTP/CDO-DL
 Definition	45789	uuid^
 Description	*		.
 Label	*		.
 Layout	1+	default:boolean;uuid^
 Layouts	3
 MetaData	12a
 Method	1+	uuid^
 Methods	6
 States	+
 Type	b	rootElement^;schemaLocation
 Version			.
 schema	*		.
http://www.jabber.org/jeps/jep-0067.html
 ask			.
 bid			.
 name			.
 realtime	012456		.
 symbol			.
 time			.
 value			.
 x	3		.
http://www.jabber.org/protocol/sharednote
 bgcolor			.
 color			.
 font			.
 height			.
 note	012356789		.
 update			.
 width			.
 x			.
 y			.
 z			.
http://www.xmpp.org/extensions/xep-0116.html#ns-init
 init			.
http://www.xmpp.org/extensions/xep-0129#ns
 jidlist			.
http://www.xmpp.org/extensions/xep-0129.html#ns
 jid			.
 jidlist	0
http://www.xmpp.org/extensions/xep-0166.html#ns
 content		creator;name	.
 jingle	0	action;initiator;sid	.
http://www.xmpp.org/extensions/xep-0177.html#ns
 candidate		generation;ip;port	.
 transport	0		.
http://www.xmpp.org/extensions/xep-0200.html#ns
 c	12345
 data			.
 key			.
 mac			.
 new			:positive
 old			.
http://www.xmpp.org/extensions/xep-0204.html#ns
 attribute		name	.
 data-sync	2	event;packetID;protocol;type;uuid	.
 item	03	event;ref;type;updateStyle;uuid;version	.
 value			.
http://www.xmpp.org/extensions/xep-0204.html#ns-data-sync
 attribute		name^	.
 data-sync	2	event^=create|update|retire|info;packetID^;protocol^;type;uuid
 item	03	event^=create|update|delete|info;ref;type=field|method|state;updateStyle=inclusive|exclusive;uuid;version:positive
 value			.
http://www.xmpp.org/extensions/xep-0204.html#ns-state
 cdo		uuid	.
 query	0		.
http://www.xmpp.org/extensions/xep-0204.html#ns-types
 cdo-dl			.
 description			.
 item	13	id	.
 name			.
 query	02		.
https://linkmauve.fr/ns/xmpp-doap#
 SupportedXep	12345		.
 note			.
 since			.
 status			.
 version			.
 xep			.
https://xmpp.org/extensions/isr/0
 inst-resume		with-isr-token	.
 inst-resume-failed			.
 inst-resumed		token	.
 isr			.
 isr-enable		mechanism	.
 isr-enabled		location;token	.
jabber:client
 body			.
 error	*		.
 message	0178	from;id;to;type
 presence	1456	from;id;to;type
 priority			:integer
 show			=away|chat|dnd|xa
 status			.
 subject			.
 thread		parent	.
jabber:iq:agents
 agent	1235678	jid^
 description			.
 groupchat	*		.
 name			.
 query	0
 register	*		.
 search	*		.
 service			.
 transport	*		.
jabber:iq:auth
 auth-info			.
 digest			.
 password			.
 query	1245
 resource			.
 username			.
jabber:iq:avatar
 data		mimetype	.
 query	0		.
jabber:iq:browse
 item	1	category;jid;name;type;version
 ns			.
 query	01	category;jid;name;type
jabber:iq:joap
 add	2k
 array	7
 attribute	jv
 attributeDescription	aju	allocation=instance|class;required:boolean;writable:boolean
 base64			:base64
 boolean			=0|1
 class			.
 data	v
 datetime.iso8601			:dateTime
 delete
 desc			.
 describe	36aist
 double			:decimal
 edit	2k
 i4			:integer
 int			:integer
 item			.
 member	jv
 methodDescription	ajmo	allocation=instance|class
 name			.
 newAddress			.
 param	aju
 params	l
 read	2jt
 returnType			.
 search	2g
 string			.
 struct	h
 superclass			.
 timestamp			:dateTime
 type			.
 value	1458cefqr		.
jabber:iq:pass
 client		port:integer	.
 close
 expire			:unsigned
 oneshot
 proxy		port:integer	.
 query	012346
 server		port:integer	.
jabber:iq:privacy
 active		name	.
 default		name	.
 iq
 item	2567	action^=allow|deny;order^;type=group|jid|subscription;value
 list	3	name^
 message
 presence-in
 presence-out
 query	014
jabber:iq:time
 display			.
 query	023
 tz			.
 utc			.
jabber:security:key
 convId			.
 keyTransport	0	initiator;responder;sessionId;version	.
 x	1		.
jabber:security:keyTransport
 keyTransport			.
 query	0		.
jabber:security:message
 hmac		encoding	.
 protectedMessage	02	convId;from;seqNum;to;version	.
 securityLabel			.
 x	1		.
jabber:security:session
 algorithm	69		.
 algorithms	0		.
 authenticator		encoding	.
 authnMethod	8		.
 authnMethods	3		.
 certificate		encoding;type	.
 confAlg		cipher	.
 dh	c	group	.
 digSig	5	alg	.
 hmacAlg		alg	.
 keyAgreement	7		.
 nonce		encoding	.
 publicKey		encoding	.
 query	efg		.
 session1	14ab	hmac;initiator;responder;sessionId;version	.
 session2	023ab	hmac;initiator;responder;sessionId;version	.
 session3	2	hmac;initiator;responder;sessionId;version	.
 x	efg		.
jabber:x:avatar
 hash			.
 x	0		.
jabber:x:delay
 x		from;stamp^	.
jabber:x:encrypted
 x			.
jabber:x:event
 composing
 delivered
 displayed
 id			.
 offline
 x	01234
jabber:x:expire
 x		seconds^:unsigned;stored:unsigned
jabber:x:roster
 group			.
 item	0	jid^;name
 x	01	jid;name
jabber:x:signed
 x			.
storage:bookmarks
 conference	12	autojoin:boolean;jid^;name
 nick			.
 password			.
 storage	04
 url		name^;url^
storage:client:avatar
 data		encoding;mimetype;src	.
 query	0		.
storage:metacontacts
 meta		jid^;order;tag^
 metacontacts	0
 storage	0		.
storage:pubsubs
 subscription		jid^;node^;resource;subscription^=none|pending|subscribed|unconfigured;targetns;user
 subscriptions	0
urn:ietf:params:xml:ns:iodef-1.0
 AdditionalData			.
 Address		category;ext-category	.
 Assessment	d		.
 Contact	0	ext-type;role;type	.
 Counter		ext-type;type	.
 DateTime			.
 Description			.
 EndTime			.
 EventData	9a		.
 Expectation		action	.
 Flow	l		.
 History	c		.
 HistoryItem	56	action	.
 Impact		completion;lang;severity;type	.
 Incident	23678bfijk	purpose	.
 IncidentID		name	.
 Node	14h		.
 NodeRole		category;ext-category	.
 RelatedActivity	f		.
 ReportTime			.
 StartTime			.
 System	g	category	.
urn:ietf:params:xml:ns:vcard-4.0
 additional			.
 adr	569kqwC		.
 agent	M		.
 bday	7		.
 categories	G		.
 code			.
 country			.
 date			.
 email	qG		.
 ext			.
 fn	G		.
 gender	z		.
 geo	M		.
 given			.
 impp	qM		.
 integer			.
 key	GM		.
 kind	G		.
 lang	jq		.
 language-tag			.
 locality			.
 logo	M		.
 n	0dE		.
 nickname	G		.
 note	G		.
 org	qG		.
 parameters	tJ		.
 photo	M		.
 pobox			.
 pref	f		.
 prefix			.
 prodid	G		.
 region			.
 rev	H		.
 role	G		.
 sex	G		.
 sort-as			.
 sound	M		.
 street			.
 suffix			.
 surname			.
 tel	qM		.
 text			.
 timestamp			.
 title	G		.
 type	G		.
 tz	G		.
 uid	M		.
 uri			.
 url	M		.
 vcard	138abceghilmnopryFIKN		.
urn:ietf:params:xml:ns:xmpp-tls
 failure			.
 proceed			.
 required			.
 starttls	2		.
+ago:0
 ago		secs^:unsigned
+archive
 archive	4	with	.
 auto	+	encrypt;save^:boolean
 body			.
 changed		exactmatch;start^:dateTime;version:unsigned;with^
 chat	8fgjq+	crypt;start^:dateTime;subject;thread;version:unsigned;with^
 default		expire:unsigned;otr=approve|concede|forbid|oppose|prefer|require;save=body|false|message|stream;unset:boolean
 delete		start;with	.
 feature	5h
 from	2+	jid;name;secs:unsigned;utc:dateTime
 item		exactmatch:boolean;expire:unsigned;jid^;otr=approve|concede|forbid|oppose|prefer|require;save=body|false|message|stream
 itemremove	9
 keys	4		.
 list	4+	end:dateTime;exactmatch:boolean;start:dateTime;with
 method		type^;use^=concede|forbid|prefer
 modified	3l+	start:dateTime
 next		start:dateTime;with
 note		utc:dateTime	.
 optional	*		.
 pref	159do
 previous		start:dateTime;with
 remove		end:dateTime;exactmatch:boolean;open:boolean;start:dateTime;with
 removed		exactmatch;start^:dateTime;version:unsigned;with^
 retrieve	+	exactmatch;start^:dateTime;with^
 save	4
 session		otr;save;thread;timeout	.
 sessionremove	o		.
 to	2+	jid;name;secs:unsigned;utc:dateTime
+attest:2
 attest	12345
 keyprint		algo	.
 signature			.
 signerjid			.
 signerprint		algo	.
 signtime			:dateTime
+bind2:1
 bind	24		.
 bound	3		.
 feature		var	.
 latest-id			.
 tag			.
+browsing:0
 description			.
 keywords			.
 page	0134
 title			.
 uri			.
+burner:0
 identity	1		.
 jid			.
+calendar-events:0
 attachments			.
 attendees		confirmed;max	.
 blog		jid;node	.
 category		term;wd	.
 comments		jid;node	.
 description		type	.
 end			.
 event	02345689acdeghj		.
 external		item;jid;node	.
 extra			.
 head-picture			.
 instructions			.
 invitees		jid;node	.
 location	f		.
 name			.
 online	bei		.
 rsvp			.
 schedule		jid;node	.
 software		name;need_install;url;wd	.
 start			.
+call-invites:0
 accept	135	id	.
 external		uri	.
 invite	13	video	.
 jingle		jid;sid	.
 left		id	.
 meeting		desc;type	.
 reject		id	.
 retract		id	.
+cam:0
 auth	58		.
 client	046ae	connected;id;type	.
 clients	1		.
 device			.
 first-seen			.
 grant			.
 last-seen			.
 list			.
 password			.
 password-reset-required			.
 permission		status	.
 revoke		id	.
 software			.
 uri			.
 user-agent	3cd		.
+caps
 c	+
+carbons:0
 carbons		mode^=enable|disable
 private
 sent
+channel-search:0:error
 conflicting-fields	6		.
 full-set-retrieval-rejected			.
 invalid-search-terms			.
 invalid-sort-key			.
 no-search-conditions			.
 rate-limit		retry-after	.
 var			.
+channel-search:0:search
 description			.
 is-open			.
 item	0134	address	.
 name			.
 nusers			.
 result	2		.
 search			.
+chatting:0
 name			.
 room	023
 topic			.
 uri			.
+client-key:0
 encrypted-secret			.
 expiry			.
 id			.
 key	2		.
 list	3		.
 register	2		.
 registered	01		.
 revoke	2		.
+cmr:0
 active		algorithm^
 available		algorithm^
 cmr		algorithm^
 query	01
+coin:1
 conference-info	2	isfocus	.
 user		entity	.
 users	1		.
+component:0
 bind	12
 hostname			.
 required			.
 unbind	1
+contacts:0
 contact	12	name	.
 group		id;name	.
 identity		type	.
 reserved			.
+crl:0
 simple-label		type	.
+csi
 active
 csi
 inactive
+cxfr
 domain			.
 query	02		.
 server			.
+decloak:0
 decloak		reason
+dox:0
 dns			:base64
+dsig:0
 Transform		Algorithm	.
 Transforms	0		.
 signer			.
 stanza-desc	12	id	.
+eme:0
 encryption		name;namespace^
+entityver:0
 ver			.
 version			.
+entityver:0:search
 item		jid;subscription	.
 query	0	profile;type	.
+entityver:profile:roster:0
 profile			.
 query			.
+ephemeral:0
 ephemeral		timer	.
+errors
 resource-limit-exceeded			.
 stanza-too-big			.
 too-many-stanzas			.
+esfs:0
 encrypted	12	cipher	.
 iv			.
 key			.
+eventlog
 log	123	facility;id;level=Major|Medium|Minor;message;module;object;stackTrace;subject;timestamp^:dateTime;type=Debug|Informational|Notice|Warning|Error|Critical|Alert|Emergency
 message			.
 stackTrace			.
 tag		name^;type;value^
+fasten:0
 apply-to	1	clear;id;replace;shell	.
 external		element-namespace;name	.
+features:pipelining
 pipelining			.
+file-input:0
 accept			.
 file-input	02	multiple	.
 use			.
+file:metadata:0
 date			.
 desc			.
 dimension			.
 dimensions			.
 file	012356789		.
 height			.
 media-type			.
 name			.
 size			.
 width			.
+fis:0
 directory		name	.
 query	0	node	.
+gaming:0
 char_name			.
 character_name			.
 character_profile			.
 game	01245678
 level			.
 name			.
 server_address			.
 server_name			.
 uri			.
+hashes:0
 hash		algo	.
 hashes	0		.
+hashes:1
 hash		algo	.
+hats:0
 hat		hue;title;uri	.
 hats	0		.
+http
 base64			:base64
 chunk		last:boolean;nr:unsigned;streamId^	:base64
 chunkedBase64		streamId^
 close		streamId^
 data	0269bd+
 header		name;value	.
 ibb		sid^
 req	45+	ibb:boolean;jingle:boolean;maxChunkSize:integer;method^=OPTIONS|GET|HEAD|POST|PUT|DELETE|TRACE|PATCH;resource^;sipub:boolean;version^
 resp	45+	statusCode^:positive;statusMessage;version^
 streamBase64		streamId	.
 table	c		.
 text			.
 value		n;nTimesM	.
 xml	*
+http:online-meetings:0
 desc			.
 initiate	06	type	.
 invite	06	type	.
 meeting		desc;type	.
 query	012	id;type	.
 retry		stamp	.
 url			.
+http:upload:purpose:0
 ephemeral		expire-before	.
 message			.
 permanent			.
 profile			.
+iap:0
 config-version		schema;scheme;value	.
 config-version-mismatch			.
+ibr-token:0
 register			.
+im-ng:0
 enable			.
 im-ng			.
+inbox:1
 entry		id;jid;unread	.
 fin		all-unread;total;unread	.
 inbox			.
+incident:0
 admin			.
 begin			.
 category			.
 description	47dgikmn		.
 discuss	0e		.
 end			.
 incident	3jl	id	.
 info	2o		.
 ip			.
 ips	8		.
 jid			.
 jids	a		.
 loc			.
 locs	c		.
 muc			.
 rel			.
 rels	f		.
 report			.
 severity			.
 solution	m		.
 source	9b		.
 suggestion	m		.
 text			.
 time	15h		.
 type			.
+incident:2
 inquiry	+
 jid			.
 report	+
 request	+
 response	+
+invisible:1
 invisible		probe:boolean
 visible
+iot:discovery
 claimed		cacheType;jid^;nodeId;public:boolean;sourceId
 disown		cacheType;jid^;nodeId;sourceId
 disowned		cacheType;nodeId;sourceId
 found	s	more:boolean
 mine	5i	cacheType;nodeId;public:boolean;sourceId
 num		name^;value^:decimal
 numEq		name^;value^:decimal
 numGt		name^;value^:decimal
 numGtEq		name^;value^:decimal
 numLt		name^;value^:decimal
 numLtEq		name^;value^:decimal
 numNEq		name^;value^:decimal
 numNRange		max^:decimal;maxIncluded:boolean;min^:decimal;minIncluded:boolean;name^
 numRange		max^:decimal;maxIncluded:boolean;min^:decimal;minIncluded:boolean;name^
 register	5i	cacheType;nodeId;selfOwned:boolean;sourceId
 remove		cacheType;jid^;nodeId;sourceId
 removed		cacheType;nodeId;sourceId
 search	6789abcdjklmnopqr	maxCount:positive;offset:unsigned
 str		name^;value^
 strEq		name^;value^
 strGt		name^;value^
 strGtEq		name^;value^
 strLt		name^;value^
 strLtEq		name^;value^
 strMask		name^;value^;wildcard^
 strNEq		name^;value^
 strNRange		max^;maxIncluded:boolean;min^;minIncluded:boolean;name^
 strRange		max^;maxIncluded:boolean;min^;minIncluded:boolean;name^
 thing	5i	cacheType;jid^;nodeId;owner^;sourceId
 unregister		cacheType;nodeId;sourceId
 update	5i	cacheType;jid;nodeId;sourceId
+isr:0
 failed		h	.
 hmac			.
 inst-resume	1	h;previd	.
 inst-resumed	1	h;key	.
 isr			.
+jid:0
 jid			.
+jidprep:1
 base64-maybe-jid			.
 domainpart			.
 invalid-jid	8		.
 jid-validate-base64-request	0		.
 jid-validate-request	7		.
 jid-validate-result	2a		.
 localpart			.
 maybe-jid			.
 reason			.
 resourcepart			.
 valid-jid	169a		.
+jingle:0
 content	13	creator;name	.
 fingerprint			.
 jingle	04	action;initiator;responder;sid	.
 method		name	.
 reason	56		.
 security-error			.
 success			.
+jingle:apps:file-transfer:1
 description	1		.
 offer			.
+jingle:apps:file-transfer:3
 date			.
 desc			.
 description	5		.
 file	01467		.
 name			.
 offer	3		.
 range			.
 size			.
+jingle:apps:file-transfer:4
 date			.
 desc			.
 description	3	senders	.
 file	014567		.
 media-type			.
 name			.
 range			.
 size			.
+jingle:apps:file-transfer:errors:0
 file-not-available			.
 file-too-large			.
+jingle:apps:grouping:0
 content		name	.
 group	0	semantics	.
+jingle:apps:out-of-band:0
 abort		id	.
 description			.
 oob		hash;id;size;type	.
+jingle:apps:rtp:0
 description	1	media	.
 payload-type		clockrate;id;name	.
+jingle:apps:rtp:zrtp:0
 zrtp-hash		version^	.
+jingle:apps:xhtml
 description			.
+jingle:apps:xmlstream:0
 description
+jingle:dtmf:0
 dtmf		code^;duration;volume
+jingle:errors:0
 unsupported-info			.
+jingle:jet:0
 security		cipher;name;type	.
+jingle:muji:0
 content		creator;name	.
 muji	02	room	.
 preparing			.
+jingle:transfer:0
 transfer		from;sid;to
 transferred
+jingle:transports:dtls-sctp:1
 sctpmap		number^:unsigned;protocol^;streams:positive	.
 transport			.
+jingle:transports:http:0
 candidate	1	uri^
 header		name^	.
 transport	0
+jingle:transports:http:upload:0
 candidate	2	uri^
 completed	*		.
 header		name^	.
 transport	01
+jingle:transports:ibb:0
 transport		block-size^:integer;sid^;stanza=iq
+jingle:transports:ice-udp:0
 transport			.
+jingle:transports:ice:0
 candidate		component^:unsigned;foundation^;generation:unsigned;id;ip^;network^:unsigned;port^:unsigned;priority^:positive;protocol^;rel-addr;rel-port:unsigned;tcptype=active|passive|so;type^=host|prflx|relay|srflx
 gathering-complete
 remote-candidate		component^:unsigned;ip^;port^:unsigned
 transport	012+	ice2:boolean;pwd;ufrag
+jingle:transports:s5b:0
 streamhost		host^;jid^;port;zeroconf
 streamhost-error	*		.
 streamhost-used		host;jid^;port
 transport	012	mode=tcp|udp;sid
+jingle:transports:sxe
 host			.
 transport	0		.
+jingle:transports:webrtc-datachannel:0
 channel		id:unsigned;maxPacketLifeTime:unsigned;maxRetransmits:unsigned;negotiated:boolean;ordered:boolean;protocol	.
+jingle:transports:webrtc-datachannel:1
 transport		max-message-size;sctp-port	.
+jinglepub:1
 description			.
 jinglepub	025+	description;from;id^;title
 meta		summary;title	.
 start		id
 starting		sid^
 uri			.
+json-msg:0
 payload	*	datatype
+json:0
 json			.
+keepalive:0
 interval		max;min	:unsigned
 keepalive	0	max:unsigned;min:unsigned
+locationquery:0
 accuracy			:decimal
 alt			:decimal
 beacons	5cef		.
 bearing			:decimal
 datum			.
 id			.
 lat			:decimal
 locationquery	01234689abde
 lon			:decimal
 publish			.
 reference	5cef		.
 references	5cef
 signalstrength			:integer
 speed			:decimal
 timestamp			.
 type			.
+mam:1
 always	2		.
 fin		complete;queryid;stable	.
 jid			.
 never	2		.
 prefs	03	default	.
 query		queryid	.
 result		id;queryid	.
+mam:2
 always	4		.
 end		id;timestamp	.
 fin		complete;queryid;stable	.
 flip-page			.
 jid			.
 metadata	1a		.
 never	4		.
 prefs	06	default	.
 query	3	node;queryid	.
 result		id;queryid	.
 start		id;timestamp	.
+mam:tmp
 always	3		.
 archived		by;id	.
 end			.
 jid			.
 never	3		.
 prefs	04	default	.
 query	289a	queryid	.
 result		id;queryid	.
 start			.
 with			.
 withtext			.
+mamfc:0
 applied	*	count:positive;shell:boolean
 latest
+markup:0
 bcode		end;language;start	.
 bquote		end;start	.
 emphasis			.
 li		start	.
 list	3	end;ordered;start	.
 markup	0146		.
 span	2	end;start	.
+markup:emoji:0
 emoji		name	.
+mentions:0
 active			.
 mention	02	begin;end;hreflang;mentions;occupantid;uri	.
 noping			.
 query			.
+message-attaching:1
 attach-to		id^	.
+mfa:0
 setup			.
+mix:0
 join	5	jid	.
 leave			.
 nick			.
 participant		jid;nick	.
 register	2		.
 subscribe		node	.
+mix:admin:0
 item		id	.
 items	0	node	.
+mix:anon:0
 jid			.
 join	3	jid	.
 participant	0		.
 subscribe		node	.
 user-preference			.
+mix:core:1
 create		channel	.
 destroy		channel	.
 item		id	.
 jid			.
 join	7a	id;jid	.
 leave			.
 mix	37		.
 nick			.
 participant	37		.
 setnick	7		.
 subscribe		node	.
 unsubscribe		node	.
 update-subscription	ab	jid	.
+mix:misc:0
 channel			.
 invitation	045c		.
 invitation-ack	1d		.
 invite	134		.
 invitee			.
 inviter			.
 join	1b		.
 nick			.
 register	7		.
 retract		id	.
 retracted		by;time	.
 subscribe		node	.
 token			.
 value			.
+mix:pam:2
 client-join		channel	.
 client-leave		channel	.
+mix:presence:0
 jid			.
 mix	02		.
 nick			.
+mix:roster:0
 annotate			.
 channel		participant-id	.
+mmn:0
 mentions			.
+moved:0
 moved		new;old	.
+moved:1
 moved	12		.
 new-jid			.
 old-jid			.
+muc-presence-versioning:0
 reset		ver	.
 version		ver	.
+muc:affiliations:0
 mav		since;until
+muc:affiliations:1
 mav		since;until	.
+muc:conditions:1
 affiliation-changed	h+
 banned	h+
 configuration-changed	h+
 fully-anonymous	h+
 kicked	h+
 logging-disabled	h+
 logging-enabled	h+
 new-nick	h+
 nick-assigned	h+
 non-anonymous	h+
 realjid-public	h+
 removed-affiliation	h+
 removed-membership	h+
 removed-shutdown	h+
 room-created	h+
 self-presence	h+
 semi-anonymous	h+
 text	*		.
 unavailable-not-shown	h+
 unavailable-shown	h+
+mux:0
 host			.
 mux	0	host	.
+notification-settings:0
 advanced			.
 never		client-type	.
 notify	013	when
 on-mention		client-type	.
+oauth:0
 oauth	1234567
 oauth_consumer_key			.
 oauth_nonce			.
 oauth_signature			.
 oauth_signature_method			.
 oauth_timestamp			.
 oauth_token			.
 oauth_version			.
+oauth:0:errors
 duplicated-parameter
 invalid-consumer-key
 invalid-nonce
 invalid-signature
 invalid-token
 missing-parameter
 token-required
 unsupported-parameter
 unsupported-signature-method
+omemo:0
 date			.
 desc			.
 encrypted	34		.
 file	01789a		.
 header	56	sid	.
 iv			.
 key		rid	.
 media-type			.
 name			.
 range			.
 size			.
+ooo:0
 end			.
 item	024
 message			.
 ooo	024		.
 start			.
+openpgp:0
 data			.
 openpgp			.
 payload			.
 pubkey	0		.
 pubkey-metadata		date;v4-fingerprint	.
 public-keys-list	4		.
 rpad			.
 secretkey			.
 signcrypt	269a		.
 time		stamp	.
 to		jid	.
+openpgp:pubsub:0
 encrypted		key	.
 reason			.
 revoke	1	id;jid;node	.
 shared-secret		id;jid;node;timestamp;type	.
+order-by:0
 order		by^
+pam:0
 notify		service;ver	.
+pars:0
 preauth		token	.
+pie:0#mam
 archive			.
+pie:0#scram
 iter-count			.
 salt			.
 scram-credentials	0134	mechanism	.
 server-key			.
 stored-key			.
+pps:0
 public			.
 subscriber		jid	.
 subscription		jid;node	.
+presence-session:0
 presence-session		id;session;type	.
+psa
 connection-paused			.
 description			.
 server-unavailable			.
 state-annotation	012	from	.
+pte:0
 encrypted		by;type	.
+pubkey:2
 begin			:dateTime
 end			:dateTime
 generating			.
 jid			.
 key			.
 keyprint		algo	.
 modulus			.
 print		algo	.
 pubkey	01347d
 publicExponent			.
 revocation	45bce
 revocationprint		algo	.
 revocationtime			:dateTime
 rsakey	679
 signature			.
+pubsub-attachments:1
 attachments			.
+pubsub-attachments:summary:0
 multiple		count	.
 noticed		count	.
 reaction	0		.
 summary	12		.
+pubsub-attachments:summary:1
 noticed		count	.
 reaction		count	.
 reactions	1		.
 summary	02		.
+pubsub-signing:0
 signature	12	timestamp	.
 signer			.
 time		stamp	.
+pubsub-signing:openpgp:0
 sign			.
+pubsub:cap:0
 cap-v-map	1		.
 cap-value-map-entry		cap-value;item-id	.
 compare-and-publish-failed		cap-id	.
+pubsub:queueing:0
 item		id	.
 unlock	0	node	.
+pubsub:subscription:0
 subscription	1	node;server	.
 title			.
+queueing:0
 unlock		id	.
+raa:0
 info		affiliation;since;trust	.
 query			.
+raft
 append	2	cluster;leader-commit;prev-log-index;term	.
 append-response		cluster;success;term	.
 entry		encoded	.
 request-vote		cluster;last-log-index;last-log-term;term	.
 vote		cluster;term;vote-granted	.
+rai:0
 activity			.
 rai	0		.
+rap:0
 primary
 rap	0	ns;num:integer
+raproute:0
 route		ns
+rayo:1
 accept	a
 answer	a
 answered	a
 busy		platform-code	.
 decline
 dial	ac	from;timeout:integer;to^;uri
 end	3789abim
 error		platform-code	.
 hangup	a
 hangup-command		platform-code
 header		name^;value^
 hungup		platform-code
 join		call-uri;direction=duplex|send|recv;media=bridge|direct;mixer-name	.
 joined		call-uri;mixer-name
 offer	a	from;to^
 redirect	a	to^
 ref		uri^
 reject	347a		.
 rejected		platform-code
 ringing	a
 started-speaking		call-uri^
 stopped-speaking		call-uri^
 timeout		platform-code
 unjoin		call-uri;mixer-name
 unjoined		call-uri;mixer-name
+rayo:cpa:1
 signal		duration;type;value	.
+rayo:ext:1
 complete	*		.
 stop			.
+rayo:ext:complete:1
 error			.
 hangup			.
 stop			.
+rayo:fax:1
 document		url	.
 receivefax			.
 sendfax	0		.
+rayo:fax:complete:1
 fax		pages;resolution;size;url	.
 finish			.
 metadata		name;value	.
+rayo:input:1
 grammar		content-type;url	.
 input	0	initial-timeout;inter-digit-timeout;language;match-content-type;max-silence;min-confidence;mode=any|voice|dtmf|cpa;recognition-timeout;recognizer;sensitivity;terminator
 signal		duration;type^=urn:xmpp:rayo:cpa:beep:1|urn:xmpp:rayo:cpa:dtmf:1|urn:xmpp:rayo:cpa:vad:1|urn:xmpp:rayo:cpa:speech:1|urn:xmpp:rayo:cpa:fax-ced:1|urn:xmpp:rayo:cpa:fax-cng:1|urn:xmpp:rayo:cpa:ring:1|urn:xmpp:rayo:cpa:busy:1|urn:xmpp:rayo:cpa:congestion:1|urn:xmpp:rayo:cpa:sit:1|urn:xmpp:rayo:cpa:modem:1|urn:xmpp:rayo:cpa:offhook:1;value
+rayo:input:complete:1
 initial-timeout			.
 inter-digit-timeout			.
 match		content-type^
 max-silence			.
 min-confidence			.
 noinput			.
 nomatch			.
+rayo:output:1
 document		content-type;url	.
 output	0	max-time;renderer;repeat-interval;repeat-times;start-offset;start-paused:boolean;voice
 pause			.
 resume			.
 seek		amount^;direction^
 speed-down			.
 speed-up			.
 volume-down			.
 volume-up			.
+rayo:output:complete:1
 finish			.
 max-time			.
+rayo:prompt:1
 input			.
 input-timers-started	*		.
 output			.
 prompt	02	barge-in:boolean
+rayo:record:1
 hint		name^;value^
 pause			.
 record	0	direction=duplex|send|recv;final-timeout;format;initial-timeout;max-duration;mix:boolean;start-beep:boolean;start-paused:boolean;stop-beep:boolean
 resume			.
+rayo:record:complete:1
 recording		duration;size;uri	.
+reference:0
 reference		anchor;begin;end;type;uri	.
+register:0
 cancel			.
 challenge		type	.
 flow	15	id	.
 invalid-flow			.
 jid			.
 name			.
 recovery	2		.
 register	2		.
 response			.
 success	4a		.
 username			.
+reminders:0
 date		timezone	.
 reminder	02	id	.
 text			.
+reply:0
 reply		id;to	.
+reputation:0
 score		jid^;num:integer	.
+revoke:2
 key			.
 keyprint			.
 revocation	01345		.
 revocationprint			.
 revocationtime			.
 signature			.
+sasl:0
 additional-data			.
 authenticate	6	mechanism	.
 authorization-identifier			.
 challenge			.
 continue	08		.
 failure	c		.
 initial-response			.
 mechanism			.
 mechanisms	78c		.
 response			.
 success	02b		.
 success-data			.
 text			.
+sasl:1
 additional-data			.
 authenticate	4	mechanism	.
 continue	07		.
 failure			.
 initial-response			.
 success	0		.
 task			.
 tasks	67		.
+saslcert:1
 append	459		.
 disable	4		.
 item	489		.
 items	2		.
 name			.
 no-cert-management			.
 resource			.
 revoke	4		.
 users	6		.
 x509cert			.
+sce:0
 content	23456		.
 envelope	23456		.
 from		jid	.
 payload			.
 rpad			.
 time		stamp	.
 to		jid	.
+sec-label:pubsub:errors:0
 insufficient-clearance			.
+sfs:0
 file-sharing	1	disposition;id	.
 sources		id	.
+sic:0
 address	1		.
 ip			.
+sic:1
 address	12		.
 ip			.
 port			:positive
+sift:1
 all
 allow		name;ns
 bare
 featureElementType	1ei+
 features	7ad
 full
 iq	1		.
 iq-sift			.
 local
 message	1	recipient	.
 message-sift	ek		.
 others
 presence	1		.
 presence-sift	ek		.
 recipient	0		.
 recipientElementType	025
 remote
 self
 sender			.
 senderElementType	08bgh
 senders	0b		.
 sift	69c
 siftElementType	1+	recipient=all|bare|full;sender=all|local|others|remote|self
+sift:2
 allow		name;ns	.
 iq	0		.
 message	0	recipient	.
 presence	0		.
 sift	1236
 siftElementType	0+	recipient=all|bare|full;sender=all|local|others|remote|self
 sub			.
+signed:0
 bad-timestamp			.
 data			.
 e2e			.
 plain		timestamp	.
 signature		algorithm	.
 signed	14		.
+sims:1
 media-sharing	1		.
 sources			.
+sm:2
 a		h	.
 enable		max;resume	.
 enabled		id;location;max;resume	.
 failed		h	.
 r			.
 resume		h;previd	.
 resumed		h;previd	.
 sm			.
+spim-marker:0
 mark		filter^;reason	.
+spim-report:0
 query		key^	.
 report		filter^;key^	.
+spoiler:0
 spoiler		hint	.
+stickers:0
 item	4		.
 name			.
 pack	015		.
 sticker		pack	.
 suggest			.
 summary			.
+styling:0
 unstyled			.
+thumbs:0
 thumbnail		cid;height:integer;media-type;mime-type;uri;width:integer
+tmp:abuse
 abuse	2368bh
 abuser	56		.
 condition	479adegjklmn
 description			.
 gateway
 ip			.
 jid			.
 muc
 pointer			.
 proxy
 pubsub
 reason	2i+
 rogue	56		.
 service
 spam
 spim			.
 stanza-too-big
 stanzas	+
 text			.
 too-many-recipients
 too-many-stanzas
 unacceptable-payload
 unacceptable-text
 undefined-abuse
+tmp:archive
 EncryptedData			.
 auto		encrypt;save	.
 chat	0	crypt;start;subject;version;with	.
 delete		start;with	.
 keys	2		.
 list	2		.
 retrieve		start;with	.
 save	2		.
+tmp:c2ctls
 insecure			.
 offer	02		.
 srp			.
+tmp:cookies
 cohort		setter	.
 cookies	0234		.
 innocent		js;setter	.
 is-jerk		setter	.
 passwds		js;setter	.
 set-cookies	0234		.
+tmp:data-element
 data		alt;type	.
+tmp:delegate
 check		jid;type	.
 query	2	jid	.
 service		jid;type	.
+tmp:dmuc:0
 enter		jid	.
 history		maxstanzas	.
 leave		jid	.
 x	012		.
+tmp:io-data
 desc			.
 elapsed			:integer
 error	*		.
 errorcode			.
 in	*		.
 information			.
 iodata	0247a	type^=io-schemata-get|io-schemata-result|input|output|getStatus|getOutput|error|status|transaction-type;*
 out	*		.
 percentage			:integer
 remaining			:integer
 status	1589*		.
+tmp:jingle
 content		content;name	.
 jingle	0	action;initiator;responder;sid	.
+tmp:mine:0
 error	3	type	.
 id			.
 mine	1
 text			.
 whose	0	id^
+tmp:profile
 profile	+
+tmp:pubkey
 key	4		.
 keyinfo	24		.
 name			.
 pubkeys	1		.
 x509cert			.
+tmp:quick-response
 action		id;label	.
 action-selected		id	.
 response		label;value	.
+tmp:roster-management:0
 item		jid^;reason	.
 query	0	reason;type
+vcard:ca:0
 ca	12
 name			.
 uri			.
+vcard:registration:1
 registration	1
 uri			.
+viewing:0
 author			.
 cast			.
 channel_name			.
 description			.
 duration			:positive
 end_time			:dateTime
 episode			.
 name			.
 program_name			.
 program_type			.
 room	012345689bcdef
 start_time			:dateTime
 subprogram_type			.
 uri			.
 user_comment			.
 user_rating			.
 video	367d		.
+x509:0
 x509-ca-list	1		.
 x509-cert			.
 x509-cert-chain	1	name	.
 x509-challenge	9	transaction;uri	.
 x509-challenge-failed			.
 x509-csr		name;transaction	.
 x509-register			.
 x509-request	159	transaction	.
 x509-revoke	19		.
 x509-signature			.
+xdata:dynamic
 cancel	+
 error			.
 notSame
 postBack
 readOnly
 submit	+
 updated	+	sessionVariable^
+xid:0
 challenge		timestamp;xid	.
 private-key		xid	.
 private-key-request		xid	.
 response		timestamp;xid	.
 revoked		created;revoked	.
 xid		created	.
+xml-element
 wrapper	*
vcard-temp
 ADR	CTRY DOM EXTADD HOME INTL LOCALITY PARCEL PCODE POBOX POSTAL PREF REGION STREET WORK		.
 BBS			.
 BDAY			.
 BINVAL			.
 CATEGORIES	KEYWORD		.
 CELL			.
 CLASS	CONFIDENTIAL EXTVAL PRIVATE PUBLIC		.
 CONFIDENTIAL			.
 CRED			.
 CTRY			.
 DESC			.
 DOM			.
 EMAIL	HOME INTERNET PREF USERID WORK X400		.
 EXTADD			.
 EXTVAL			.
 FAMILY			.
 FAX			.
 FN			.
 GEO	LAT LON		.
 GIVEN			.
 HOME			.
 INTERNET			.
 INTL			.
 ISDN			.
 JABBERID			.
 KEY	CRED TYPE		.
 KEYWORD			.
 LABEL	DOM HOME INTL LINE PARCEL POSTAL PREF WORK		.
 LAT			.
 LINE			.
 LOCALITY			.
 LOGO	BINVAL EXTVAL TYPE		.
 LON			.
 MAILER			.
 MIDDLE			.
 MODEM			.
 MSG			.
 N	FAMILY GIVEN MIDDLE PREFIX SUFFIX		.
 NICKNAME			.
 NOTE			.
 NUMBER			.
 ORG	ORGNAME ORGUNIT		.
 ORGNAME			.
 ORGUNIT			.
 PAGER			.
 PARCEL			.
 PCODE			.
 PCS			.
 PHONETIC			.
 PHOTO	BINVAL EXTVAL TYPE		.
 POBOX			.
 POSTAL			.
 PREF			.
 PREFIX			.
 PRIVATE			.
 PRODID			.
 PUBLIC			.
 REGION			.
 REV			.
 ROLE			.
 SORT-STRING			.
 SOUND	BINVAL EXTVAL PHONETIC		.
 STREET			.
 SUFFIX			.
 TEL	BBS CELL FAX HOME ISDN MODEM MSG NUMBER PAGER PCS PREF VIDEO VOICE WORK		.
 TITLE			.
 TYPE			.
 TZ			.
 UID			.
 URL			.
 USERID			.
 VERSION			.
 VIDEO			.
 VOICE			.
 WORK			.
 X400			.
 vCard	ADR BDAY CATEGORIES CLASS DESC EMAIL FN GEO JABBERID KEY LABEL LOGO MAILER N NICKNAME NOTE ORG PHOTO PRODID REV ROLE SORT-STRING SOUND TEL TITLE TZ UID URL VERSION		.
vcard-temp-filter
 ADR
 AGENT
 BDAY
 CATEGORIES
 CLASS
 DESC
 EMAIL
 FN
 GEO
 JABBERID
 KEY
 LABEL
 LOGO
 MAILER
 N
 NICKNAME
 NOTE
 ORG
 PHOTO
 PRODID
 REV
 ROLE
 SORT-STRING
 SOUND
 TEL
 TITLE
 TZ
 UID
 URL
 VERSION
 filter	0123456789abcdefghijklmnopqrst
xmpp:sec
 DHKeyValue	9		.
 DigestMethod		Algorithm	.
 EncryptionMethod		Algorithm	.
 KA-Nonce	l		.
 KeyAgreement	03	length	.
 KeyInfo	6af		.
 KeyName			.
 KeyTransport	5		.
 OriginatorKeyInfo	6a		.
 Public	l		.
 RSAKeyValue	l		.
 RecipientKeyInfo	6a		.
 SecurityAssociation	128bd	id	.
 SignatureMethod		Algorithm	.
 X509Certificate	e	gtMIICXTCCA..ltX509Certificate	.
 X509Data	ehik		.
 X509IssuerName			.
 X509IssuerSerial	gj		.
 X509SKI		gt31d97bd7ltX509SKI	.
 X509SerialNumber		gt12345678ltX509SerialNumber	.
 X509SubjectName		BltX509SubjectName	.
 p			.
 query	47c		.
 x	47		.
`;
