// Generated from data/payload-*.tsv by `npm run generate`; change it there (see data/README.md).

export const judgedPayloadTable = `
http://jabber.org/features/amp
 amp
http://jabber.org/features/iq-register
 register
~activity
 activity	doing_chores drinking eating exercising grooming having_appointment inactive other relaxing talking text traveling undefined working
 at_the_spa	+
 brushing_teeth	+
 buying_groceries	+
 cleaning	+
 coding	+
 commuting	+
 cooking	+
 cycling	+
 dancing	+
 day_off	+
 doing_chores	at_the_spa brushing_teeth buying_groceries cleaning coding commuting cooking cycling dancing day_off doing_maintenance doing_the_dishes doing_the_laundry driving fishing gaming gardening getting_a_haircut going_out hanging_out having_a_beer having_a_snack having_breakfast having_coffee having_dinner having_lunch having_tea hiding hiking in_a_car in_a_meeting in_real_life jogging on_a_bus on_a_plane on_a_train on_a_trip on_the_phone on_vacation on_video_phone other partying playing_sports praying reading rehearsing running running_an_errand scheduled_holiday shaving shopping skiing sleeping smoking socializing studying sunbathing swimming taking_a_bath taking_a_shower thinking walking walking_the_dog watching_a_movie watching_tv working_out writing+
 doing_maintenance	+
 doing_the_dishes	+
 doing_the_laundry	+
 drinking	at_the_spa brushing_teeth buying_groceries cleaning coding commuting cooking cycling dancing day_off doing_maintenance doing_the_dishes doing_the_laundry driving fishing gaming gardening getting_a_haircut going_out hanging_out having_a_beer having_a_snack having_breakfast having_coffee having_dinner having_lunch having_tea hiding hiking in_a_car in_a_meeting in_real_life jogging on_a_bus on_a_plane on_a_train on_a_trip on_the_phone on_vacation on_video_phone other partying playing_sports praying reading rehearsing running running_an_errand scheduled_holiday shaving shopping skiing sleeping smoking socializing studying sunbathing swimming taking_a_bath taking_a_shower thinking walking walking_the_dog watching_a_movie watching_tv working_out writing+
 driving	+
 eating	at_the_spa brushing_teeth buying_groceries cleaning coding commuting cooking cycling dancing day_off doing_maintenance doing_the_dishes doing_the_laundry driving fishing gaming gardening getting_a_haircut going_out hanging_out having_a_beer having_a_snack having_breakfast having_coffee having_dinner having_lunch having_tea hiding hiking in_a_car in_a_meeting in_real_life jogging on_a_bus on_a_plane on_a_train on_a_trip on_the_phone on_vacation on_video_phone other partying playing_sports praying reading rehearsing running running_an_errand scheduled_holiday shaving shopping skiing sleeping smoking socializing studying sunbathing swimming taking_a_bath taking_a_shower thinking walking walking_the_dog watching_a_movie watching_tv working_out writing+
 exercising	at_the_spa brushing_teeth buying_groceries cleaning coding commuting cooking cycling dancing day_off doing_maintenance doing_the_dishes doing_the_laundry driving fishing gaming gardening getting_a_haircut going_out hanging_out having_a_beer having_a_snack having_breakfast having_coffee having_dinner having_lunch having_tea hiding hiking in_a_car in_a_meeting in_real_life jogging on_a_bus on_a_plane on_a_train on_a_trip on_the_phone on_vacation on_video_phone other partying playing_sports praying reading rehearsing running running_an_errand scheduled_holiday shaving shopping skiing sleeping smoking socializing studying sunbathing swimming taking_a_bath taking_a_shower thinking walking walking_the_dog watching_a_movie watching_tv working_out writing+
 fishing	+
 gaming	+
 gardening	+
 getting_a_haircut	+
 going_out	+
 grooming	at_the_spa brushing_teeth buying_groceries cleaning coding commuting cooking cycling dancing day_off doing_maintenance doing_the_dishes doing_the_laundry driving fishing gaming gardening getting_a_haircut going_out hanging_out having_a_beer having_a_snack having_breakfast having_coffee having_dinner having_lunch having_tea hiding hiking in_a_car in_a_meeting in_real_life jogging on_a_bus on_a_plane on_a_train on_a_trip on_the_phone on_vacation on_video_phone other partying playing_sports praying reading rehearsing running running_an_errand scheduled_holiday shaving shopping skiing sleeping smoking socializing studying sunbathing swimming taking_a_bath taking_a_shower thinking walking walking_the_dog watching_a_movie watching_tv working_out writing+
 hanging_out	+
 having_a_beer	+
 having_a_snack	+
 having_appointment	at_the_spa brushing_teeth buying_groceries cleaning coding commuting cooking cycling dancing day_off doing_maintenance doing_the_dishes doing_the_laundry driving fishing gaming gardening getting_a_haircut going_out hanging_out having_a_beer having_a_snack having_breakfast having_coffee having_dinner having_lunch having_tea hiding hiking in_a_car in_a_meeting in_real_life jogging on_a_bus on_a_plane on_a_train on_a_trip on_the_phone on_vacation on_video_phone other partying playing_sports praying reading rehearsing running running_an_errand scheduled_holiday shaving shopping skiing sleeping smoking socializing studying sunbathing swimming taking_a_bath taking_a_shower thinking walking walking_the_dog watching_a_movie watching_tv working_out writing+
 having_breakfast	+
 having_coffee	+
 having_dinner	+
 having_lunch	+
 having_tea	+
 hiding	+
 hiking	+
 in_a_car	+
 in_a_meeting	+
 in_real_life	+
 inactive	at_the_spa brushing_teeth buying_groceries cleaning coding commuting cooking cycling dancing day_off doing_maintenance doing_the_dishes doing_the_laundry driving fishing gaming gardening getting_a_haircut going_out hanging_out having_a_beer having_a_snack having_breakfast having_coffee having_dinner having_lunch having_tea hiding hiking in_a_car in_a_meeting in_real_life jogging on_a_bus on_a_plane on_a_train on_a_trip on_the_phone on_vacation on_video_phone other partying playing_sports praying reading rehearsing running running_an_errand scheduled_holiday shaving shopping skiing sleeping smoking socializing studying sunbathing swimming taking_a_bath taking_a_shower thinking walking walking_the_dog watching_a_movie watching_tv working_out writing+
 jogging	+
 on_a_bus	+
 on_a_plane	+
 on_a_train	+
 on_a_trip	+
 on_the_phone	+
 on_vacation	+
 on_video_phone	+
 other	+
 partying	+
 playing_sports	+
 praying	+
 reading	+
 rehearsing	+
 relaxing	at_the_spa brushing_teeth buying_groceries cleaning coding commuting cooking cycling dancing day_off doing_maintenance doing_the_dishes doing_the_laundry driving fishing gaming gardening getting_a_haircut going_out hanging_out having_a_beer having_a_snack having_breakfast having_coffee having_dinner having_lunch having_tea hiding hiking in_a_car in_a_meeting in_real_life jogging on_a_bus on_a_plane on_a_train on_a_trip on_the_phone on_vacation on_video_phone other partying playing_sports praying reading rehearsing running running_an_errand scheduled_holiday shaving shopping skiing sleeping smoking socializing studying sunbathing swimming taking_a_bath taking_a_shower thinking walking walking_the_dog watching_a_movie watching_tv working_out writing+
 running	+
 running_an_errand	+
 scheduled_holiday	+
 shaving	+
 shopping	+
 skiing	+
 sleeping	+
 smoking	+
 socializing	+
 studying	+
 sunbathing	+
 swimming	+
 taking_a_bath	+
 taking_a_shower	+
 talking	at_the_spa brushing_teeth buying_groceries cleaning coding commuting cooking cycling dancing day_off doing_maintenance doing_the_dishes doing_the_laundry driving fishing gaming gardening getting_a_haircut going_out hanging_out having_a_beer having_a_snack having_breakfast having_coffee having_dinner having_lunch having_tea hiding hiking in_a_car in_a_meeting in_real_life jogging on_a_bus on_a_plane on_a_train on_a_trip on_the_phone on_vacation on_video_phone other partying playing_sports praying reading rehearsing running running_an_errand scheduled_holiday shaving shopping skiing sleeping smoking socializing studying sunbathing swimming taking_a_bath taking_a_shower thinking walking walking_the_dog watching_a_movie watching_tv working_out writing+
 text			.
 thinking	+
 traveling	at_the_spa brushing_teeth buying_groceries cleaning coding commuting cooking cycling dancing day_off doing_maintenance doing_the_dishes doing_the_laundry driving fishing gaming gardening getting_a_haircut going_out hanging_out having_a_beer having_a_snack having_breakfast having_coffee having_dinner having_lunch having_tea hiding hiking in_a_car in_a_meeting in_real_life jogging on_a_bus on_a_plane on_a_train on_a_trip on_the_phone on_vacation on_video_phone other partying playing_sports praying reading rehearsing running running_an_errand scheduled_holiday shaving shopping skiing sleeping smoking socializing studying sunbathing swimming taking_a_bath taking_a_shower thinking walking walking_the_dog watching_a_movie watching_tv working_out writing+
 undefined	at_the_spa brushing_teeth buying_groceries cleaning coding commuting cooking cycling dancing day_off doing_maintenance doing_the_dishes doing_the_laundry driving fishing gaming gardening getting_a_haircut going_out hanging_out having_a_beer having_a_snack having_breakfast having_coffee having_dinner having_lunch having_tea hiding hiking in_a_car in_a_meeting in_real_life jogging on_a_bus on_a_plane on_a_train on_a_trip on_the_phone on_vacation on_video_phone other partying playing_sports praying reading rehearsing running running_an_errand scheduled_holiday shaving shopping skiing sleeping smoking socializing studying sunbathing swimming taking_a_bath taking_a_shower thinking walking walking_the_dog watching_a_movie watching_tv working_out writing+
 walking	+
 walking_the_dog	+
 watching_a_movie	+
 watching_tv	+
 working	at_the_spa brushing_teeth buying_groceries cleaning coding commuting cooking cycling dancing day_off doing_maintenance doing_the_dishes doing_the_laundry driving fishing gaming gardening getting_a_haircut going_out hanging_out having_a_beer having_a_snack having_breakfast having_coffee having_dinner having_lunch having_tea hiding hiking in_a_car in_a_meeting in_real_life jogging on_a_bus on_a_plane on_a_train on_a_trip on_the_phone on_vacation on_video_phone other partying playing_sports praying reading rehearsing running running_an_errand scheduled_holiday shaving shopping skiing sleeping smoking socializing studying sunbathing swimming taking_a_bath taking_a_shower thinking walking walking_the_dog watching_a_movie watching_tv working_out writing+
 working_out	+
 writing	+
~address
 address		delivered;desc;jid;node;type^=bcc|cc|noreply|replyroom|replyto|to|ofrom;uri
 addresses	0
~amp
 amp	2	from;per-hop:boolean;status;to
 invalid-rules	2
 rule		action^;condition^;value^
 unsupported-actions	2
 unsupported-conditions	2
~amp#errors
 failed-rules	1
 rule		action^;condition^;value^
~bytestreams
 activate			.
 query	023	dstaddr;mode=tcp|udp;sid
 streamhost		host^;jid^;port;zeroconf
 streamhost-used		jid^
 udpsuccess		dstaddr^
~caps
 c		algo;ext;hash;n;node;os;v;ver
~chatstates
 active
 composing
 gone
 inactive
 paused
~commands
 actions	68a	execute=complete|next|prev
 bad-action
 bad-locale
 bad-payload
 bad-sessionid
 command	09+	action=cancel|complete|execute|next|prev;node^;sessionid;status=canceled|completed|executing
 complete
 malformed-action
 next
 note		type=error|info|warn	.
 prev
 session-expired
~disco#info
 feature		var^
 identity		category^;name;type^
 query	01	node
~disco#items
 item		action;expires;jid^;name;node;version
 query	0	node
~geoloc
 accuracy			:decimal
 alt			:decimal
 altaccuracy			:decimal
 area			.
 bearing			:decimal
 building			.
 country			.
 countrycode			.
 datum			.
 description			.
 error			:decimal
 floor			.
 geoloc	0123456789abdefghijklmnopq
 lat			:decimal
 locality			.
 lon			:decimal
 postalcode			.
 region			.
 regioncode			.
 room			.
 speed			:decimal
 street			.
 text			.
 timestamp			:dateTime
 tzo			.
 uri			.
 velocity			.
~http-auth
 confirm		id^;method^;url^
~httpbind
 body	1+	accept;ack:positive;authid;charsets;condition;content;from;hold:unsigned;inactivity:unsigned;key;maxpause:unsigned;newkey;pause:unsigned;polling:unsigned;report:positive;requests:unsigned;rid:positive;route;secure;sid;stream;time:unsigned;to;type=error|terminate;ver;wait:unsigned;xml:lang
 uri			.
~ibb
 close		sid^
 data		seq^:unsigned;sid^	.
 open		block-size^:unsigned;sid^;stanza=iq|message
~jingle/info/telepathy
 message			.
~jingle/transport/telepathy
 candidate		generation:unsigned;name^;plane:positive;psi-sig;pulse:positive;sign;time
 transport	0
~mood
 afraid
 amazed
 amorous
 angry
 annoyed
 anxious
 aroused
 ashamed
 bored
 brave
 calm
 cautious
 cold
 confident
 confused
 contemplative
 contented
 cranky
 crazy
 creative
 curious
 dejected
 depressed
 disappointed
 disgusted
 dismayed
 distracted
 embarrassed
 envious
 excited
 flirtatious
 frustrated
 grumpy
 guilty
 happy
 hopeful
 hot
 humbled
 humiliated
 hungry
 hurt
 impressed
 in_awe
 in_love
 indignant
 interested
 intoxicated
 invincible
 jealous
 lonely
 lucky
 mean
 mood	afraid amazed amorous angry annoyed anxious aroused ashamed bored brave calm cautious cold confident confused contemplative contented cranky crazy creative curious dejected depressed disappointed disgusted dismayed distracted embarrassed envious excited flirtatious frustrated grumpy guilty happy hopeful hot humbled humiliated hungry hurt impressed in_awe in_love indignant interested intoxicated invincible jealous lonely lucky mean moody nervous neutral offended outraged playful proud relaxed relieved remorseful restless sad sarcastic serious shocked shy sick sleepy spontaneous stressed strong surprised text thankful thirsty tired undefined weak worried
 moody
 nervous
 neutral
 offended
 outraged
 playful
 proud
 relaxed
 relieved
 remorseful
 restless
 sad
 sarcastic
 serious
 shocked
 shy
 sick
 sleepy
 spontaneous
 stressed
 strong
 surprised
 text			.
 thankful
 thirsty
 tired
 undefined
 weak
 worried
~muc
 history		maxchars:integer;maxstanzas:integer;seconds:integer;since:dateTime
 nickname			.
 password			.
 presence		level	.
 visibility		type	.
 x	01234	ver
~muc#admin
 actor		jid;nick
 continue		thread	.
 item	014	affiliation=admin|member|none|outcast|owner;jid;nick;role=moderator|none|participant|visitor
 query	2
 reason			.
~muc#owner
 destroy	24	jid
 item	4	affiliation;jid;nick;role	.
 password			.
 query	01+
 reason			.
~muc#user
 actor		jid;nick
 continue		thread
 decline	7	from;to
 destroy	67	jid
 invite	17	from;to
 item	017	affiliation=admin|member|none|outcast|owner;jid;nick;role=moderator|none|participant|visitor
 password			.
 reason			.
 status		code:integer
 text			.
 x	234568	ver
~nick
 nick			.
~poke
 poke		method
~pubsub
 affiliation		affiliation^=member|none|outcast|owner|publisher|publish-only;jid;node
 affiliations	0	node
 configure	+	node
 create		node
 default	+	node;type
 delete	d	node	.
 item	+	id;node;publisher
 items	6	max_items:positive;node;subid
 options	*	jid;node;subid
 publish	6	node^
 publish-options	+
 pubsub	012345789acfgijk	node
 purge		node	.
 redirect		uri	.
 required
 retract	6	node^;notify:boolean
 subscribe		jid;node
 subscribe-options	e
 subscription	h	expiry;jid;node;subid;subscription=none|pending|subscribed|unconfigured
 subscriptions	i	node
 unsubscribe		jid;node;subid
~pubsub#errors
 closed-node
 configuration-required
 invalid-jid
 invalid-options
 invalid-payload
 invalid-subid
 item-forbidden
 item-required
 jid-required
 max-items-exceeded
 max-nodes-exceeded
 node-full			.
 nodeid-required
 not-in-roster-group
 not-subscribed
 payload-required
 payload-too-big
 pending-subscription
 precondition-not-met
 presence-subscription-required
 subid-required
 too-many-subscriptions
 unsupported		feature^
 unsupported-access-model
~pubsub#event
 associate		node^
 collection	056a	node
 configuration	+	node
 create		node	.
 delete	c	node^
 disassociate		node^
 dissociate		node	.
 event	12349bde
 item	+	id;node;publisher;ver
 items	8d	max_items;node^;subid;ver
 node		id	.
 purge		node^
 redirect		uri^
 retract		id^
 subscription		expiry:dateTime;jid^;node;subid;subscription=none|pending|subscribed|unconfigured
~pubsub#owner
 affiliation		affiliation^=member|none|outcast|owner|publisher|publish-only;jid^
 affiliations	0	node
 associate		node	.
 collection	27	node	.
 configure	+	node
 default	+	node;type=collection|leaf
 delete	a	node^
 dissociate		node	.
 pubsub	134569c
 purge		node^
 redirect		jid;node;uri
 subscription		expiry;jid^;node;subid;subscription=none|pending|subscribed|unconfigured
 subscriptions	b	node
~rosterx
 group			.
 item	0	action=add|delete|modify;jid;name
 x	1
~rsm
 after			.
 before			.
 count			:integer
 first		index:integer	.
 index			:integer
 last			.
 max			:integer
 set	0123456
~shim
 header		name^	.
 headers	0
~soap#fault
 DataEncodingUnknown
 MustUnderstand
 Receiver
 Sender
 VersionMismatch
~tune
 artist			.
 composer			.
 date			.
 genre			.
 language			.
 length			:unsigned
 lyricist			.
 performer			.
 rating			:positive
 source			.
 title			.
 track			.
 tune	0123456789abd
 uri			.
~xdata-layout
 fieldref		var^
 page	0234	label
 reportedref
 section	0234	label
 text			.
~xdata-validate
 basic
 list-range		max:unsigned;min:unsigned
 open
 range		max;min
 regex			.
 validate	01234	datatype
jabber:iq:gateway
 desc			.
 jid			.
 prompt			.
 query	012
jabber:iq:iq
 body			.
 desc			.
 hint			.
 message	06	to	.
 num			:integer
 query	1234+
 thread			.
jabber:iq:last
 query		seconds:unsigned	.
jabber:iq:oob
 desc			.
 query	02	sid
 url			.
jabber:iq:private
 query	+	action;strict
jabber:iq:register
 address			.
 city			.
 date			.
 email			.
 first			.
 instructions			.
 key			.
 last			.
 misc			.
 name			.
 nick			.
 password			.
 phone			.
 query	0123456789abcefghijk+
 registered
 remove
 state			.
 text			.
 url			.
 username			.
 zip			.
jabber:iq:roster
 group			.
 item	0	approved:boolean;ask=subscribe;jid^;name;subscription=both|from|none|remove|to
 query	1	diff;sequence;ver
jabber:iq:rpc
 Base64			.
 array	4
 base64			:base64
 boolean			:boolean
 data	k
 dateTime.iso8601			:dateTime
 double			:decimal
 fault	k
 i4			:integer
 int			:integer
 member	ek
 methodCall	cg
 methodName			.
 methodResponse	7g
 name			.
 param	k
 params	f
 query	bd
 string			.
 struct	a
 value	01235689ij		.
jabber:iq:search
 email			.
 first			.
 instructions			.
 item	0145	jid^
 last			.
 nick			.
 query	012345+
jabber:iq:version
 name			.
 os			.
 query	013
 version			.
jabber:server:dialback
 error
 result	0	from^;to^;type=error|invalid|valid	.
 verify	0	from^;id;to^;type=error|invalid|valid	.
jabber:x:conference
 x		continue:boolean;jid^;password;reason;thread
jabber:x:data
 desc			.
 field	0468	label;type=boolean|fixed|hidden|jid-multi|jid-single|list-multi|list-single|text-multi|text-private|text-single;var
 instructions			.
 item	1
 option	8	label
 reported	1
 required
 title			.
 value			.
 x	12357	type^=cancel|form|result|submit
jabber:x:oob
 desc			.
 url			.
 x	01	sid
roster:delimiter
 roster			.
storage:rosternotes
 note		cdate:dateTime;jid^;mdate:dateTime	.
 storage	0
urn:ietf:params:xml:ns:conference-info
 active			:boolean
 associated-aors	f	state=full|partial|deleted
 available-media	f
 by			.
 call-id			.
 call-info	z+
 cascaded-focus			.
 conf-uris	f	state=full|partial|deleted
 conference-description	27dglpwC+
 conference-info	8aixyJ+	entity;state=full|partial|deleted;version:unsigned
 conference-state	0oI+
 disconnection-info	3tL
 disconnection-method			=departed|booted|failed|busy
 display-text			.
 endpoint	5bcdjkquB+	entity;state=full|partial|deleted
 entry	drsBEF+	label	.
 free-text			.
 from-tag			.
 host-info	dGK+
 joining-info	3tL
 joining-method			=dialed-in|dialed-out|focus-owner
 keywords			.
 label			.
 languages			.
 locked			:boolean
 maximum-user-count			:unsigned
 media	dmABE+	id^
 modified	3tL
 purpose			.
 reason			.
 referred	3tL
 roles	f
 service-uris	f	state=full|partial|deleted
 sidebars-by-ref	f	state=full|partial|deleted
 sidebars-by-val	f	state=full|partial|deleted
 sip	4dhD+
 src-id			.
 status			.
 subject			.
 to-tag			.
 type			.
 uri			.
 uris	f	state=full|partial|deleted
 user	16denv+	entity;state=full|partial|deleted
 user-count			:unsigned
 users	H+	state=full|partial|deleted
 web-page			.
 when			:dateTime
urn:ietf:params:xml:ns:xmpp-bind
 bind	123
 jid			.
 required			.
 resource			.
 unbind	3		.
urn:ietf:params:xml:ns:xmpp-sasl
 abort
 aborted
 account-disabled			.
 auth		mechanism	.
 bad-protocol			.
 challenge			.
 credentials-expired			.
 encryption-required			.
 failure	124679abcegkl
 incorrect-encoding
 invalid-authzid
 invalid-mechanism
 malformed-request			.
 mechanism			.
 mechanism-too-weak
 mechanisms	dh
 not-authorized
 required
 response			.
 success
 temporary-auth-failure
 text			.
urn:ietf:params:xml:ns:xmpp-session
 optional
 required			.
 session	01
+attention:0
 attention
+avatar:data
 data			:base64
+avatar:metadata
 data			.
 info		bytes^:unsigned;height:unsigned;id^;type^;url;width:unsigned
 metadata	134
 pointer	+	bytes;height;id;type;width
 stop			.
+bidi
 bidi
+bind:0
 bind	34+
 bound	+
 feature		var
 inline	2
 tag			.
+blocking
 block	2
 blocklist	2
 item		jid^
 unblock	2
+blocking:errors
 blocked
+bob
 data		cid^;max-age:unsigned;type	:base64
+bookmarks-pinning:0
 pinned
+bookmarks:1
 conference	123	autojoin:boolean;name
 extensions	+
 nick			.
 password			.
+bxmpp
 one
 zero
+captcha
 captcha	+
+carbons:2
 disable
 enable
 forwarded	*		.
 private
 received	2
 sent	2
+chat-markers:0
 acknowledged		id;thread	.
 displayed		id;thread	.
 markable			.
 received		id;thread	.
+content
 content		type^	.
+csi:0
 active
 csi
 inactive
+delay
 delay		from;stamp^:dateTime	.
+delegation:2
 attribute		name	.
 delegate		namespace	.
 delegated	0	namespace	.
 delegation	2	to	.
 query	1	to^
+domain-based-name:1
 hostname			.
+extdisco:2
 credentials	1
 service	+	action;expires:dateTime;host^;name;password;port:unsigned;restricted:boolean;transport;type^;username
 services	1	type
+fallback:0
 body		end:unsigned;start:unsigned
 fallback	02	for
 subject		end:unsigned;start:unsigned
+fast:0
 fast	1	count:integer;invalidate:boolean;tls-0rtt:boolean
 mechanism			.
 request-token		mechanism
 token		expiry:dateTime;token
+features:bidi
 bidi
+features:dialback
 dialback	123		.
 errors
 optional			.
 required			.
 sm	123		.
+features:pre-approval
 sub
+features:rosterver
 optional			.
 required			.
 ver	01
+forward:0
 body			.
 forwarded	23+
 iq		from;id;to;type	.
 message	0	from;id;to;type	.
+hashes:2
 hash		algo^	:base64
 hash-used		algo^	.
+hints
 no-copy
 no-permanent-storage			.
 no-permanent-store
 no-storage			.
 no-store
 store
+http:upload:0
 file-too-large	3
 get		url^
 header		name	.
 max-file-size			:positive
 put	2	url^
 request		content-type;filename^;size^:positive
 retry		stamp
 slot	14
+idle:1
 idle		since^:dateTime
+jingle-message:0
 accept		id^
 alternative-session			.
 busy			.
 cancel			.
 connectivity-error			.
 decline			.
 expired			.
 failed-application			.
 failed-transport			.
 finish	eh+	id^
 general-error			.
 gone			.
 incompatible-parameters			.
 media-error			.
 migrated		to^
 proceed		id	.
 propose	+	id^
 reason	12345678abcdlmnpqr		.
 reject	ho+	id^
 retract	ho+	id^
 ringing		id	.
 security-error			.
 success			.
 text			.
 tie-break
 timeout			.
 unsupported-applications			.
 unsupported-transports			.
+jingle:1
 alternative-session	g
 busy
 cancel
 connectivity-error
 content	+	creator=initiator|responder;disposition;name^;senders=both|initiator|none|responder
 decline
 expired
 failed-application
 failed-transport
 general-error
 gone
 incompatible-parameters
 jingle	4ej+	action=content-accept|content-add|content-modify|content-reject|content-remove|description-info|security-info|session-accept|session-info|session-initiate|session-terminate|transport-accept|transport-info|transport-reject|transport-replace;host;initiator;responder;sid
 media-error
 reason	012356789abdfhiklm+
 security-error
 sid			.
 success
 text			.
 thread		parent	.
 timeout
 unsupported-applications
 unsupported-transports
+jingle:apps:category:0
 category		name
+jingle:apps:dtls:0
 fingerprint		hash^;setup	.
+jingle:apps:file-transfer:5
 checksum	4	creator=initiator|responder;name
 date			.
 desc			.
 description	4
 file	12789b+
 file-not-available			.
 file-too-large			.
 media-type			.
 name			.
 range		length;offset	.
 received		creator=initiator|responder;name
 size			:positive
+jingle:apps:rtp:1
 bandwidth		type^	.
 crypto		crypto-suite^;key-params^;session-params;tag^
 description	0356	media;ssrc:unsigned
 encryption	17	required:boolean
 parameter		name^;value^
 payload-type	4	channels:unsigned;clockrate:unsigned;id^:unsigned;maxptime:unsigned;name;ptime:unsigned
 rtcp-mux	*		.
 zrtp-hash		version	.
+jingle:apps:rtp:errors:1
 crypto-required
 invalid-crypto
+jingle:apps:rtp:info:1
 active		name
 hold		name
 mute		creator=initiator|responder;name
 ringing
 unhold		name
 unmute		creator=initiator|responder;name
+jingle:apps:rtp:rtcp-fb:0
 parameter		name^;value	.
 rtcp-fb	0	subtype;type^
 rtcp-fb-trr-int		value^	.
+jingle:apps:rtp:rtp-hdrext:0
 extmap-allow-mixed			.
 parameter		name^;value	.
 rtp-hdrext	1	id^:unsigned;senders=both|initiator|none|responder;uri^
+jingle:apps:rtp:ssma:0
 parameter		name^;value
 source	0	ssrc^:unsigned
 ssrc-group	1	semantics^
+jingle:apps:rtp:zrtp:1
 zrtp-hash		version^	.
+jingle:apps:rtt-sync:0
 datachannel		label;order;reliability;subprotocol	.
 description	03	profile	.
 rtt-fallback		method;reason;sid;sync-mode	.
 rtt-sync		finality;lang;max-skew:unsigned;role^;source;sync-group;sync-mode^;sync-reference
+jingle:errors:1
 out-of-order
 security-required			.
 tie-break
 unknown-session
 unsupported-info
+jingle:transports:ibb:1
 transport		block-size^:integer;sid^;stanza=iq|message
+jingle:transports:ice-udp:1
 candidate		component^:unsigned;foundation^;generation^:unsigned;id^;ip^;network:unsigned;port^:unsigned;priority^:positive;protocol^;rel-addr;rel-port:unsigned;rem-addr;rem-port;type^=host|prflx|relay|srflx
 remote-candidate		component^:unsigned;ip^;port^:unsigned
 transport	01	pwd;ufrag
+jingle:transports:raw-udp:1
 candidate		component:unsigned;generation^:unsigned;id^;ip^;port^:unsigned;type=host|prflx|relay|srflx
 transport	0
+jingle:transports:s5b:1
 activated		cid^
 candidate		cid^;host^;jid;port:positive;priority^:positive;type=assisted|direct|proxy|tunnel;zeroconf
 candidate-error
 candidate-used		cid^
 proxy-error
 transport	01234	dstaddr;mode=tcp|udp;sid
+langtrans
 source			.
 translation		charset;destination_lang^;dictionary;engine;reviewed:boolean;source_lang
 x	01
+langtrans:items
 item		destination_lang;dictionary;engine;jid^;name;pivotable:boolean;source_lang^
 query	0
+mds:displayed:0
 displayed	+
+media-element
 media	1	height:unsigned;width:unsigned
 uri		type^	.
 xml			.
+message-correct:0
 replace		id^	.
+message-moderate:1
 moderate	2	id^
 moderated		by	.
 reason			.
+message-retract:1
 reason			.
 retract	0	id
 retracted	0	by;from;id;stamp:dateTime	.
+muc-token-invite:0
 expired-token
 request		counter:unsigned;delay:unsigned
 revoke			.
 token		counter;delay	.
 tokens	3
+notification-settings:1
 advanced	+
 always	0	identity-category;identity-type
 never	0	identity-category;identity-type
 notify	124
 on-mention	0	identity-category;identity-type
+occupant-id:0
 occupant-id		id^
+omemo:2
 bundle	5bde
 device		id^:unsigned;label;labelsig:base64
 devices	1
 encrypted	49
 header	7	sid:unsigned
 ik			:base64
 key		kex:boolean;rid^:unsigned	:base64
 keys	6	jid^
 opt-out	c		.
 payload			:base64
 pk		id^:unsigned	:base64
 prekeys	a
 reason			.
 spk		id^:unsigned	:base64
 spks			:base64
+order-by:1
 order		by^;desc
+pie:0
 host	3+	jid^
 offline-messages	+
 server-data	0+
 user	1+	name^;password
+ping
 ping
+privilege:2
 namespace		ns^;type^
 perm	0	access^;push:boolean;type
 privilege	1
 privileged_iq	*		.
+pubsub-filter:0
 filter	+
+push:0
 disable		jid^;node
 enable	+	jid^;node
 notification	*
+reach:0
 addr	1	uri^
 desc			.
 reach	0
+reactions:0
 reaction			.
 reactions	0	id^
+receipts
 received		id
 request
+reporting:1
 abuse
 container	2
 report	356+	reason^
 report-origin
 spam
 text			.
 third-party
+rtt:0
 c			.
 d			.
 e		n;p
 g			.
 rtt	012356	event=new|reset|edit|init|cancel;id;seq^:unsigned
 t		p	.
 w		n
+sasl-cb:0
 channel-binding		type
 sasl-channel-binding	0
+sasl:2
 abort	m+
 additional-data			:base64
 authenticate	8agn+	mechanism
 authentication	bc
 authorization-identifier			.
 authorization-identity			.
 challenge			:base64
 continue	1lm
 device			.
 failure	m+
 initial-response			:base64
 inline	+
 mechanism			.
 mechanisms	c		.
 next	+	task
 response			:base64
 software			.
 success	145+
 tasK			.
 task			.
 task-data	+
 tasks	ij
 text			.
 user-agent	8g	id
+sasl:upgrade:0
 upgrade			.
+sce:1
 content	*
 envelope	02345
 from		jid^
 rpad			.
 time		stamp^
 to		jid^
+scram-upgrade:0
 hash			:base64
 iterations			:integer
 parameters	13
 salt		iterations:integer	:base64
+sec-label:0
 displaymarking		bgcolor;fgcolor	.
 equivalentlabel	+
 label	+
 securitylabel	012
+sec-label:catalog:2
 catalog	1	desc;from;id;name;node;restrict:boolean;size:integer;to
 item	+	default:boolean;selector
+sec-label:ess:0
 esssecuritylabel			:base64
+serverinfo:0
 connection	1	type=incoming|outgoing|bidi	.
 domain	2	name
 federation	03
 remote-domain	0	name
 serverinfo	12
+sid:0
 origin-id		id^
 referenced-stanza		by;id^
 stanza-id		by^;id^
+sm:3
 a		h^:unsigned
 enable		max:positive;resume:boolean
 enabled		id;location;max:positive;resume:boolean
 failed		h:unsigned
 handled-count-to-high		h;send-count	.
 handled-count-too-high		h:unsigned;send-count:unsigned
 optional			.
 r		h
 required			.
 resume		h:unsigned;previd
 resumed		h:unsigned;previd
 sm	68
+stream-limits:0
 idle-seconds			:unsigned
 limits	02
 max-bytes			:unsigned
+sxe:0
 accept-state
 connect
 document-begin		prolog^
 document-end		last-id^;last-sender^
 new		chdata;creator;last-modified-by;name;ns;parent;pidata;pitarget;primary-weight:decimal;rid^;type^=element|attr|text|comment|processinginstruction;version:unsigned
 refuse-state
 remove		target^
 set		chdata;name;ns;parent;pidata;pitarget;primary-weight:decimal;replacefrom:unsigned;replacen:unsigned;target^;version^:unsigned
 state	23467
 state-offer	+
 sxe	01456789	id;name;session^
+thumbs:1
 thumbnail		height:unsigned;media-type;uri^;width:unsigned
+time
 time	12
 tzo			.
 utc			.
+tm:1
 distrust			:base64
 key-owner	02	jid^
 trust			:base64
 trust-message	1	encryption^;usage^
+webxdc:0
 document			.
 json			.
 summary			.
 x	012
vcard-temp:x:update
 photo			.
 x	0
`;

export const payloadMonth = "2026-06";
