"""What must be true of a catalogue before it is published, and what is worth a look.

Shape and types are for `codec`; this looks at whether the parts fit together, whether the
law's minimum is there (a ground, a recipient and a term for every topic), and whether the
texts can be read. Front door: `check`, `errors`, `warnings`, and `Finding`.
"""

from intake.questionnaire.authoring.lint.findings import PROBLEMS, Finding, LintRule, Severity
from intake.questionnaire.authoring.lint.run import check, errors, warnings

__all__ = ["PROBLEMS", "Finding", "LintRule", "Severity", "check", "errors", "warnings"]
