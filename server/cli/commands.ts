/**
 * The commands that check nothing, loaded when one of them is asked for. Together, because each file
 * that bundles do not share costs the packages more than a command costs its neighbours.
 */

export { diagram, diagramFormats, isDiagramFormat } from "./diagram";
export { explain } from "./explain";
export { reply } from "./reply";
export { isRulesFormat, listRules, rulesFormats } from "./rules";
