/** Creates elements: text is always text, whatever a file holds. */

/** Appends a child with a class to `parent`. */
export function add<Name extends keyof HTMLElementTagNameMap>(
  parent: Element,
  name: Name,
  className = "",
  text = "",
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text) element.textContent = text;
  parent.append(element);
  return element;
}

export function addSvg<Name extends keyof SVGElementTagNameMap>(
  parent: Element,
  name: Name,
  className = "",
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  if (className) element.setAttribute("class", className);
  parent.append(element);
  return element;
}
