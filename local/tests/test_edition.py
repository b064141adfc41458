"""The first edition of a fresh stack, whatever day it is made on."""

from datetime import date, timedelta

import pytest

from devstack.calendar import easter, is_working_day, public_holidays, working_day_from, working_day_until, working_days
from devstack.edition import coaching_slots, edition_from, edition_item, slot_item

TWO_YEARS = [date(2026, 1, 1) + timedelta(days=offset) for offset in range(730)]


@pytest.mark.parametrize(
    ("year", "sunday"),
    [(2000, date(2000, 4, 23)), (2024, date(2024, 3, 31)), (2026, date(2026, 4, 5)), (2038, date(2038, 4, 25))],
)
def test_easter(year: int, sunday: date) -> None:
    assert easter(year) == sunday


def test_the_public_holidays_of_2027() -> None:
    days = ["01-01", "03-29", "05-01", "05-06", "05-08", "05-17", "07-14", "08-15", "11-01", "11-11", "12-25"]
    assert sorted(public_holidays(2027)) == [date.fromisoformat(f"2027-{day}") for day in days]


def test_saturday_sunday_and_whit_monday_are_no_working_days() -> None:
    assert [is_working_day(date(2026, 5, day)) for day in (22, 23, 24, 25, 26)] == [True, False, False, False, True]


def test_the_working_days_around_new_year() -> None:
    assert working_day_from(date(2027, 1, 1)) == date(2027, 1, 4)
    assert working_day_until(date(2027, 1, 1)) == date(2026, 12, 31)
    assert working_days(date(2026, 12, 24), date(2026, 12, 28)) == [date(2026, 12, 24), date(2026, 12, 28)]


def test_an_edition_made_on_any_day_is_in_order() -> None:
    for today in TWO_YEARS:
        edition = edition_from(today)
        assert is_working_day(edition.day), today
        assert 30 <= (edition.day - today).days <= 35, today
        assert edition.key == str(edition.day.year)
        assert edition.registration_from < today < edition.registration_until, today
        assert 14 <= (edition.first_matching - today).days <= 19, today
        assert edition.first_matching <= edition.registration_until < edition.last_matching < edition.day, today


def test_the_coaching_slots_lie_on_working_days_before_the_first_matching_day() -> None:
    for today in TWO_YEARS:
        edition = edition_from(today)
        slots = coaching_slots(edition, today)
        assert len(slots) >= 4, today
        assert len({slot.key for slot in slots}) == len(slots), today
        for slot in slots:
            assert is_working_day(slot.start.date()), today
            assert today < slot.start.date() < edition.first_matching, today


def test_an_edition_as_its_item() -> None:
    item = edition_item(edition_from(date(2026, 11, 24)))
    assert item["edition"] == "2026"
    assert item["jour"] == "2026-12-24"
    assert item["premier_appariement"] == "2026-12-08"
    assert item["dernier_appariement"] == "2026-12-18"
    assert item["inscriptions_au"] == "2026-12-17"


@pytest.mark.parametrize(("month", "offset"), [(6, "+02:00"), (11, "+01:00")])
def test_a_slot_lasts_an_hour_and_bears_the_offset_of_its_season(month: int, offset: str) -> None:
    today = date(2026, month, 24)
    edition = edition_from(today)
    slot = coaching_slots(edition, today)[0]
    item = slot_item(slot, edition)
    assert item["debut"] == f"{slot.start.date()}T10:00:00{offset}"
    assert item["fin"] == f"{slot.start.date()}T11:00:00{offset}"
    assert (item["places"], item["places_restantes"], item["inscrits"]) == (10, 10, [])
