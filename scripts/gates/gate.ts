/** What a gate found: how many checks held and how many did not, and what to read about those that did not. */
export interface Finding {
  readonly passed: number;
  readonly failed: number;
  /** Lines for people; empty when nothing is to be said. */
  readonly report: string;
}

/** A condition that a change must meet before it is merged. */
export interface Gate {
  /** The word for `--only`. */
  readonly name: string;
  /** What it looks at, shown while it works. */
  readonly sentence: string;
  /** Looks at the repository, or only at the given paths where the gate can do that. */
  run(paths: readonly string[]): Promise<Finding>;
}

export const held: Finding = { passed: 1, failed: 0, report: "" };

export function broken(report: string): Finding {
  return { passed: 0, failed: 1, report };
}

/** The sum of several findings, for a gate of several checks. */
export function allOf(findings: readonly Finding[]): Finding {
  return {
    passed: findings.reduce((sum, finding) => sum + finding.passed, 0),
    failed: findings.reduce((sum, finding) => sum + finding.failed, 0),
    report: findings
      .map((finding) => finding.report)
      .filter(Boolean)
      .join("\n"),
  };
}
