"""Finds for whom the speaker asks: himself, or somebody who then is the applicant."""

from __future__ import annotations

from assistant.domain.utterance import NewPerson
from assistant.understanding.questions import Question
from assistant.understanding.scene import Scene

SPEAKER = "我"


def find_person(scene: Scene) -> NewPerson | None:
    """The person to whom the talk turns with this utterance, or None where it stays with the applicant."""
    words = scene.lexicon.persons
    if scene.text in words.to_other:
        return NewPerson("")
    if scene.text in words.to_self and not any(who for _, who in scene.persons):
        return NewPerson(SPEAKER)
    who = _proxy(scene) or _asked_about(scene) or _topic_of(scene)
    if who and who != scene.context.applicant:
        return NewPerson(who)
    if not who and scene.context.applicant and _speaks_of_himself(scene):
        return NewPerson(SPEAKER)
    return None


def _speaks_of_himself(scene: Scene) -> bool:
    """Whether, while somebody else is the case, the speaker says 我 at the head of a clause and names nobody else."""
    if any(who for _, who in scene.persons) or scene.disowned:
        return False
    first, asks_for = scene.lexicon.persons.first, scene.lexicon.persons.asks_for
    heads = [found for found in first.find(scene.text) if scene.before(found.span) == ""]
    return any(not scene.text.startswith(asks_for, found.span.end) for found in heads)


def _proxy(scene: Scene) -> str:
    match = scene.lexicon.persons.proxy.search(scene.text)
    if match is None:
        return ""
    return next((found.meaning for found in scene.lexicon.persons.others.find(match.group())), "")


def _asked_about(scene: Scene) -> str:
    """Somebody else whose own case the question is: 我爱人…她能聘不."""
    third = scene.lexicon.persons.third
    for clause in scene.clauses:
        core = scene.colour(clause).core
        who = scene.person_at(core if core is not None else clause.span.start)
        if not who or not scene.colour(clause).asks or not Question(scene, clause).of_a_case:
            continue
        if who in third:
            named = [
                person for end, person in scene.persons if person and person not in third and end <= clause.span.end
            ]
            return named[-1] if named else ""
        return who
    return ""


def _topic_of(scene: Scene) -> str:
    """Somebody else whose entitlement is spoken of, where the speaker says nothing of himself: 我爸延聘的事批了."""
    named = {person for _, person in scene.persons if person and person not in scene.lexicon.persons.third}
    himself = any(not person for _, person in scene.persons)
    late = any(scene.clause_at(end - 1).index > 0 for end, person in scene.persons[:1] if person)
    if late:  # others are spoken of first: 54岁了,我爱人55了
        return ""
    return named.pop() if scene.topics and len(named) == 1 and not himself else ""


def applicant_of(person: NewPerson | None, current: str) -> str:
    """Whom the facts are of once the talk has turned: empty for the speaker."""
    if person is None:
        return current
    return "" if person.who in {"", SPEAKER} else person.who
