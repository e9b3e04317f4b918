;;; eglot.el --- What somebody does in Emacs with eglot -*- lexical-binding: t -*-

;; Opens files, sees the diagnostics, takes the quick fix. Run by scripts/editors/emacs.mjs, with
;; nothing but the configuration of docs/editors.md.

;;; Code:

(require 'eglot)
(require 'flymake)

(setq stanza-idle #'flymake-start)

(defun stanza-rules ()
  "What the diagnostics in the buffer are about."
  (mapcar (lambda (one) (stanza-rule (flymake-diagnostic-text one))) (flymake-diagnostics)))

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

(stanza-test "each mode has a server with its own language id"
  (stanza-until-equal
   '("nxml" "xmpp-stanza")
   (lambda ()
     (sort (cl-loop for name in '("a.stanza" "plain.xml")
                    collect (with-current-buffer name
                              (eglot--language-id (eglot-current-server))))
           #'string<))))

(stanza-test "the quick fix inserts the error type, and the diagnostic is gone"
  (switch-to-buffer "a.stanza")
  (let ((expected (stanza-fixed)))
    (goto-char (flymake-diagnostic-beg (car (flymake-diagnostics))))
    ;; As if a key had been pressed: after a click, or nothing, a menu would open.
    (cl-letf ((last-nonmenu-event ?\r)
              ((symbol-function 'completing-read)
               (lambda (_prompt choices &rest _) (stanza-choose choices))))
      (call-interactively #'eglot-code-actions))
    (stanza-until-equal expected #'buffer-string)
    ;; Changes are sent when Emacs is idle, which it never is in batch mode, or with the file's saving.
    (save-buffer)
    (stanza-until-equal nil #'stanza-rules)))

(stanza-test "a condition is completed in an error"
  (switch-to-buffer "a.stanza")
  (stanza-complete-condition #'eglot-completion-at-point)
  (stanza-until-equal t (lambda () (numberp (stanza-is-completed))))
  (save-buffer))

(stanza-test "a configuration file that changes outside takes effect when a file is saved"
  (switch-to-buffer "b.xmpp")
  (stanza-until-equal '(error-type-missing) #'stanza-rules)
  ;; Batch mode has no events of files: the server sees it when a file is saved.
  (stanza-change-configuration)
  (set-buffer-modified-p t)
  (save-buffer)
  (stanza-until-equal nil #'stanza-rules))

(stanza-test "the server ends with eglot-shutdown"
  (let* ((server (eglot-current-server)) (process (jsonrpc--process server)))
    (eglot-shutdown server nil stanza-wait)
    (stanza-until-equal nil (lambda () (process-live-p process)))))

(stanza-finish)
;;; eglot.el ends here
