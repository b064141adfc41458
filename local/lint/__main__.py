"""Checks the template as AWS would get it with cfn-lint, checkov and parliament (make lint).

Every finding is either mended or stands in accepted.json with the reason why it is accepted.
"""

import json
import sys
from pathlib import Path

LOCAL = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(LOCAL), str(LOCAL / "tests"), str(LOCAL / "lint")]

from devstack.settings import settings_from_environment  # noqa: E402
from findings import complaints, of_cfn_lint, of_checkov, of_parliament, read  # noqa: E402
from policies import policies  # noqa: E402
from translated import translated  # noqa: E402


def main() -> int:
    settings = settings_from_environment()
    template = translated()
    file = settings.tools / "build" / "translated.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(template, indent=1))
    checkers = settings.checks_venv / "bin"
    found = [
        *of_cfn_lint(settings.sam_venv / "bin" / "cfn-lint", file),
        *of_checkov(checkers / "checkov", file),
        *of_parliament(checkers / "python", policies(template)),
    ]
    told = list(complaints(found, read(LOCAL / "lint" / "accepted.json")))
    for line in told:
        print(line)
    print(f"{len(found)} findings in the translated template, {len(told)} to mend or to accept in local/lint/accepted.json.")
    return 1 if told else 0


sys.exit(main())
