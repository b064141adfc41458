"""Runs in parliament's own environment: policies by their resources come in as JSON, findings go out."""

import json
import sys

from parliament import analyze_policy_string, enhance_finding

found = []
for resource, policy in json.load(sys.stdin):
    for finding in analyze_policy_string(json.dumps(policy), include_community_auditors=False).findings:
        title = enhance_finding(finding).title
        found.append([finding.issue, resource, f"{title} {finding.detail} {finding.location.get('string', '')}".strip()])
json.dump(found, sys.stdout)
