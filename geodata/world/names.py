"""Invented names of places, streets and waters."""

from __future__ import annotations

import itertools

import numpy as np

CITY = "Krzemogród"
_HEADS = (
    "Mirzo", "Turo", "Skało", "Wierzbo", "Sierpo", "Wilcho", "Dalo", "Zielo", "Jaro", "Olcho",
    "Brzozo", "Kamio", "Lubo", "Modro", "Strzego", "Żuro", "Ciepło", "Rogo", "Sarno", "Torfo",
    "Głogo", "Jawo", "Bielo", "Czerno",
)  # fmt: skip
_TAILS = (
    "brzeg", "las", "łęg", "wola", "dół", "góra", "młyn", "staw", "pole", "ród", "kąty", "budy",
    "zdrój", "bór",
)  # fmt: skip
_STREETS = (
    "Polna", "Leśna", "Słoneczna", "Kwiatowa", "Ogrodowa", "Łąkowa", "Lipowa", "Dębowa", "Brzozowa",
    "Sosnowa", "Klonowa", "Akacjowa", "Jodłowa", "Świerkowa", "Wierzbowa", "Topolowa", "Kasztanowa",
    "Jesionowa", "Bukowa", "Modrzewiowa", "Wrzosowa", "Różana", "Konwaliowa", "Fiołkowa", "Malwowa",
    "Makowa", "Chabrowa", "Liliowa", "Jaśminowa", "Storczykowa", "Poziomkowa", "Malinowa",
    "Jagodowa", "Wiśniowa", "Jabłoniowa", "Gruszowa", "Śliwkowa", "Orzechowa", "Szkolna",
    "Kościelna", "Rynkowa", "Młyńska", "Stawowa", "Rzeczna", "Źródlana", "Mostowa", "Brzegowa",
    "Nadrzeczna", "Piaskowa", "Kamienna", "Wapienna", "Krzemowa", "Marmurowa", "Gliniana",
    "Ceglana", "Kolejowa", "Torowa", "Fabryczna", "Składowa", "Warsztatowa", "Rzemieślnicza",
    "Kuźnicza", "Tkacka", "Garncarska", "Piekarska", "Szewska", "Krawiecka", "Bednarska",
    "Zduńska", "Targowa", "Ratuszowa", "Zamkowa", "Parkowa", "Sportowa", "Wodna", "Wiatrowa",
    "Pogodna", "Jasna", "Cicha", "Spokojna", "Widokowa", "Zaciszna", "Wspólna", "Łączna",
    "Prosta", "Kręta", "Krzywa", "Okrężna", "Graniczna", "Skrajna", "Zachodnia", "Wschodnia",
    "Północna", "Południowa", "Wiosenna", "Letnia", "Jesienna", "Zimowa", "Tęczowa", "Gwiezdna",
    "Księżycowa", "Bursztynowa", "Szafirowa", "Rubinowa", "Srebrna", "Złota", "Miedziana",
    "Skowronkowa", "Słowicza", "Jaskółcza", "Bociania", "Sowia", "Sarnia", "Lisia", "Jelenia",
    "Zajęcza", "Wilcza", "Borsucza",
)  # fmt: skip
_SIZES = ("", "Nowa ", "Stara ", "Mała ", "Wielka ", "Górna ", "Dolna ", "Boczna ", "Tylna ")
_RIVERS = ("Modrawa", "Krzemnica", "Sarnica", "Olszynka", "Wilżyca", "Łężanka", "Torfianka",
           "Kamionka", "Jaworka", "Bielawka", "Czernica", "Zielnica")  # fmt: skip


def places(count: int, rng: np.random.Generator) -> list[str]:
    """Return as many different names of places."""
    plain = ["".join(pair) for pair in itertools.product(_HEADS, _TAILS)]
    order = rng.permutation(len(plain))
    names = [plain[index] for index in order]
    endless = (
        f"{word}{name}" for word in ("", "Nowy ", "Mały ", "Górny ", "Dolny ") for name in names
    )
    numbered = (
        f"{names[n % len(names)]} {n // len(names) + 1}" for n in itertools.count(len(names))
    )
    return list(itertools.islice(itertools.chain(endless, numbered), count))


def streets(count: int, rng: np.random.Generator) -> list[str]:
    """Return as many different street names, the plain ones first."""
    order = rng.permutation(len(_STREETS))
    sized = (f"{size}{_STREETS[index]}" for size in _SIZES for index in order)
    numbered = (f"Osiedlowa {number}" for number in itertools.count(1))
    return list(itertools.islice(itertools.chain(sized, numbered), count))


def rivers(count: int) -> list[str]:
    """Return names of rivers, the largest first; empty ones when they run out."""
    return [*_RIVERS[:count], *[""] * max(0, count - len(_RIVERS))]
