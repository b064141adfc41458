"""The first edition of a fresh local stack: open for registration today, its day about a month ahead."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from devstack.calendar import working_day_from, working_day_until, working_days
from devstack.settings import SENDER

PARIS = ZoneInfo("Europe/Paris")
COACHING_HOURS = (10, 14)  # one slot a day, at these hours in turn
COACHING_SLOTS = 5
SEATS = 10
STATE_DOMAINS = ("gouv.fr", "ac-lyon.fr", "ac-paris.fr", "ac-rennes.fr", "ign.fr", "insee.fr", "meteo.fr")
ORGANISERS = ("organisation@vismonjob.example",)


@dataclass(frozen=True)
class CoachingSlot:
    key: str
    start: datetime

    @property
    def end(self) -> datetime:
        return self.start + timedelta(hours=1)


@dataclass(frozen=True)
class Edition:
    day: date
    registration_from: date
    registration_until: date
    first_matching: date
    last_matching: date

    @property
    def key(self) -> str:
        return str(self.day.year)


def edition_from(today: date) -> Edition:
    day = working_day_from(today + timedelta(days=30))
    last_matching = working_day_until(day - timedelta(days=4))
    return Edition(
        day=day,
        registration_from=today - timedelta(days=7),
        registration_until=last_matching - timedelta(days=1),
        first_matching=working_day_from(today + timedelta(days=14)),
        last_matching=last_matching,
    )


def coaching_slots(edition: Edition, today: date) -> list[CoachingSlot]:
    """Spread over the working days between tomorrow and the first matching day, that day excluded."""
    days = working_days(today + timedelta(days=1), edition.first_matching - timedelta(days=1))
    chosen = [days[index * len(days) // COACHING_SLOTS] for index in range(COACHING_SLOTS)]
    slots = []
    for index, day in enumerate(chosen):
        hour = COACHING_HOURS[index % len(COACHING_HOURS)]
        slots.append(CoachingSlot(f"{day.isoformat()}-{hour}h", datetime.combine(day, time(hour), PARIS)))
    return slots


def edition_item(edition: Edition) -> dict[str, object]:
    """The item of the table Editions, in plain Python values."""
    return {
        "edition": edition.key,
        "jour": edition.day.isoformat(),
        "inscriptions_du": edition.registration_from.isoformat(),
        "inscriptions_au": edition.registration_until.isoformat(),
        "premier_appariement": edition.first_matching.isoformat(),
        "dernier_appariement": edition.last_matching.isoformat(),
        "fenetre_jours": 14,
        "domaines_etat": list(STATE_DOMAINS),
        "expediteur": SENDER,
        "organisateurs": list(ORGANISERS),
        "graine": edition.day.year,
        "conservation_jours": 90,
    }


def slot_item(slot: CoachingSlot, edition: Edition) -> dict[str, object]:
    """The item of the table CoachingSlots, in plain Python values."""
    return {
        "seance": slot.key,
        "edition": edition.key,
        "debut": slot.start.isoformat(),
        "fin": slot.end.isoformat(),
        "places": SEATS,
        "places_restantes": SEATS,
        "lien": f"https://visio.vismonjob.example/{slot.key}",
        "inscrits": [],
    }
