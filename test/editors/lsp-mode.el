;;; lsp-mode.el --- What somebody does in Emacs with lsp-mode -*- lexical-binding: t -*-

;; Opens files, sees the diagnostics, takes the quick fix. Run by scripts/editors/emacs.mjs, with
;; nothing but the configuration of docs/editors.md.

;;; Code:

(require 'lsp-mode)
(require 'lsp-diagnostics)
(require 'lsp-completion)

(defun stanza-rules ()
  "What the diagnostics of the buffer's file are about."
  (mapcar (lambda (one) (stanza-rule (lsp:diagnostic-message one)))
          (gethash (lsp--fix-path-casing buffer-file-name) (lsp-diagnostics t))))

;; lsp-mode asks for the project's folder; batch mode has nobody to ask.
(setq lsp-auto-guess-root t
      lsp-enable-file-watchers t
      lsp-warn-no-matched-clients nil)

(dolist (name '("a.stanza" "b.xmpp" "c.stanza.xml" "d.xmpp.xml"))
  (stanza-test (format "%s has its mode and its diagnostics, by the settings" name)
    (switch-to-buffer (find-file-noselect name))
    (stanza-until-equal 'xmpp-stanza-mode (lambda () major-mode))
    ;; text-lang-missing is there too, and off.
    (stanza-until-equal '(error-type-missing) #'stanza-rules)))

(stanza-test "the quick fix inserts the error type, and the diagnostic is gone"
  (switch-to-buffer "a.stanza")
  (let ((expected (stanza-fixed)))
    (goto-char (point-min))
    (search-forward "<err")
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt choices &rest _) (stanza-choose choices))))
      (call-interactively #'lsp-execute-code-action))
    (stanza-until-equal expected #'buffer-string)
    (stanza-until-equal nil #'stanza-rules)
    (save-buffer)))

(stanza-test "a condition is completed in an error"
  (switch-to-buffer "a.stanza")
  (stanza-complete-condition #'lsp-completion-at-point)
  (stanza-until-equal t (lambda () (numberp (stanza-is-completed))))
  (save-buffer))

(stanza-test "a configuration file that changes outside takes effect when a file is saved"
  (switch-to-buffer "b.xmpp")
  (stanza-until-equal '(error-type-missing) #'stanza-rules)
  (stanza-change-configuration)
  (set-buffer-modified-p t)
  (save-buffer)
  (stanza-until-equal nil #'stanza-rules))

(stanza-test "the server ends with the workspace"
  (let* ((workspace (car (lsp-workspaces))) (process (lsp--workspace-cmd-proc workspace)))
    (lsp-workspace-shutdown workspace)
    (stanza-until-equal nil (lambda () (process-live-p process)))))

(stanza-finish)
;;; lsp-mode.el ends here
