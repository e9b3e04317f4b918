;;; emacs.el --- What somebody does in Emacs -*- lexical-binding: t -*-

;; Opens files, sees the diagnostics, takes the quick fix. Run by scripts/editors/emacs.mjs, with
;; nothing but the configuration of docs/editors.md.

;;; Code:

(require 'cl-lib)
(require 'eglot)
(require 'flymake)

(defvar stanza-wait 200 "So many seconds are waited for what has to come.")
(defvar stanza-failed nil)

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
      ;; What batch mode does not do by itself: reading from processes, and idle timers.
      (accept-process-output nil 0.05)
      (flymake-start))
    (unless (equal expected found)
      (error "Expected %S, found %S" expected found))))

(defun stanza-rules ()
  "What the diagnostics in the buffer are about."
  (mapcar #'stanza-rule (flymake-diagnostics)))

(defun stanza-rule (diagnostic)
  "The rule of DIAGNOSTIC if it is the expected one, else its text."
  (let ((text (flymake-diagnostic-text diagnostic)))
    (if (string-match-p "error has no type" text) 'error-type-missing text)))

(dolist (file '(("a.stanza" . xmpp-stanza-mode)
                ("b.xmpp" . xmpp-stanza-mode)
                ("c.stanza.xml" . xmpp-stanza-mode)
                ("d.xmpp.xml" . xmpp-stanza-mode)
                ("plain.xml" . nxml-mode)))
  (stanza-test (format "%s has its mode and its diagnostics, by the settings" (car file))
    (switch-to-buffer (find-file-noselect (car file)))
    (stanza-until-equal (cdr file) (lambda () major-mode))
    ;; Eglot starts after the command that opened the file; batch mode has none.
    (run-hooks 'post-command-hook)
    ;; text-lang-missing is there too, and off.
    (stanza-until-equal '(error-type-missing) #'stanza-rules)))

(stanza-test "nXML does not take several stanzas for a mistake"
  (switch-to-buffer "a.stanza")
  (stanza-until-equal nil (lambda () (bound-and-true-p rng-validate-mode))))

(stanza-test "the quick fix inserts the error type, and the diagnostic is gone"
  (switch-to-buffer "a.stanza")
  (let ((expected (replace-regexp-in-string "<error>" "<error type='cancel'>" (buffer-string) t t))
        (found (car (flymake-diagnostics))))
    (goto-char (flymake-diagnostic-beg found))
    ;; As if a key had been pressed: after a click, or nothing, a menu would open.
    (cl-letf ((last-nonmenu-event ?\r)
              ((symbol-function 'completing-read)
               (lambda (_prompt choices &rest _)
                 (let ((titles (mapcar (lambda (one) (if (consp one) (car one) one))
                                       (all-completions "" choices))))
                   (or (cl-find-if (lambda (title) (string-prefix-p "Insert type='cancel'" title))
                                   titles)
                       (error "There were only %S" titles))))))
      (call-interactively #'eglot-code-actions))
    (stanza-until-equal expected #'buffer-string)
    ;; Changes are sent when Emacs is idle, which it never is in batch mode, or with the file's saving.
    (save-buffer)
    (stanza-until-equal nil #'stanza-rules)))

(kill-emacs (if stanza-failed 1 0))
;;; emacs.el ends here
