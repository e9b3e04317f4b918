;;; emacs.el --- What the tests in Emacs share -*- lexical-binding: t -*-

;; Loaded by scripts/editors/emacs.mjs after the configuration of docs/editors.md, and before the
;; tests of one client.

;;; Code:

(require 'cl-lib)

(defvar stanza-wait 200 "So many seconds are waited for what has to come.")
(defvar stanza-failed nil)
(defvar stanza-idle #'ignore "Called while waiting: what batch mode does not do by itself.")

(defmacro stanza-test (name &rest body)
  "Report NAME as ok unless BODY signals an error."
  (declare (indent 1))
  `(condition-case problem
       (progn ,@body (princ (format "ok %s\n" ,name)))
     (error
      (setq stanza-failed t)
      (princ (format "not ok %s: %s\n" ,name
                     (replace-regexp-in-string "\n" " " (error-message-string problem)))))))

(defun stanza-until-equal (expected ask)
  "Wait until the function ASK gives EXPECTED."
  (let ((end (+ (float-time) stanza-wait)) found)
    (while (and (not (equal expected (setq found (funcall ask)))) (< (float-time) end))
      ;; Batch mode does not read from processes by itself.
      (accept-process-output nil 0.05)
      (funcall stanza-idle))
    (unless (equal expected found)
      (error "Expected %S, found %S" expected found))))

(defun stanza-rule (text)
  "The rule of a diagnostic with TEXT if it is the expected one, else the text."
  (if (string-match-p "error/> has no type\\|error has no type" text) 'error-type-missing text))

(defun stanza-fixed ()
  "The text of the buffer after the fix."
  (replace-regexp-in-string "<error>" "<error type='cancel'>" (buffer-string) t t))

(defun stanza-choose (choices)
  "The fix among CHOICES, strings or pairs whose first is one."
  (let ((titles (mapcar (lambda (one) (if (consp one) (car one) one))
                        (all-completions "" choices))))
    (or (cl-find-if (lambda (title) (string-prefix-p "Insert type='cancel'" title)) titles)
        (error "There were only %S" titles))))

(defun stanza-complete-condition (capf)
  "Type a condition in an error at the end of the buffer, and choose what CAPF offers."
  (goto-char (point-max))
  (insert "<iq type='error' id='e2'><error type='cancel'><item-n</error></iq>\n")
  (search-backward "</error>")
  (pcase-let* ((`(,start ,end ,table . ,more) (funcall capf))
               (offered (all-completions (buffer-substring start end) table
                                         (plist-get more :predicate)))
               (chosen (cl-find-if (lambda (one) (string-match-p "item-not-found" one)) offered)))
    (unless chosen (error "There were only %S" offered))
    (delete-region start end)
    (insert chosen)
    (funcall (plist-get more :exit-function) chosen 'finished)))

(defun stanza-is-completed ()
  "True if the condition has its namespace."
  (string-match-p
   (regexp-quote "><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>")
   (buffer-string)))

(defun stanza-change-configuration ()
  "Switch the rule off that the first file breaks, outside of Emacs."
  (write-region "{ \"rules\": { \"error-type-missing\": \"off\", \"text-lang-missing\": \"off\" } }"
                nil "xmpp-stanza.json" nil 'quietly))

(defun stanza-finish ()
  "End Emacs with the result of the tests."
  (kill-emacs (if stanza-failed 1 0)))

;;; emacs.el ends here
