// Generated from data/payload-fields.tsv by `npm run generate`; change it there (see data/README.md).

export const formTable = `
>urn:xmpp:calendar-events:rsvp:0
 attending
MUC
 muc-password list-single
http://example.com/archiving
 action_before
 important
 task
http://jabber.org/network/serverinfo
 serverinfo-pubsub-node text-single
~admin
 accountjid jid-single
 accountjids jid-multi
 activeuserjids jid-multi
 activeusersnum text-single
 adminjids jid-multi
 announcement text-multi
 blacklistjids jid-multi
 delay list-multi
 disableduserjids jid-multi
 disabledusersnum text-single
 email text-single
 given_name text-single
 idleusersnum text-single
 ipaddresses list-multi
 lastlogin text-single
 loginsperminute text-single
 max_items list-single
 motd text-multi
 onlineresources text-single
 onlineuserjids jid-multi
 onlineusersnum text-single
 password text-private
 password-verify text-private
 registereduserjids jid-multi
 registeredusersnum text-single
 rostersize text-single
 stanzaspersecond text-single
 surname text-single
 welcome text-multi
 whitelistjids jid-multi
~files
 date text-single
 description text-single
 hash text-single
 mime-type text-single
 size text-single
~muc#register
 muc#register_allow boolean
 muc#register_email text-single
 muc#register_faqentry text-multi
 muc#register_first text-single
 muc#register_last text-single
 muc#register_roomnick text-single
 muc#register_url text-single
~muc#request
 muc#jid jid-single
 muc#request_allow boolean
 muc#role list-single
 muc#roomnick text-single
~muc#roomconfig
 muc#maxhistoryfetch text-single
 muc#roomconfig_allowinvites boolean
 muc#roomconfig_allowpm list-single
 muc#roomconfig_changesubject boolean
 muc#roomconfig_enablelogging boolean
 muc#roomconfig_forwardmentions boolean
 muc#roomconfig_getmemberlist list-multi
 muc#roomconfig_lang text-single
 muc#roomconfig_maxusers list-single
 muc#roomconfig_membersonly boolean
 muc#roomconfig_moderatedroom boolean
 muc#roomconfig_passwordprotectedroom boolean
 muc#roomconfig_persistentroom boolean
 muc#roomconfig_presencebroadcast list-multi
 muc#roomconfig_publicroom boolean
 muc#roomconfig_pubsub text-single
 muc#roomconfig_roomadmins jid-multi
 muc#roomconfig_roomdesc text-single
 muc#roomconfig_roomname text-single
 muc#roomconfig_roomowners jid-multi
 muc#roomconfig_roomsecret text-private
 muc#roomconfig_whois list-single
~muc#roominfo
 hats#hash text-single
 muc#maxhistoryfetch text-single
 muc#roomconfig_changesubject
 muc#roomconfig_pubsub
 muc#roominfo_contactjid jid-multi
 muc#roominfo_description text-single
 muc#roominfo_lang text-single
 muc#roominfo_ldapgroup text-single
 muc#roominfo_logs text-single
 muc#roominfo_occupants text-single
 muc#roominfo_subject text-single
 muc#roominfo_subjectmod boolean
~offline
 number_of_messages text-single
~pubsub#chaining
 local-node text-single
 remote-node text-single
 remote-service jid-single
~pubsub#meta-data
 pubsub#access_model list-single
 pubsub#contact jid-multi
 pubsub#creation_date text-single
 pubsub#creator jid-single
 pubsub#description text-single
 pubsub#language list-single
 pubsub#max_items text-single
 pubsub#node_type text-single
 pubsub#num_subscribers text-single
 pubsub#owner jid-multi
 pubsub#persist_items boolean
 pubsub#publish_model list-single
 pubsub#publisher jid-multi
 pubsub#title text-single
 pubsub#type text-single
~pubsub#node_config
 pubsub#access_model list-single
 pubsub#body_xslt text-single
 pubsub#children text-multi
 pubsub#children_association_policy list-single
 pubsub#children_association_whitelist jid-multi
 pubsub#children_max text-single
 pubsub#collection text-multi
 pubsub#contact jid-multi
 pubsub#dataform_xslt text-single
 pubsub#deliver_notifications boolean
 pubsub#deliver_payloads boolean
 pubsub#description text-single
 pubsub#item_expire text-single
 pubsub#itemreply list-single
 pubsub#language list-single
 pubsub#max_items text-single
 pubsub#max_payload_size text-single
 pubsub#node_type list-single
 pubsub#notification_type list-single
 pubsub#notify_config boolean
 pubsub#notify_delete boolean
 pubsub#notify_retract boolean
 pubsub#notify_sub boolean
 pubsub#persist_items boolean
 pubsub#presence_based_delivery boolean
 pubsub#publish_model list-single
 pubsub#publish_node_full list-single
 pubsub#purge_offline boolean
 pubsub#roster_groups_allowed list-multi
 pubsub#send_last_published_item list-single
 pubsub#subscribe boolean
 pubsub#tempsub boolean
 pubsub#title text-single
 pubsub#type text-single
~pubsub#publish-options
 pubsub#access_model
 pubsub#max_items
 pubsub#persist_items
 pubsub#prev_item_cap_value
 pubsub#send_last_published_item
 secret
~pubsub#subscribe_authorization
 pubsub#allow boolean
 pubsub#node text-single
 pubsub#subid text-single
 pubsub#subscriber_jid jid-single
~pubsub#subscribe_options
 pubsub#deliver boolean
 pubsub#digest boolean
 pubsub#digest_frequency text-single
 pubsub#expire text-single
 pubsub#include_body boolean
 pubsub#queue_requests text-single
 pubsub#show-values list-multi
 pubsub#subscription_depth list-single
 pubsub#subscription_type list-single
 x-http://shakespeare.lit/search#keyword text-single
~rc
 auto-auth boolean
 auto-files boolean
 auto-msg boolean
 auto-offline boolean
 files list-multi
 groupchats list-multi
 sounds boolean
 status list-single
 status-message text-multi
 status-priority text-single
http://www.xmpp.org/extensions/xep-0116.html#ns
 compress list-single
 counter hidden
 crypt_algs list-single
 dhhashes hidden
 dhkeys hidden
 expires hidden
 hash_algs list-single
 init_pubkey list-single
 match_resource text-single
 modp list-single
 my_nonce hidden
 nonce hidden
 rekey_freq text-single
 resp_pubkey list-single
 rshashes hidden
 sas_algs list-single
 sign_algs list-single
 signs list-single
 srshash hidden
 stanzas list-multi
jabber:bot
 botname text-single
 description text-multi
 features list-multi
 invitelist jid-multi
 maxsubs list-single
 password text-private
 public boolean
jabber:iq:register
 SHA-256 text-single
 address text-single
 answers hidden
 audio_recog text-single
 challenge hidden
 city text-single
 date text-single
 email text-single
 first text-single
 key text-single
 last text-single
 misc text-single
 name text-single
 nick text-single
 ocr text-single
 password text-private
 phone text-single
 picture_q text-single
 picture_recog text-single
 qa text-single
 sid hidden
 speech_q text-single
 speech_recog text-single
 state text-single
 text text-single
 url text-single
 username text-single
 video_q text-single
 video_recog text-single
 x-gender list-single
 zip text-single
jabber:iq:register:cancel
 password text-private
 username text-single
 x-mmn text-single
jabber:iq:register:changepassword
 old_password text-private
 password text-private
 username text-single
 x-mmn text-single
jabber:iq:search
 email text-single
 first text-single
 last text-single
 nick text-single
 x-gender list-single
romantic_meetings
 places-to-meet list-single
 times-to-meet list-single
+calendar-events:extra:0
 accessibility:wheelchair
 website
+calendar-events:rsvp:0
 attending list-single
 participants_number
+captcha
 SHA-256 text-single
 answers hidden
 audio_recog text-single
 challenge hidden
 from hidden
 ocr text-single
 picture_q text-single
 picture_recog text-single
 qa text-single
 sid hidden
 speech_q text-single
 speech_recog text-single
 video_q text-single
 video_recog text-single
+channel-search:0:search-params
 all boolean
 key list-single
 min_users text-single
 q text-single
 sinaddr boolean
 sindescription boolean
 sinname boolean
 types list-multi
+crl:0
 urn:xmpp:crl:0#simple-labels text-multi
+dataforms:softwareinfo
 ip_version text-multi
 os
 os_version
 software
 software_version
+delegation:2
 challenge hidden
 http://jabber.org/protocol/pubsub list-single
+hats:commands
 hat list-single
 hats#hash text-single
 hats#hue text-single
 hats#jid text-single
 hats#title text-single
 hats#uri text-single
+http:upload:0
 max-file-size
+mam:2
 after-id text-single
 before-id text-single
 end text-single
 ids text-multi
 include-groupchat boolean
 start text-single
 with jid-single
+mentions:0
 mentions#associations list-single
 mentions#channel list-single
 mentions#count text-single
 mentions#hats list-single
 mentions#individual list-single
 mentions#server list-single
 mentions#space list-single
+mix:admin:0
 Administrator jid-multi
 Owner
+mix:anon:0
 vCard
+mix:core:1
 Contact jid-single
 Description text-multi
 Name text-multi
+pubsub-filter:0
 included-types list-multi
+push:summary
 last-message-body text-single
 last-message-sender jid-single
 message-count text-single
 pending-subscription-count text-single
+reactions:0:restrictions
 allowlist
 max_reactions_per_user
+register:0
 email text-single
 first text-single
 last text-single
 nick text-single
+spaces:0
 parent
+ssn
 accept boolean
 compress list-single
 continue text-single
 counter
 crypt_algs list-single
 dhhashes hidden
 dhkeys hidden
 disclosure list-single
 expires
 hash_algs list-single
 http://jabber.org/protocol/chatstates list-single
 http://jabber.org/protocol/xhtml-im list-single
 identity
 init_pubkey list-single
 language list-single
 logging list-single
 mac
 match_resource
 modp list-single
 multisession boolean
 my_nonce hidden
 nonce
 otr list-single
 presence list-single
 reason
 rekey_freq text-single
 renegotiate boolean
 resp_pubkey list-single
 rshashes hidden
 sas_algs list-single
 security list-single
 sign_algs list-single
 signs
 srshash
 stanzas list-multi
 terminate boolean
 ver list-single
+tmp:profile
 area
 building
 common_name
 country
 email
 fax
 landline_phone
 lat
 locality
 lon
 nickname
 postalcode
 region
 street
 weblog
 x-favorite_painters
+tmp:roster-management:0
 answer boolean
 challenge hidden
+xdata:signature:oauth1
 Password text-single
 UserName text-single
 email text-single
 first text-single
 last text-single
 oauth_consumer_key hidden
 oauth_nonce hidden
 oauth_signature hidden
 oauth_signature_method hidden
 oauth_timestamp hidden
 oauth_token hidden
 oauth_token_secret hidden
 oauth_version hidden
 x-gender list-single
`;
