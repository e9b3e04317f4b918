#!/usr/bin/env bash
# jabber.el 0.8.9999 for Emacs (Debian 12, elpa-jabber 0.8.9999.git1569-1, Emacs 28.2): a stream error with a condition that the program knows cannot be read, one that
# it does not know can: for <host-gone/> jabber-parse-stream-error signals no-catch, since it leaves a plain dolist with cl-return, and for <reset/>
# or <not-well-formed/> (RFC 6120 §4.9.3) it says "Unknown stream error", since its list is that of RFC 3920. In a stanza error jabber-error-condition
# takes <text/> for the condition where it stands first, which RFC 6120 §8.3.1 does not forbid; jabber-parse-error does not.
# A guess would be that what is in the list of a client is what it can show.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for tool in apt-get dpkg emacs; do
  command -v "$tool" >/dev/null || { echo "needs $tool: Debian 12 with Emacs"; exit 2; }
done
apt-get download elpa-jabber=0.8.9999.git1569-1 >apt.log 2>&1 || { cat apt.log; exit 2; }
dpkg --extract elpa-jabber*.deb packages
cat >run.el <<'SOURCE'
(require 'xml)
(require 'jabber)

(defun show (reader text)
  (let ((element (with-temp-buffer (insert text) (car (xml-parse-region (point-min) (point-max))))))
    (princ (format "%S\n" (condition-case raised (funcall reader element) (error raised) (no-catch raised))))))

(dolist (condition '("host-gone" "reset" "not-well-formed"))
  (show #'jabber-parse-stream-error
        (format "<stream:error xmlns:stream='http://etherx.jabber.org/streams'><%s xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>" condition)))
(let* ((attribute "xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'")
       (text (format "<text %s>Closed</text>" attribute))
       (condition (format "<forbidden %s/>" attribute)))
  (dolist (children (list (concat condition text) (concat text condition)))
    (dolist (reader '(jabber-error-condition jabber-parse-error))
      (show reader (format "<error type='auth'>%s</error>" children)))))
SOURCE
cat >expected <<'OUTPUT'
(no-catch --cl-block-nil-- host-gone)
"Unknown stream error"
"Unknown stream error"
forbidden
"Forbidden: Closed"
text
"Forbidden: Closed"
OUTPUT
HOME="$folder" emacs -Q --batch -L "$(dirname packages/usr/share/emacs/site-lisp/elpa-src/*/jabber.el)" -l run.el >seen 2>log || { cat seen log; exit 1; }
cat seen
diff expected seen
