/**
 * Completion scripts, by which shells ask `xmpp-stanza complete` for the continuations of a command line. The words
 * are passed as arguments, never as text of a command.
 */

export const completionScripts = {
  bash: `# Completion of xmpp-stanza for bash: source <(xmpp-stanza completions bash)
_xmpp_stanza() {
  local line word=\${COMP_WORDS[COMP_CWORD]}
  COMPREPLY=()
  while IFS= read -r line; do
    line=\${line%%$'\\t'*}
    [[ $word == = ]] || [[ $line == "$word"* ]] && COMPREPLY+=("$line")
  done < <(xmpp-stanza complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2> /dev/null)
}
complete -o default -F _xmpp_stanza xmpp-stanza
`,
  zsh: `#compdef xmpp-stanza
# Completion of xmpp-stanza for zsh: source <(xmpp-stanza completions zsh)
_xmpp_stanza() {
  local line
  local -a proposed
  while IFS= read -r line; do
    line=\${line//:/\\\\:}
    proposed+=("\${line/$'\\t'/:}")
  done < <(xmpp-stanza complete -- "\${(@)words[2,CURRENT]}" 2> /dev/null)
  if (( \${#proposed} )); then
    _describe xmpp-stanza proposed
  else
    _files
  fi
}
compdef _xmpp_stanza xmpp-stanza
`,
  fish: `# Completion of xmpp-stanza for fish: xmpp-stanza completions fish | source
complete -c xmpp-stanza -a '(xmpp-stanza complete -- (commandline -opc)[2..-1] (commandline -ct) 2> /dev/null)'
`,
} as const satisfies Record<string, string>;

export type Shell = keyof typeof completionScripts;

export const shells = Object.keys(completionScripts) as readonly Shell[];

export function isShell(name: string): name is Shell {
  return Object.hasOwn(completionScripts, name);
}
