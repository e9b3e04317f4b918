/** What the pier answers. */
class Reply {
  static final String GONE =
      "<iq type=\"error\" id=\"tide-1\"><error>\n"
          + "<gone xmlns=\"urn:ietf:params:xml:ns:xmpp-stanzas\"/></error></iq>";
}
