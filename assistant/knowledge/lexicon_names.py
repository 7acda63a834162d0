"""Compiles the names of titles, series, institutions and divisions of `rules/terms/`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from assistant.understanding.lexicon import Hiring, Institution, UnitWords
from assistant.understanding.patterns import PatternCompiler
from assistant.understanding.title_words import HoldingWords, Ranked, Title, TitleWords
from assistant.understanding.trie import Vocabulary, word_list

Words = Mapping[str, Any]


def title_words(titles: Words, series: Words, holding: Words, compiler: PatternCompiler) -> TitleWords:
    """Titles and their traps, series under all their names, and levels."""
    facts = titles["facts"]
    untitled, ranked = series["no_title"], series["ranked"]
    return TitleWords(
        series_fact=facts["series"],
        level_fact=facts["level"],
        target_fact=facts["target"],
        titles=_titles(titles, compiler),
        series=_series_phrases(series, compiler),
        series_asked=_series_asked(series),
        series_names={name: tuple(words["name"]) for name, words in series["series"].items()},
        levels=_by_word(series["levels"]),
        levels_asked=_by_word(series["levels_asked"], ("", *series["levels_tails"])),
        ranked=Ranked(Vocabulary(ranked["words"]), frozenset(ranked["series"]), compiler.compile_all(ranked["led"])),
        vague_levels=Vocabulary(
            {word: tuple(each["options"]) for each in series["levels_vague"] for word in each["words"]}
        ),
        no_title=untitled["value"],
        untitled=compiler.compile_all(untitled["patterns"]),
        untitled_asked=compiler.compile_all(untitled["asked"]),
        licence_after=tuple(titles["licence_after"]),
        holding=_holding(holding, compiler),
        implied_fact=titles["implies"]["fact"],
        implied_value=titles["implies"]["value"],
        implied_unless=compiler.compile_all(titles["implies"]["unless"]),
        reason=titles["implies"]["reason"],
    )


def _holding(words: Words, compiler: PatternCompiler) -> HoldingWords:
    done, apart, aimed = (tuple(map(compiler.compile_number, words[name])) for name in ("done", "apart", "aimed"))
    thens = ("then_done", "then_apart", "then_asks", "then_aimed", "then_missed", "aside")
    names = (*thens, "either", "hinders", "hinders_not", "hinders_behind", "passed_only", "later")
    sets = {name: compiler.compile_all(words[name]) for name in names}
    harmless = word_list(words["harmless"])
    return HoldingWords(
        done,
        apart,
        aimed,
        hinder_reach=words["hinder_reach"],
        ranks=tuple(words["ranks"]),
        harmless=harmless,
        again=frozenset(words["again"]),
        **sets,
    )


def _titles(titles: Words, compiler: PatternCompiler) -> Vocabulary[Title]:
    names: dict[str, Title] = {name: Title("") for name in titles["not_titles"]}
    for entry in titles["titles"]:
        series = entry.get("series", ())
        title = Title(
            level=entry["level"],
            series=(series,) if isinstance(series, str) else tuple(series),
            occupation=entry.get("occupation", False),
        )
        for name in entry["names"]:
            for text in compiler.expand(name):
                names.setdefault(text, title)
    return Vocabulary(names)


def _series_phrases(series: Words, compiler: PatternCompiler) -> Vocabulary[str]:
    phrases: dict[str, str] = {}
    for name, words in series["series"].items():
        for word in words["name"]:
            for template in series["series_patterns"]["named"]:
                for text in compiler.expand(template.replace("{}", word)):
                    phrases.setdefault(text, name)
        phrases.update(dict.fromkeys(words["said"], name))
    return Vocabulary(phrases)


def _series_asked(series: Words) -> Vocabulary[str]:
    words: dict[str, str] = {}
    for name, forms in series["series"].items():
        for word in (name, *forms["name"], *forms["posts"]):
            words.setdefault(word, name)
    return Vocabulary(words)


def _by_word(values: Mapping[str, Iterable[str]], tails: Iterable[str] = ("",)) -> Vocabulary[str]:
    return Vocabulary({word + tail: value for tail in tails for value, words in values.items() for word in words})


def unit_words(institutions: Words, regions: Words, compiler: PatternCompiler) -> UnitWords:
    """Institutions under all their names, and the words for the level of a unit."""
    facts, levels = institutions["facts"], institutions["levels"]
    traps = dict.fromkeys((*institutions["level_traps"], *regions["names_with_level_words"]), "")
    prefixes = _expanded({level: words["prefix"] for level, words in levels.items()}, compiler)
    alone = _expanded({level: words["alone"] for level, words in levels.items()}, compiler)
    return UnitWords(
        level_fact=facts["level"],
        kind_fact=facts["kind"],
        hiring_fact=facts["hiring"],
        institutions=_institutions(institutions["institutions"], compiler),
        level_words=Vocabulary({**alone, **prefixes, **traps}),
        under=tuple(institutions["under"]),
        owning=frozenset(institutions["owning"]),
        plain=word_list(institutions["plain"]),
        sure=frozenset(institutions["sure"]),
        split=compiler.compile_all(institutions["split"]),
        levels_alone=Vocabulary({**prefixes, **alone, **traps}),
        levels_asked={level: compiler.compile_all(words) for level, words in institutions["levels_asked"].items()},
        hiring=tuple(_hiring(institutions, compiler)),
    )


def _institutions(entries: Iterable[Words], compiler: PatternCompiler) -> Vocabulary[Institution]:
    names: dict[str, Institution] = {}
    for entry in entries:
        institution = Institution(
            level=entry.get("level", ""),
            kind=entry.get("kind", ""),
            fixed=entry.get("fixed", False),
            series=tuple(entry.get("series", ())),
            authority=entry.get("authority", False),
            nature=entry.get("nature", False),
            not_kind=entry.get("not_kind", ""),
            composed=entry.get("composed", False),
        )
        for name in entry["names"]:
            for text in compiler.expand(name):
                if text:
                    names.setdefault(text, institution)
    return Vocabulary(names)


def _expanded(levels: Mapping[str, Iterable[str]], compiler: PatternCompiler) -> dict[str, str]:
    return {text: level for level, words in levels.items() for word in words for text in compiler.expand(word)}


def _hiring(institutions: Words, compiler: PatternCompiler) -> Iterable[Hiring]:
    phrases = institutions["hiring_phrases"]
    for value, when in institutions["hiring"].items():
        yield Hiring(
            value=value,
            levels=frozenset(when.get("levels", ())),
            kinds=frozenset(when.get("kinds", ())),
            words=compiler.compile_all(when.get("words", ())),
            phrases=compiler.compile_all(phrases.get(value, ())),
        )
