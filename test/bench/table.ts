/** The table of what was measured, as Markdown. */

/** A row of the table; what it is compared with is the first row of its group, or the one that is named. */
export interface Row {
  readonly group: string;
  readonly name: string;
  readonly value: number;
  readonly unit: "ms" | "MB" | "×";
  /** The value in terms of the one it is compared with. */
  readonly ratio?: number;
  /** Processor time in milliseconds, and in terms of that of the first row. */
  readonly processor?: number | undefined;
  readonly processorRatio?: number | undefined;
  readonly megabytes?: number | undefined;
}

/** @param rows those of a group one after the other */
export function tableOf(rows: readonly Row[]): string {
  const lines = [
    "| | | time | ratio | processor time | ratio | memory |",
    "| --- | --- | --: | --: | --: | --: | --: |",
  ];
  let last = "";
  for (const { group, name, value, unit, ratio, processor, processorRatio, megabytes } of rows) {
    const cells = [
      group === last ? "" : group,
      name,
      `${value.toFixed(value < 20 ? 1 : 0)} ${unit}`,
      ratio?.toFixed(2) ?? "",
      processor === undefined ? "" : `${processor.toFixed(0)} ms`,
      processorRatio?.toFixed(2) ?? "",
      megabytes === undefined ? "" : `${megabytes.toFixed(0)} MB`,
    ];
    lines.push(`| ${cells.join(" | ")} |`);
    last = group;
  }
  return lines.join("\n");
}
