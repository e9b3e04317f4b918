#!/usr/bin/env bash
# jXMPP 1.0.1 for Java (Debian 12, libjxmpp-java 1.0.1-3), whose addresses Smack 4 uses: a localpart with a character that RFC 7622 §3.3.1 excludes is refused with the name
# of the next character in the RFC's list: "must not contain '"'" for a blank, '&' for a quotation mark, ':' for a slash. For @, the last of the
# list, it is no message about a localpart but an ArrayIndexOutOfBoundsException, where all others are XmppStringprepException.
# A guess would be that the character named is the one to take out.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for tool in apt-get dpkg javac java; do
  command -v "$tool" >/dev/null || { echo "needs $tool: Debian 12 with a JDK"; exit 2; }
done
apt-get download libjxmpp-java=1.0.1-3 >apt.log 2>&1 || { cat apt.log; exit 2; }
dpkg --extract libjxmpp-java*.deb packages
cat >Run.java <<'SOURCE'
import org.jxmpp.jid.parts.Localpart;

public class Run {
  public static void main(String[] arguments) {
    for (char character : "._ \"&'/:<>@".toCharArray()) {
      try {
        System.out.println(character + " " + Localpart.from("heron" + character + "1"));
      } catch (Exception raised) {
        System.out.println(character + " " + raised.getClass().getSimpleName() + " " + raised.getMessage());
      }
    }
  }
}
SOURCE
cat >expected <<'OUTPUT'
. heron.1
_ heron_1
  XmppStringprepException Localpart must not contain '"'
" XmppStringprepException Localpart must not contain '&'
& XmppStringprepException Localpart must not contain '''
' XmppStringprepException Localpart must not contain '/'
/ XmppStringprepException Localpart must not contain ':'
: XmppStringprepException Localpart must not contain '<'
< XmppStringprepException Localpart must not contain '>'
> XmppStringprepException Localpart must not contain '@'
@ ArrayIndexOutOfBoundsException Index 8 out of bounds for length 8
OUTPUT
classes=$(printf '%s:' packages/usr/share/java/*-1.0.1.jar).
javac -cp "$classes" Run.java
java -cp "$classes" Run >seen
cat seen
diff expected seen
