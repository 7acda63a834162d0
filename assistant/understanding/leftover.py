"""An utterance in which nothing was understood: what may still be made of it."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.domain.utterance import Ask, AskForm, Command, NotUnderstood, Why
from assistant.text.numerals import read_numeral
from assistant.understanding.asking import Asking
from assistant.understanding.scene import Scene


@dataclass(frozen=True)
class Leftover:
    """Words that no command took."""

    scene: Scene

    def commands(self) -> list[Command]:
        """What to make of it: a question after all, a matter to look up, something put right, or nothing."""
        asking = Asking(self.scene, (), frozenset())
        text = ",".join(clause.text for clause in self.scene.clauses)
        if len(self.scene.hesitations) == len(self.scene.clauses):
            return [NotUnderstood("")]
        if self._puts_right_unclearly():
            return [Why(None, "doubt")]
        if self._asks_on() and asking.content(self.scene.clauses):
            return [Ask(text)]
        options = self._options() or self._numbers_meant()
        if options or self.scene.context.asked is not None:
            return [NotUnderstood(text, options)] if text else []
        if asking.content(self.scene.clauses):
            return [Ask(text, form=self._form())]
        return [NotUnderstood(text)] if text else []

    def _form(self) -> AskForm:
        """What the words are, if they are no question."""
        if self.scene.suppositions:
            return "supposition"
        return "statement" if self.scene.text in self.scene.lexicon.questions.assertion else "words"

    def _puts_right_unclearly(self) -> bool:
        """Whether something known is put right in words that tell neither what nor how."""
        scene = self.scene
        if not scene.context.known or scene.topics:
            return False
        return scene.corrects or scene.text in scene.lexicon.cues.contrast

    def _asks_on(self) -> bool:
        """Whether a half question (外语呢) turns away from the question that is open."""
        scene = self.scene
        if scene.context.asked is None or len(scene.clauses) != 1:
            return False
        return scene.text in scene.lexicon.cues.echo and scene.text not in scene.lexicon.cues.echo_not

    def _numbers_meant(self) -> tuple[str, ...]:
        """What a bare number may mean, where no number was asked for."""
        scene = self.scene
        number, unit = self._lone_number()
        asked = scene.lexicon.facts.get(scene.context.asked or "")
        if number is None or (asked is not None and asked.type == "number"):
            return ()
        meant = (each for each in scene.lexicon.commands.numbers_meant if each.least <= number <= each.most)
        return tuple(each.says.replace("{}", f"{number:g}") for each in meant if each.says.endswith(unit))

    def _lone_number(self) -> tuple[float | None, str]:
        """The one number that is all that is said (那55, 25年), and what it is followed by."""
        clauses, text = self.scene.clauses, self.scene.lexicon.cues.fillers.without(self.scene.text)
        if len(clauses) != 1 or not self.scene.holds_only_numbers(clauses[0]):
            return None, ""
        digits = text.strip(" ,，。的").rstrip("年岁")
        return read_numeral(digits), text.strip(" ,，。的")[len(digits) :]

    def _options(self) -> tuple[str, ...]:
        """Up to three answers to choose from, where the words leave open which of them is meant."""
        titles, asked = self.scene.lexicon.titles, self.scene.context.asked
        if asked in {titles.level_fact, titles.target_fact}:
            for found in titles.vague_levels.find(self.scene.text):
                return found.meaning
        if (
            asked is not None
            and asked in self.scene.lexicon.facts
            and any(self.scene.colour(c).hedge is not None for c in self.scene.clauses)
        ):
            labels = self.scene.lexicon.facts[asked].option_labels
            return tuple(labels.values())[:3] if len(labels) <= 3 else ()
        return ()
