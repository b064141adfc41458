"""What the site costs for so many people and a season of two months, from AWS's published list prices."""

import math
import sys
from dataclasses import dataclass

# Prices: AWS's public lists of 2025, eu-west-3 (Paris), without taxes and free allowances; docs/cost.md says how sure.


@dataclass(frozen=True)
class Line:
    service: str
    unit: str
    price: float
    """US dollars for one million, or for one where the unit says so."""
    units: float

    @property
    def dollars(self) -> float:
        return self.units * self.price / (1 if self.unit.startswith("1 ") else 1_000_000)


MAILS = 9  # confirmation, offer or confirmed, seat, pair, two reminders, feedback, and two that answer an act
REQUESTS = 40  # ten visits with a page, two acts and few assets, which browsers keep
CHANGES = 6.5  # five writes of the registration and half a pair's three, of which the stream tells the function of marks
DAYS = 60
READ_KB = 4
REGISTRATION_KB, PAIR_KB, MAIL_KB = 1.5, 1.5, 0.5
REQUEST_SECONDS, MAIL_SECONDS, CHANGE_SECONDS = 0.05, 0.1, 0.02  # more than bench/storm measures, for Lambda's 0.6 of a processor
# The morning on which registration opens: a tenth of all come in its first hour, three times the average in one minute.
BUSIEST_MINUTE = 0.1 / 60 * 3
SITE_REQUESTS, PERSONAL_REQUESTS, MAILS_AT_ONCE = 11, 4, 2  # of each, as in bench/storm
SCANS = 8  # of the registrations each morning: marks, campaigns, snapshot, report and its list twice, and the mails' table twice


def lines(people: int) -> list[Line]:
    registration = 2 * (1 + 3) * 2  # 2 KB, in the table and three indexes, twice the price in a transaction
    mail = (1 + 2) * 2 + 2 * (1 + 2) + 1  # queued in a transaction, claimed, sent, and the index by message
    pair = 2 * (1 + 5) * 2
    writes = people * (5 * registration + MAILS * mail) + people / 2 * 3 * pair
    scanned_kb = people * (REGISTRATION_KB + MAILS * MAIL_KB / 2)
    reads = DAYS * SCANS * scanned_kb / READ_KB + people * REQUESTS * 2
    gb_seconds = people * REQUESTS * REQUEST_SECONDS + people * MAILS * MAIL_SECONDS
    gb_seconds += people * CHANGES * CHANGE_SECONDS + DAYS * people * 0.01
    stored_gb = people * (REGISTRATION_KB * 4 + PAIR_KB / 2 * 6 + MAILS * MAIL_KB * 3) / 1e6
    return [
        Line("SES, mails", "a million mails", 100, people * MAILS),
        Line("API Gateway, requests", "a million requests", 3.70, people * REQUESTS),
        Line("Lambda, time", "a million GB-seconds", 13.33, gb_seconds),
        Line("Lambda, calls", "a million calls", 0.20, people * (REQUESTS + MAILS + CHANGES)),
        Line("DynamoDB, written", "a million units of 1 KB", 0.7423, writes),
        Line("DynamoDB, read", "a million units of 4 KB", 0.1484, reads),
        Line("DynamoDB, kept with recovery", "1 GB in a month", 0.297 + 0.238, 5 * stored_gb),
        Line("Step Functions, transitions", "a million transitions", 29.70, DAYS * 200 + people * MAILS / 50 * 6),
        Line("CloudWatch, logs", "1 GB", 0.5985, people * (REQUESTS + MAILS) * 0.8 / 1e6),
        Line("CloudWatch, 26 alarms and a dashboard", "1 month", 36 * 0.10 + 3 * 0.50 + 3, 12),
        Line("Secrets Manager, 2 keys and 2 texts", "1 month", 4 * 0.40, 12),
    ]


def table(people: int) -> str:
    rows = [f"| {line.service} | {line.units:,.0f} | {line.dollars:,.2f} |" for line in lines(people)]
    total = sum(line.dollars for line in lines(people))
    head = ["| service | units | US dollars |", "|---|---|---|"]
    return "\n".join([*head, *rows, f"| **all, a season of {people:,} people** | | **{total:,.0f}** |"])


def busiest_minute(people: int) -> str:
    """One row: what the minute asks for each second, and instances of the functions (arrivals times duration)."""
    coming = people * BUSIEST_MINUTE / 60
    site, personal, mails = coming * SITE_REQUESTS, coming * PERSONAL_REQUESTS, coming * MAILS_AT_ONCE
    instances = [math.ceil(site * REQUEST_SECONDS), math.ceil(personal * REQUEST_SECONDS), math.ceil(mails * MAIL_SECONDS)]
    in_hour = people * 0.1
    return (
        f"| {people:,} | {coming * 60:,.0f} | {site + personal:,.1f} | {' + '.join(map(str, instances))}"
        f" | {mails:,.1f} | {in_hour:,.0f} |"
    )


if __name__ == "__main__":
    for argument in sys.argv[1:] or ["1000", "10000", "100000"]:
        print(busiest_minute(int(argument)))
    for argument in sys.argv[1:] or ["1000", "10000", "100000"]:
        print(table(int(argument)) + "\n")
