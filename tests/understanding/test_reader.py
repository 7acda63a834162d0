"""What the reader promises of any text at all, and of the commands that people give."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.utterance import (
    Ask,
    Deny,
    DontKnow,
    Handoff,
    ListEntitlements,
    NewPerson,
    NotUnderstood,
    Repeat,
    Restart,
    SetBound,
    SetFact,
    Smalltalk,
    Undo,
    WhatIf,
    Why,
)
from assistant.understanding.reading import Context, Reader, act_of
from assistant.understanding.scene import WHOEVER, Scene

AS_OF = date(2026, 11, 24)
PIECES = (
    "我俺她爱人县医院乡镇卫生院副高中级干了年三十半没有不是要是呢吗？，。 连续一直"
    "考核合格优秀人社局批了12条15第从到现在岁想评报"
)


def read(reader: Reader, text: str, asked: str | None = None, **context: object) -> tuple[object, ...]:
    return reader.read(text, Context(asked, AS_OF, **context)).commands  # type: ignore[arg-type]


def only(kind: type, commands: tuple[object, ...]) -> list[object]:
    return [command for command in commands if isinstance(command, kind)]


@settings(max_examples=120, deadline=None)
@given(text=st.text(max_size=60) | st.text(alphabet=PIECES, max_size=60))
@pytest.mark.parametrize("asked", [None, "unit_level", "off_hours", "age", "township_years"])
def test_no_text_raises_and_every_span_is_the_users_own_words(reader: Reader, text: str, asked: str | None) -> None:
    reading = reader.read(text, Context(asked, AS_OF))
    for command in reading.commands:
        if isinstance(command, SetFact | SetBound) and command.span is not None:
            assert command.span.of(text) == command.quote
    assert reader.read(text, Context(asked, AS_OF)) == reading


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet=PIECES, min_size=1, max_size=60))
def test_what_is_shared_between_applicants_is_what_each_would_read(reader: Reader, text: str) -> None:
    context = Context(None, AS_OF)
    scene = Scene(text, reader.lexicon, context)
    for name in WHOEVER:
        getattr(scene, name)
    shared, fresh = scene.told_of("她"), Scene(text, reader.lexicon, context, "她")
    for clause in fresh.clauses:
        assert shared.colour(clause) == fresh.colour(clause)
    for name in (name for name in WHOEVER if not name.startswith("_")):
        assert getattr(shared, name) == getattr(fresh, name), name


@pytest.mark.parametrize(
    ("text", "clauses", "personal"),
    [
        ("第12条我能聘上不", (12,), True),
        ("十一条说的破格评中级,能轮着我不", (11,), True),
        ("第八条讲的啥", (8,), False),
        ("12条 乡镇卫生院 专技岗 主任医师 连续22年 58岁", (12,), True),
        ("接着说12条,连续干了18年", (12,), True),
    ],
)
def test_a_clause_named_by_number_is_asked_about(
    reader: Reader, text: str, clauses: tuple[int, ...], personal: bool
) -> None:
    (ask,) = only(Ask, read(reader, text))
    assert isinstance(ask, Ask)
    assert (ask.clauses, ask.personal) == (clauses, personal)


def test_two_questions_in_one_message_are_two_asks(reader: Reader) -> None:
    asks = only(Ask, read(reader, "评职称四免是免哪四样?还有岗位延聘占不占岗?"))
    assert [ask.entitlements for ask in asks if isinstance(ask, Ask)] == [
        ("four_exemptions",),
        ("deferred_retirement",),
    ]


@pytest.mark.parametrize("text", ["我这样的能行不", "那按现在的情况到底行不行", "我够条件不"])
def test_a_question_that_names_nothing_has_no_text(reader: Reader, text: str) -> None:
    assert read(reader, text) == (Ask("", personal=True),)


def test_when_it_will_be_met_is_a_question_of_time(reader: Reader) -> None:
    (ask,) = only(Ask, read(reader, "我什么时候能符合"))
    assert isinstance(ask, Ask)
    assert ask.time
    assert ask.personal


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("我能享受哪些政策", ListEntitlements),
        ("像我这种情况都能享受哪些政策啊", ListEntitlements),
        ("你问这个干啥?", Why),
        ("为什么要问这个", Why),
        ("撤销", Undo),
        ("上一句不算", Undo),
        ("重新开始", Restart),
        ("刚才的都不算,从头再来一遍", Restart),
        ("我要找真人工作人员说", Handoff),
        ("转人工", Handoff),
        ("再说一遍", Repeat),
        ("没听清", Repeat),
        ("你好", Smalltalk),
        ("好的谢谢", Smalltalk),
        ("拜拜,回头再问", Smalltalk),
        ("换个人问", NewPerson),
    ],
)
def test_a_command_is_known_by_its_words(reader: Reader, text: str, kind: type) -> None:
    assert {type(command) for command in read(reader, text)} == {kind}


def test_a_supposition_states_nothing(reader: Reader) -> None:
    assert read(reader, "要是我评上副高了呢") == (WhatIf({"title_level": "副高级"}, {}, "要是我评上副高了呢"),)


def test_passing_time_adds_to_all_that_grows_with_it(reader: Reader) -> None:
    (supposed,) = read(reader, "要是再干两年呢")
    assert isinstance(supposed, WhatIf)
    assert supposed.increments == {"township_years": 2, "township_continuous_years": 2, "age": 2}


def test_somebody_whose_own_case_is_asked_about_is_the_applicant(reader: Reader) -> None:
    commands = read(reader, "我爱人今年56,乡镇卫生院专技岗,副主任医师,她能按12条聘不")
    assert commands[0] == NewPerson("爱人")
    assert {c.fact: c.value for c in commands if isinstance(c, SetFact)}["age"] == 56


def test_a_pronoun_means_the_applicant_of_the_talk(reader: Reader) -> None:
    assert not only(SetFact, read(reader, "我同学是县医院的,她是副高"))
    facts = {c.fact: c.value for c in read(reader, "她是县医院的副高", applicant="妈") if isinstance(c, SetFact)}
    assert facts == {"unit_level": "县级", "unit_kind": "事业单位", "title_level": "副高级"}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("单位考核合没合格我不知道", "assessment_qualified"),
        ("县里有没有奖励政策我不清楚", "county_reward_policy"),
        ("是不是急需紧缺人社局还没定", "urgent_shortage"),
        ("人社局认没认定贡献突出我不知道", "outstanding_contribution"),
    ],
)
def test_not_knowing_names_the_fact(reader: Reader, text: str, fact: str) -> None:
    assert [c.fact for c in read(reader, text) if isinstance(c, DontKnow)] == [fact]
    assert not only(SetFact, read(reader, text))


@pytest.mark.parametrize("text", ["记不清了", "这我哪懂啊", "不晓得", "说不好", "没听说过"])
def test_not_knowing_the_fact_just_asked_for(reader: Reader, text: str) -> None:
    assert [c.fact for c in read(reader, text, "evaluation_mode_mid") if isinstance(c, DontKnow)] == [None]


def test_a_denied_value_with_no_other_is_a_denial(reader: Reader) -> None:
    (denial,) = read(reader, "我不是乡镇的")
    assert isinstance(denial, Deny)
    assert (denial.fact, denial.value) == ("unit_level", "乡镇")


def test_a_name_with_a_wish_to_say_it_again_takes_the_value_back(reader: Reader) -> None:
    (denial,) = read(reader, "年限我重新说")
    assert isinstance(denial, Deny)
    assert denial.value is None


def test_a_word_that_leaves_two_levels_open_offers_both(reader: Reader) -> None:
    assert read(reader, "高级职称", "title_level") == (NotUnderstood("高级职称", ("副高级", "正高级")),)


def test_a_hedged_number_is_a_bound(reader: Reader) -> None:
    (bound,) = only(SetBound, read(reader, "不到十五年", "township_continuous_years"))
    assert isinstance(bound, SetBound)
    assert (bound.fact, bound.bound.below) == ("township_continuous_years", 15)


def test_a_correction_is_marked(reader: Reader) -> None:
    (fact,) = only(SetFact, read(reader, "不对,是十七年", "township_years"))
    assert isinstance(fact, SetFact)
    assert fact.corrects
    assert fact.value == 17


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("12条我能聘不", "eligibility"),
        ("四免是哪四样", "information"),
        ("谢谢", "smalltalk"),
        ("转人工", "handoff"),
        ("要是再干两年呢", "what_if"),
        ("我能享受哪些政策", "list"),
        ("我在乡镇卫生院上班", "eligibility"),
        ("是的", "clarify"),
    ],
)
def test_the_act_follows_from_the_words(reader: Reader, text: str, act: str) -> None:
    assert act_of(reader.read(text, Context(None, AS_OF))) == act


@pytest.mark.parametrize(
    "said", ["大学本科", "高工", "连着5年", "下个月满55", "现职称:农艺师", "20年,中间断了两年", "零", "两"]
)
def test_twice_as_many_words_take_no_much_longer_than_twice_as_long(reader: Reader, said: str) -> None:
    def work(length: int) -> float:
        start = time.process_time()
        read(reader, (said * length)[:length])
        return time.process_time() - start

    read(reader, said)
    assert min(work(2000) for _ in range(2)) < 3 * min(work(1000) for _ in range(3)) + 0.05


def test_a_title_behind_a_thousand_others_is_read(reader: Reader) -> None:
    assert read(reader, "中级" * 990 + "会计师")
