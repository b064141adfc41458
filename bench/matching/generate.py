"""Writes a national pool of students and ambassadors, always the same for the same arguments.

The people are invented and the cities real: 300 communes of work and 2,500 of residence, most of them around the
large cities. Jobs and administrations differ in popularity, and most people are free on the event day.

    python generate.py STUDENTS AMBASSADORS SEED FOLDER
"""

import csv
import datetime
import itertools
import pathlib
import random
import sys

EVENT_DAY = datetime.date(2026, 11, 24)

# City, latitude, longitude, weight: roughly the digital jobs of the State around it.
CITIES = [
    ("Paris", 48.857, 2.352, 300), ("Lyon", 45.758, 4.835, 60), ("Marseille", 43.296, 5.370, 45),
    ("Toulouse", 43.604, 1.444, 50), ("Lille", 50.633, 3.058, 45), ("Bordeaux", 44.838, -0.579, 40),
    ("Nantes", 47.218, -1.554, 45), ("Rennes", 48.114, -1.681, 45), ("Strasbourg", 48.583, 7.746, 30),
    ("Montpellier", 43.611, 3.877, 30), ("Nice", 43.703, 7.266, 20), ("Grenoble", 45.186, 5.736, 20),
    ("Rouen", 49.443, 1.099, 18), ("Toulon", 43.125, 5.931, 18), ("Tours", 47.390, 0.689, 15),
    ("Dijon", 47.322, 5.041, 15), ("Clermont-Ferrand", 45.780, 3.087, 15), ("Nancy", 48.692, 6.184, 15),
    ("Metz", 49.119, 6.176, 15), ("Orléans", 47.902, 1.904, 15), ("Caen", 49.183, -0.370, 12),
    ("Brest", 48.390, -4.486, 14), ("Angers", 47.471, -0.552, 12), ("Reims", 49.258, 4.032, 10),
    ("Amiens", 49.894, 2.296, 10), ("Limoges", 45.834, 1.262, 9), ("Besançon", 47.238, 6.024, 9),
    ("Poitiers", 46.580, 0.340, 9), ("Perpignan", 42.699, 2.895, 8), ("Le Mans", 48.007, 0.199, 8),
    ("Pau", 43.295, -0.371, 8), ("Bourges", 47.081, 2.399, 6), ("Bayonne", 43.493, -1.475, 6),
    ("La Rochelle", 46.160, -1.151, 6), ("Troyes", 48.297, 4.074, 5), ("Quimper", 47.996, -4.102, 5),
    ("Annecy", 45.899, 6.129, 5), ("Valence", 44.933, 4.892, 5), ("Avignon", 43.949, 4.806, 5),
    ("Ajaccio", 41.919, 8.739, 4), ("Saint-Denis", -20.882, 55.450, 6), ("Fort-de-France", 14.604, -61.069, 4),
]
JOBS = ["developpement", "donnees", "securite", "reseaux", "projet", "architecture", "produit",
        "design", "support", "exploitation", "conseil", "intelligence-artificielle", "autre"]
ADMINISTRATIONS = ["interieur", "economie", "armees", "education", "justice", "ecologie", "travail",
                   "sante", "agriculture", "culture", "affaires-etrangeres", "premier-ministre",
                   "recherche", "outre-mer", "sports"]
RADII = [10, 20, 30, 30, 50, 50, 50, 50, 80, 100, 150, 200]


def skewed(count):
    """Weights that fall as in Zipf's law."""
    return list(itertools.accumulate(1 / (rank + 2) for rank in range(count)))


def communes(rng, count, spread_km):
    """Positions around the cities, the city itself first, and how many people each draws."""
    weights = list(itertools.accumulate(city[3] for city in CITIES))
    places, draws = [], []
    for number in range(count):
        name, lat, lon, weight = CITIES[number] if number < len(CITIES) else rng.choices(CITIES, cum_weights=weights)[0]
        away = 0 if number < len(CITIES) else rng.expovariate(1 / spread_km) / 111
        towards = complex(1, 0) if not away else complex(rng.gauss(0, 1), rng.gauss(0, 1))
        towards /= abs(towards)
        places.append((round(lat + away * towards.real, 4), round(lon + 1.45 * away * towards.imag, 4)))
        draws.append(weight if number < len(CITIES) else weight / (8 + 2 * number ** 0.5))
    return places, list(itertools.accumulate(draws))


def working_days():
    days = (EVENT_DAY + datetime.timedelta(days=d) for d in range(-14, 15) if d)
    return [day for day in days if day.weekday() < 5]


def dates(rng, others):
    chosen = [EVENT_DAY] if rng.random() < 0.88 else []
    more = rng.choices([0, 1, 2, 3, 5], weights=[50, 20, 15, 10, 5])[0] + (not chosen)
    return "|".join(sorted(str(day) for day in chosen + rng.sample(others, more)))


def wishes(rng, names, cumulative, most):
    chosen = []
    count = rng.randint(1, most)
    while len(chosen) < count:
        name = rng.choices(names, cum_weights=cumulative)[0]
        if name not in chosen:
            chosen.append(name)
    return "|".join(chosen)


def write(folder, students, ambassadors, seed):
    rng = random.Random(seed)
    work, work_draws = communes(rng, 300, 25)
    home, home_draws = communes(rng, 2500, 35)
    others = working_days()
    job_draws, administration_draws = skewed(len(JOBS)), skewed(len(ADMINISTRATIONS))
    offered = JOBS[::-1][3:] + JOBS[::-1][:3]  # the most offered jobs are not the most wished
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "students.csv", "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow("id,jobs,any_job,lat,lon,radius_km,administrations,dates".split(","))
        for number in range(students):
            lat, lon = rng.choices(home, cum_weights=home_draws)[0]
            out.writerow([
                f"e{number}", wishes(rng, JOBS, job_draws, 3), str(rng.random() < 0.2).lower(), lat, lon,
                rng.choice(RADII),
                "" if rng.random() < 0.4 else wishes(rng, ADMINISTRATIONS, administration_draws, 3),
                dates(rng, others)])
    with open(folder / "ambassadors.csv", "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow("id,job,lat,lon,administration,dates,capacity".split(","))
        for number in range(ambassadors):
            lat, lon = rng.choices(work, cum_weights=work_draws)[0]
            out.writerow([
                f"a{number}", rng.choices(offered, cum_weights=job_draws)[0], lat, lon,
                rng.choices(ADMINISTRATIONS, cum_weights=administration_draws)[0], dates(rng, others),
                rng.choices([1, 2, 3], weights=[85, 10, 5])[0]])


if __name__ == "__main__":
    write(sys.argv[4], int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
