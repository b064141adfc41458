"""Takes the sample people through an edition on the local stack, up to its first matching day.

They register through the forms, confirm by the link in their mail and book coaching hours; organisers put two of them
together. Then the daily workflow runs for the matching day. A small edition beside it proposes pairs that wait for the
organisers' agreement. A step that somebody has done already is skipped, so the demo may run again.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from devstack.aws import Aws, AwsError  # noqa: E402
from devstack.calendar import working_days  # noqa: E402
from devstack.deploy import read_stack  # noqa: E402
from devstack.dynamodb_items import decode_item  # noqa: E402
from devstack.progress import Failure  # noqa: E402
from devstack.settings import settings_from_environment  # noqa: E402
from organisers import Organisers  # noqa: E402
from people import Days, SamplePerson, ambassadors, students  # noqa: E402
from summary import summary  # noqa: E402
from visitor import Inbox, Refused, Site, wait_until  # noqa: E402
from workflow import run_daily_workflow  # noqa: E402

AT_ONCE = 2  # more would only start more JVMs
DOT_EVERY = 10
BY_JSON = 8  # every eighth person registers by JSON, as a program does
MAILS_WITHIN_SECONDS = 180
COLLEAGUE = "sacha.lemoine@interieur.exemple.gouv.fr"

Item = dict[str, Any]


class Demo:
    def __init__(self, stack: dict[str, str]) -> None:
        self.stack = stack
        self.aws = Aws(stack["Endpoint"])
        self.site = Site(stack["SiteUrl"])
        self.inbox = Inbox(self.aws, stack["SiteUrl"])
        self.edition = self._current_edition()
        self.days = _days(self.edition)

    def run(self) -> None:
        people = ambassadors() + students()
        print(f"The edition of {self.edition['jour']}, with {len(people)} sample people:")
        self.register(people)
        self.confirm(people)
        self.book([person for person in people if person.slot is not None])
        organisers = Organisers(self.aws, self.stack, self.edition["edition"])
        with phase("Organisers put two together") as tell:
            tell(organisers.put_together())
        first_matching_day = self.edition["premier_appariement"]
        with phase(f"The daily workflow on {first_matching_day}, the first matching day") as tell:
            tell(run_daily_workflow(self.aws, self.stack["DailyWorkflow"], self.edition["edition"], first_matching_day))
        self.welcome()
        self.hand_on()
        self.leave()
        with phase("Organisers correct an address to one that somebody has") as tell:
            refusal = organisers.mark_what_cannot_be()
            tell("refused in words")
        with phase(f"The edition {organisers.looking}, whose pairs wait for an agreement") as tell:
            if organisers.prepare_looking():
                run_daily_workflow(self.aws, self.stack["DailyWorkflow"], organisers.looking, first_matching_day)
            proposed, count = organisers.proposals()
            tell(f"{count} proposals")
        for line in summary(self.rows("PairsTable"), self.rows("RegistrationsTable"), self.inbox, self.site.url):
            print(line)
        print(f"For organisers    nouveau_courriel_refus = {refusal}")
        print(f"To agree to       {organisers.looking}: accord = {proposed or 'nothing any more'}")

    def register(self, people: list[SamplePerson]) -> None:
        known = {(row["role"], row["courriel"]) for row in self.rows("RegistrationsTable")}
        new = [person for person in people if (person.role, person.address) not in known]
        by_json = {person.address for person in new[::BY_JSON]}

        def register(person: SamplePerson) -> None:
            if person.address in by_json:
                self.site.send_json(person.path, person.json(self.days))
            else:
                self.site.send_form(person.path, person.form(self.days))

        with phase("Registering") as tell:
            all_of_them(register, new, lambda person: person.name)
            tell(f"{len(new) - len(by_json)} by the form, {len(by_json)} by JSON", len(people) - len(new))

    def confirm(self, people: list[SamplePerson]) -> None:
        waiting = {row["courriel"] for row in self.rows("RegistrationsTable") if row["statut"] == "A_CONFIRMER"}
        asked = [person for person in people if person.address in waiting]
        new = [person for person in asked if person.confirms]
        with phase("Confirming by the link in the mail") as tell:
            addresses = {person.address for person in new}
            wait_until(
                "A mail to everyone who registered",
                MAILS_WITHIN_SECONDS,
                lambda: addresses <= self.inbox.links("confirmation", "confirmation").keys(),
            )
            links = self.inbox.links("confirmation", "confirmation")
            all_of_them(
                lambda person: self.site.send_form(f"/confirmation/{links[person.address]}", []),
                new,
                lambda person: person.name,
            )
            tell(f"{len(new)} confirmed, {len(asked) - len(new)} do not answer", len(people) - len(asked))

    def book(self, people: list[SamplePerson]) -> None:
        seated = {row["courriel"] for row in self.rows("RegistrationsTable") if row.get("seance")}
        new = [person for person in people if person.address not in seated]
        with phase("Booking a coaching hour") as tell:
            addresses = {person.address for person in new}
            wait_until(
                "The offer of coaching to every ambassador",
                MAILS_WITHIN_SECONDS,
                lambda: addresses <= self.inbox.links("coaching", "coaching").keys(),
            )
            links = self.inbox.links("coaching", "coaching")
            slots = sorted(self.rows("CoachingSlotsTable"), key=lambda slot: slot["debut"])
            left = {slot["seance"]: int(slot["places_restantes"]) for slot in slots}
            chosen = {}  # only while seats are left: others may have booked before the sample people
            for person in new:
                wish = slots[(person.slot or 0) % len(slots)]["seance"]
                if left[wish] > 0:
                    left[wish] -= 1
                    chosen[person.address] = wish

            def book(person: SamplePerson) -> None:
                self.site.send_form(f"/coaching/{links[person.address]}", [("seance", chosen[person.address])])

            all_of_them(book, [person for person in new if person.address in chosen], lambda person: person.name)
            tell(f"{len(chosen)} seats in {len(slots)} sessions", len(people) - len(new))

    def hand_on(self) -> None:
        """An ambassador who cannot host asks a colleague, who has not answered yet."""
        pairs = [row for row in self.rows("PairsTable") if row["statut"] in ("FORME", "DATE_PROPOSEE")]
        asked = [pair for pair in pairs if pair.get("relais_courriel")]
        links = self.inbox.links("binome", "binome")
        hosts = [pair for pair in pairs if pair["ambassadeur_courriel"] in links]
        with phase("Asking a colleague to host") as tell:
            for pair in sorted(hosts, key=lambda pair: str(pair["binome"]))[: 0 if asked else 1]:
                self.site.send_form(
                    f"/binome/{links[pair['ambassadeur_courriel']]}",
                    [("action", "confier"), ("binome", pair["binome"]), ("courriel", COLLEAGUE)],
                )
                wait_until(
                    "The mail to the colleague",
                    MAILS_WITHIN_SECONDS,
                    lambda: COLLEAGUE in self.inbox.links("relais", "relais"),
                )
            tell(f"{0 if asked or not hosts else 1} asked", len(asked))

    def leave(self) -> None:
        """A student without a partner withdraws, and wants to be told of the next edition."""
        rows = [row for row in self.rows("RegistrationsTable") if row["role"] == "ETUDIANT"]
        left = [row for row in rows if row["statut"] == "RETIREE"]
        links = self.inbox.links("sans-binome", "inscription")
        alone = sorted(row["courriel"] for row in rows if row["statut"] == "CONFIRMEE" and row["courriel"] in links)
        with phase("Withdrawing, to be told of the next edition") as tell:
            leaving = [] if left else alone[:1]
            for address in leaving:
                self.site.send_form(f"/inscription/{links[address]}", [("action", "retirer"), ("prevenir", "oui")])
            tell(f"{len(leaving)} student", len(left))

    def welcome(self) -> None:
        """Most ambassadors with a partner say where and how they receive people."""
        hosts = sorted(
            row["courriel"]
            for row in self.rows("RegistrationsTable")
            if row["role"] == "AMBASSADEUR" and row["statut"] == "APPARIEE"
        )
        links = self.inbox.links("binome", "binome")
        chosen = links.keys() & {*hosts[::3], *hosts[1::3]}
        willing = [person for person in ambassadors() if person.address in chosen]
        with phase("Saying where and how the day begins") as tell:

            def welcome(person: SamplePerson) -> None:
                self.site.send_form(f"/binome/{links[person.address]}", [("action", "accueil"), *person.welcome()])

            all_of_them(welcome, willing, lambda person: person.name)
            tell(f"{len(willing)} of {len(hosts)} ambassadors with a partner")

    def rows(self, table: str) -> list[Item]:
        rows = [decode_item(item) for item in self.aws.scan(self.stack[table])]
        return rows if table == "EditionsTable" else [row for row in rows if row["edition"] == self.edition["edition"]]

    def _current_edition(self) -> Item:
        editions = [decode_item(item) for item in self.aws.scan(self.stack["EditionsTable"])]
        if not editions:
            raise Failure("The stack has no edition.", "Put one in place with: make up")
        return max(editions, key=lambda edition: str(edition["inscriptions_du"]))


def _days(edition: Item) -> Days:
    event = date.fromisoformat(edition["jour"])
    reach = timedelta(days=int(edition["fenetre_jours"]))
    return Days(event, sorted({event, *working_days(event - reach, event + reach)}))


@contextmanager
def phase(title: str) -> Iterator[Callable[..., None]]:
    """Prints one line: the step, its result, the time it took."""
    print(f"  {title} ...", end=" ", flush=True)
    began = time.perf_counter()

    def tell(result: str, before: int = 0) -> None:
        earlier = f", {before} before" if before else ""
        print(f"{result}{earlier} ({time.perf_counter() - began:.1f} s)", flush=True)

    try:
        yield tell
    except BaseException:
        print(f"failed after {time.perf_counter() - began:.1f} s", flush=True)
        raise


def all_of_them(
    act: Callable[[SamplePerson], None], people: Collection[SamplePerson], name: Callable[[SamplePerson], str]
) -> None:
    """Two at a time, with a dot for every tenth. A refusal does not stop the others; all are reported at the end."""

    def attempt(person: SamplePerson) -> str | None:
        try:
            act(person)
        except Refused as refused:
            return f"{name(person)}: {refused}"
        return None

    refusals = []
    with ThreadPoolExecutor(AT_ONCE) as workers:
        for done, refusal in enumerate(workers.map(attempt, people), start=1):
            refusals += [refusal] if refusal else []
            print("." if done % DOT_EVERY == 0 else "", end="", flush=True)
    print(" " if people else "", end="")
    if refusals:
        told = Counter(refusals).most_common(5)
        raise Failure(
            f"The site refused {len(refusals)}, such as\n  " + "\n  ".join(refusal for refusal, _ in told),
            "Look into the log (make logs); if the edition's days are past, start afresh: make down run",
        )


def main() -> int:
    try:
        stack = read_stack(settings_from_environment())
        Demo(stack).run()
    except Failure as failure:
        print(f"\n{failure}", file=sys.stderr)
        return 1
    except AwsError as error:
        print(f"\nFailed: {error}\nWhat to do: see whether LocalStack runs: make status", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nInterrupted. The same command goes on from here.", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
