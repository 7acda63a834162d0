"""Reads `rules/terms/*.yaml` into the Lexicon of the understanding."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from itertools import product
from pathlib import Path
from typing import Any, Final

import yaml

from assistant.domain.fact import Fact
from assistant.domain.rule import RuleBook
from assistant.errors import RuleError
from assistant.knowledge.lexicon_facts import fact_words
from assistant.knowledge.lexicon_findings import finding_words
from assistant.knowledge.lexicon_names import title_words, unit_words
from assistant.knowledge.lexicon_numbers import number_words, thresholds
from assistant.knowledge.lexicon_revisions import revision_words
from assistant.text.normalise import normalise
from assistant.text.segmentation import Segmenter
from assistant.understanding.clauses import Dictation, Joint
from assistant.understanding.command_words import CommandWords, Matter, NumberMeant, QuestionWords
from assistant.understanding.lexicon import (
    Cues,
    Institution,
    Lexicon,
    Negations,
    Persons,
)
from assistant.understanding.misheard import Misheard, MisheardNumbers
from assistant.understanding.patterns import PatternCompiler, PatternError, PatternSet
from assistant.understanding.policy_talk import GRAM
from assistant.understanding.reservation_words import ReservationWords
from assistant.understanding.trie import Vocabulary, word_list

FOLDER: Final = Path("rules", "terms")
_FILES: Final = (
    "cues",
    "expressions",
    "titles",
    "series",
    "holding",
    "institutions",
    "regions",
    "numbers",
    "topics",
    "commands",
    "document",
    "homophones",
    "revisions",
    "findings",
    "reservations",
)
_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Terms = Mapping[str, Any]


def load_lexicon(root: Path, facts: Mapping[str, Fact], rulebook: RuleBook | None = None) -> Lexicon:
    """The compiled lexicon; RuleError names the file where something has no meaning.

    With a `rulebook`, the entitlements that topics and facts speak of must be in it, and its thresholds are known.
    """
    terms = {name: _read(root, name) for name in _FILES}
    compiler = PatternCompiler(_classes(terms))
    try:
        lexicon = replace(_lexicon(terms, compiler, facts), policy_grams=_policy_grams(root))
    except PatternError as error:
        raise RuleError(str(FOLDER), str(error)) from error
    except (KeyError, TypeError, AttributeError) as error:
        raise RuleError(str(FOLDER), f"词语文件缺少一项，或写法不对：{error}") from error
    if rulebook is not None:
        _check_topics(lexicon, rulebook)
        lexicon = replace(lexicon, numbers=replace(lexicon.numbers, thresholds=thresholds(rulebook)))
    return lexicon


def _classes(terms: Mapping[str, Terms]) -> dict[str, list[str]]:
    """The classes of words of all files, which share one space of names."""
    classes: dict[str, list[str]] = {}
    for name, part in terms.items():
        own = part.get("classes", {})
        for twice in sorted(own.keys() & classes.keys()):
            raise RuleError(str(FOLDER / f"{name}.yaml"), f"词类“{twice}”在别的文件里已经有了，请换个名字。")
        classes.update(own)
    return classes


def _policy_grams(root: Path) -> frozenset[str]:
    """Every run of characters of the published texts that is long enough to be known again in a quotation."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(root.glob("corpus/*/source.txt")))
    joined = [normalise("".join(text.split())).text for text in texts]
    return frozenset(text[at : at + GRAM] for text in joined for at in range(len(text) - GRAM + 1))


def _check_topics(lexicon: Lexicon, rulebook: RuleBook) -> None:
    named = [(topic, "topics") for topic in (*lexicon.topics, *lexicon.hints)]
    for matter in lexicon.commands.matters:
        named += [(topic, "topics") for topic in (*matter.entitlements, *matter.told_by.values())]
    named += [(topic, "expressions") for words in lexicon.fact_words.values() for topic in words.topics]
    for topic, name in named:
        if topic not in rulebook.entitlements:
            raise RuleError(str(FOLDER / f"{name}.yaml"), f"没有编号为“{topic}”的待遇。")


def _read(root: Path, name: str) -> Terms:
    path = root / FOLDER / f"{name}.yaml"
    where = str(FOLDER / f"{name}.yaml")
    if not path.is_file():
        raise RuleError(where, "没有找到这个文件。")
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except yaml.YAMLError as error:
        raise RuleError(where, f"不是正确的 YAML：{error}") from error
    if not isinstance(content, dict):
        raise RuleError(where, "最外层应是“名称: 内容”。")
    return content


def _lexicon(terms: Mapping[str, Terms], compiler: PatternCompiler, facts: Mapping[str, Fact]) -> Lexicon:
    cues, commands, numbers = terms["cues"], terms["commands"], terms["numbers"]
    names = cues["names"]
    titles = title_words(terms["titles"], terms["series"], terms["holding"], compiler)
    units = unit_words(terms["institutions"], terms["regions"], compiler)
    return Lexicon(
        facts=facts,
        fact_words=fact_words(terms["expressions"]["facts"], names, facts, compiler),
        titles=titles,
        units=units,
        numbers=number_words(numbers, cues["passing"], compiler),
        reservations=_reservations(terms["reservations"], compiler),
        revisions=revision_words(terms["revisions"], facts, compiler),
        findings=finding_words(terms["findings"]["findings"], facts, compiler),
        persons=_persons(cues, titles.titles, compiler),
        negations=_negations(cues["negation"], compiler),
        cues=_cues(cues, compiler),
        commands=_commands(commands, terms["topics"], terms["document"], compiler),
        questions=_questions(commands["questions"], compiler),
        topics={topic: compiler.compile_all(words) for topic, words in terms["topics"]["topics"].items()},
        hints={topic: compiler.compile_all(words) for topic, words in terms["topics"]["hints"].items()},
        homophones=terms["homophones"]["words"],
        misheard_numbers=_misheard_numbers(terms["homophones"]["misheard_numbers"]),
        misheard=_misheard(terms["homophones"], (*titles.titles, *_spelled_out(units.institutions))),
        yearly=(compiler.compile_all(terms["homophones"]["yearly"]["words"]), terms["homophones"]["yearly"]["unit"]),
        spelled={spelling(word): word for word in terms["homophones"]["spelled"]},
    )


def spelling(word: str) -> str:
    """The pinyin of a word as people type it: no tones, no blanks."""
    from pypinyin import Style, lazy_pinyin  # loads a dictionary: only where words are read

    return "".join(lazy_pinyin(word, style=Style.NORMAL, v_to_u=False))


def _misheard_numbers(words: Terms) -> MisheardNumbers:
    digits = {heard: meant for meant, sounds in words["digits"].items() for heard in sounds}
    slips = {heard: meant for meant, sounds in words["unit_slips"].items() for heard in sounds}
    lists = (tuple(words[name]) for name in ("units", "ends", "whole"))
    return MisheardNumbers(digits, slips, *lists)


def _spelled_out(institutions: Vocabulary[Institution]) -> Iterator[str]:
    """The names that are listed as they stand, and not composed of what such names are made of."""
    return (name for name in institutions if not institutions[name].composed)


def _misheard(words: Terms, names: Iterable[str]) -> Misheard:
    heard = words["misheard"]
    named = frozenset((*names, *heard["terms"], *words["words"].values()))
    return Misheard(named, Segmenter().words, frozenset(heard["never"]), frozenset(heard["fixed"]))


def _reservations(terms: Terms, compiler: PatternCompiler) -> ReservationWords:
    names = [field.name for field in fields(ReservationWords) if field.name != "harmless"]
    patterns = {name: compiler.compile_all(terms[name]) for name in names}
    return ReservationWords(**patterns, harmless=word_list(terms["harmless"]))


def _persons(cues: Terms, titles: Container[str], compiler: PatternCompiler) -> Persons:
    persons = cues["persons"]
    others: dict[str, str] = {}
    for relation in persons["relations"]:
        others[relation] = relation
        others.update({prefix + relation: relation for prefix in persons["relation_prefix"]})
    for surname in persons["surnames"]:
        named = [prefix + surname for prefix in persons["surname_titles"]]
        named += [surname + suffix for suffix in persons["surname_suffixes"]]
        for name in named:
            others[name] = name
            others.update({prefix + name: name for prefix in persons["relation_prefix"]})
    others.update({name: name for name in persons["colleagues"]})
    colleagues = persons["colleagues_of"]
    others.update({place + who: place + who for place, who in product(colleagues["places"], colleagues["who"])})
    relative = persons["relative"]
    for verb, first, noun in product(relative["verbs"], persons["first"], relative["nouns"]):
        others[f"{verb}{first}的{noun}"] = noun
    return Persons(
        first=word_list((*persons["first"], *persons["relayed"])),
        relayed=tuple(persons["relayed"]),
        not_first=word_list(persons["not_first"]),
        reflexive=frozenset(persons["reflexive"]),
        reflexive_after=tuple(persons["reflexive_after"]),
        third=word_list(persons["third"]),
        others=Vocabulary({name: who for name, who in others.items() if name not in titles}),
        lead=tuple(persons["lead"]),
        governed=tuple(persons["governed"]),
        objects=compiler.compile_all(persons["objects"]),
        reports=tuple(persons["reports"]),
        asks_for=tuple(persons["asks_for"]),
        not_me=compiler.compile_all(cues["not_me"]),
        proxy=compiler.compile_all(cues["proxy"]),
        to_self=compiler.compile_all(cues["switch_self"]),
        to_other=compiler.compile_all(cues["switch_other"]),
    )


def _negations(words: Terms, compiler: PatternCompiler) -> Negations:
    negators, fillers = "|".join(words["words"]), "|".join(words["fillers"])
    return Negations(
        before=compiler.compile(f"({negators})[{fillers}]*$"),
        behind=compiler.compile_all(words["behind"]),
        inside=compiler.compile(f"({negators})"),
        not_negation=compiler.compile_all(words["not_negation"]),
        double=compiler.compile_all(words["double"]),
        twisted=compiler.compile_all(words["twisted"]),
        asks_before=compiler.compile_all(words["asks_before"]),
    )


def _cues(cues: Terms, compiler: PatternCompiler) -> Cues:
    sets = {
        field: compiler.compile_all(cues[field])
        for field in (
            "hedge",
            "unknown",
            "pending",
            "opinion",
            "correction",
            "contrast",
            "corrected_to",
            "wish_title",
            "possess",
            "attempt_before",
            "attempt_after",
            "wish_place",
            "venture",
            "venture_place",
            "venture_owned",
            "venture_own",
            "venture_beside",
            "past_place",
            "now",
            "hiring",
            "suppose",
            "suppose_whole",
            "suppose_ahead",
            "suppose_time",
            "suppose_not",
            "moved_to",
            "echo",
            "echo_not",
            "alternation",
            "not_alternation",
            "wondering",
            "question",
            "question_end_not",
            "question_not",
            "question_core",
            "quotes",
            "policy_opens",
            "policy_points",
            "policy_words",
            "policy_nouns",
            "policy_conditions",
            "past_after",
            "place_not_with",
            "role_subject",
            "role_after",
            "prize_after",
            "prize_of",
            "wish_after",
            "wish_before",
            "asserted",
            "revoked",
            "one_time",
            "wish_series",
            "first_hand",
            "by_means",
            "generic",
            "retract",
            "own_bureau",
        )
    }
    colouring = ("alternation", "hedge", "unknown", "pending", "opinion", "question", "question_core")
    return Cues(
        **sets,
        colouring=PatternSet(tuple(each for name in colouring for each in sets[name].patterns)).prepare(),
        policy=compiler.compile_all(cues["policy_mention"]),
        of_bureau=tuple(map(compiler.compile_number, cues["of_bureau"])),
        fillers=word_list(cues["filler"]),
        dictation=_dictation(cues["dictated"], compiler),
        title_not_own=tuple(cues["title_not_own"]),
        title_not_own_before=tuple(cues["title_not_own_before"]),
        title_verbs=tuple(cues["title_verbs"]),
        title_done=tuple(cues["title_done"]),
        title_got=tuple(cues["title_got"]),
        range_from=compiler.compile_all(cues["from_to"]["from"]),
        range_to=compiler.compile_all(cues["from_to"]["to"]),
        place_before=tuple(cues["place_before"]),
        place_after=tuple(cues["place_after"]),
        place_led=tuple(cues["place_led"]),
        place_of=tuple(cues["place_of"]),
        works_there=tuple(cues["works_there"]),
        place_not_after=tuple(cues["place_not_after"]),
        owner_of=tuple(cues["owner_of"]),
        prize_before=tuple(cues["prize_before"]),
        authority_before=tuple(cues["authority_before"]),
        authority_after=tuple(cues["authority_after"]),
        affirmed=frozenset(cues["affirmed"]),
        refused=frozenset(cues["refused"]),
        answer_fillers=word_list(cues["answer_fillers"]),
    )


def _commands(commands: Terms, topics: Terms, document: Terms, compiler: PatternCompiler) -> CommandWords:
    sets: dict[str, Any] = {
        field: compiler.compile_all(commands[field])
        for field in (
            "undo",
            "restart",
            "complaint",
            "repeat",
            "hesitation",
            "time",
            "resume",
        )
    }
    kinds: dict[str, Any] = {
        field: tuple((kind, compiler.compile_all(commands[field][kind])) for kind in order)
        for field, order in (
            ("why", commands["why"]),
            ("handoff", commands["handoff"]),
            ("drop", commands["drop"]),
            ("smalltalk", commands["smalltalk_order"]),
        )
    }
    for field, sides in (("document", document["sides"]), ("document_alone", document["alone"])):
        kinds[field] = tuple((side, compiler.compile_all(patterns)) for side, patterns in sides.items())
    smalltalk = tuple(pattern for _, patterns in kinds["smalltalk"] for pattern in patterns.patterns)
    return CommandWords(
        **sets,
        **kinds,
        any_smalltalk=PatternSet(smalltalk).prepare(),
        listing=compiler.compile_all(commands["list"]),
        matters=tuple(_matter(matter, compiler) for matter in topics["matters"]),
        numbers_meant=tuple(NumberMeant(each["says"], *each["between"]) for each in commands["numbers_meant"]),
        vague=word_list(commands["vague"]),
        filler_clause=frozenset(text for each in commands["filler_clause"] for text in compiler.expand(each)),
        clause_reference=compiler.compile_all(topics["clause_reference"]),
    )


def _dictation(dictated: Terms, compiler: PatternCompiler) -> Dictation:
    names = ("behind_questions", "before_questions", "beside")
    behind, front, beside = (tuple(_joint(each, compiler) for each in dictated[name]) for name in names)
    return Dictation(
        at_least=dictated["from"],
        before=compiler.compile_all(dictated["before"]),
        not_after=tuple(dictated["not_after"]),
        behind=behind,
        front=front,
        beside_from=dictated["beside_from"],
        beside=beside,
        beside_not=compiler.compile_all(dictated["beside_not"]),
    )


def _joint(joint: Terms, compiler: PatternCompiler) -> Joint:
    asks, tells = (compiler.compile_all(joint[name]) for name in ("asks", "tells"))
    return Joint(asks, tells, compiler.compile_all(joint["led"]) if "led" in joint else None)


def _matter(matter: Terms, compiler: PatternCompiler) -> Matter:
    names, wishes = (compiler.compile_all(matter.get(field, ())) for field in ("names", "wishes"))
    return Matter(tuple(matter["entitlements"]), names, wishes, dict(matter.get("told_by", {})))


def _questions(questions: Terms, compiler: PatternCompiler) -> QuestionWords:
    named = frozenset(questions["named_by_value"])
    names = [field.name for field in fields(QuestionWords) if field.name != "named_by_value"]
    return QuestionWords(**{name: compiler.compile_all(questions[name]) for name in names}, named_by_value=named)
