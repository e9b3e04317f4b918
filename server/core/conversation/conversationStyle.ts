/** The style sheet of the SVG: an editor's theme where there is one, else colours of its own. */

interface Palette {
  readonly background: string;
  readonly foreground: string;
  readonly muted: string;
  readonly line: string;
  readonly error: string;
  readonly warning: string;
  readonly information: string;
}

const light: Palette = {
  background: "#ffffff",
  foreground: "#1f2328",
  muted: "#59636e",
  line: "#c4ccd4",
  error: "#c4202c",
  warning: "#8a5d00",
  information: "#0860c4",
};

const dark: Palette = {
  background: "#15191f",
  foreground: "#e6e9ed",
  muted: "#9aa4af",
  line: "#444c56",
  error: "#ff7b72",
  warning: "#e0ac3a",
  information: "#6cb0ff",
};

/** The names of an editor's colours, which take precedence over the palette. */
const themed: Palette = {
  background: "--vscode-editor-background",
  foreground: "--vscode-editor-foreground",
  muted: "--vscode-descriptionForeground",
  line: "--vscode-editorIndentGuide-activeBackground1",
  error: "--vscode-errorForeground",
  warning: "--vscode-editorWarning-foreground",
  information: "--vscode-editorInfo-foreground",
};

function variables(palette: Palette): string {
  return (Object.keys(themed) as (keyof Palette)[])
    .map((name) => `--conversation-${name}: var(${themed[name]}, ${palette[name]});`)
    .join(" ");
}

export const conversationStyle = `
.conversation { ${variables(light)} }
@media (prefers-color-scheme: dark) { .conversation { ${variables(dark)} } }
.conversation { font: 12px var(--vscode-font-family, system-ui, sans-serif); }
.background { fill: var(--conversation-background); }
text { fill: var(--conversation-foreground); text-anchor: middle; }
.beside { text-anchor: start; }
.muted, .id, .detail { fill: var(--conversation-muted); }
.id { font-size: 11px; }
.label, .id { paint-order: stroke; stroke: var(--conversation-background); stroke-width: 4px; stroke-linejoin: round; }
.lifeline line { stroke: var(--conversation-line); }
.lifeline .end { fill: none; stroke: var(--conversation-error); stroke-width: 1.5; }
.lifeline rect { fill: var(--conversation-background); stroke: var(--conversation-muted); }
.lifeline text { font-weight: 600; }
.implied line, .implied rect { stroke-dasharray: 4 3; }
.implied text { font-style: italic; font-weight: 400; }
.tie { fill: none; stroke: var(--conversation-muted); stroke-opacity: 0.7; }
.line { fill: none; stroke: var(--conversation-foreground); stroke-width: 1.5; }
.head { fill: var(--conversation-foreground); }
.reply .line, .broken .line { stroke-dasharray: 6 4; }
.error .line { stroke: var(--conversation-error); }
.error .head, .error text, .error .detail { fill: var(--conversation-error); }
.finding circle { fill: var(--conversation-background); stroke-width: 1.5; }
.finding text { font-size: 11px; font-weight: 600; }
.finding.error circle { stroke: var(--conversation-error); }
.finding.error text { fill: var(--conversation-error); }
.finding.warning circle { stroke: var(--conversation-warning); }
.finding.warning text { fill: var(--conversation-warning); }
.finding.information circle { stroke: var(--conversation-information); }
.finding.information text { fill: var(--conversation-information); }
`;
