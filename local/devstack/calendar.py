"""Working days in France: Monday to Friday without public holidays."""

from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the "anonymous" algorithm, Nature, 20 April 1876)."""
    golden = year % 19
    century, year_of_century = divmod(year, 100)
    century_leaps, century_rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century_leaps - correction + 15) % 30
    leaps, rest = divmod(year_of_century, 4)
    to_sunday = (32 + 2 * century_rest + 2 * leaps - epact - rest) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def public_holidays(year: int) -> frozenset[date]:
    """The eleven of article L3133-1 of the Code du travail."""
    sunday = easter(year)
    fixed = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)]
    monday, ascension, whit_monday = (sunday + timedelta(days=days) for days in (1, 39, 50))
    return frozenset([date(year, month, day) for month, day in fixed] + [monday, ascension, whit_monday])


def is_working_day(day: date) -> bool:
    return day.weekday() < 5 and day not in public_holidays(day.year)


def working_day_from(day: date) -> date:
    """The day itself or the next working day."""
    while not is_working_day(day):
        day += ONE_DAY
    return day


def working_day_until(day: date) -> date:
    """The day itself or the last working day before."""
    while not is_working_day(day):
        day -= ONE_DAY
    return day


def working_days(first: date, last: date) -> list[date]:
    """Both inclusive."""
    span = (last - first).days + 1
    return [day for offset in range(span) if is_working_day(day := first + timedelta(days=offset))]
