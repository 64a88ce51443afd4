"""Rules of the pulse: groups and addresses as people type them, days of rounds, trends and alarms."""

from datetime import date
from decimal import Decimal

from interregnum.kernel.lists import Category
from interregnum.stages.pulse.rules.figures import Bound, Figure, Step, figure_of, step_of
from interregnum.stages.pulse.rules.publishing import Published, publish, trend
from interregnum.stages.pulse.rules.questions import PROPOSED
from interregnum.stages.pulse.rules.setting_up import (
    GroupLine,
    check_groups,
    check_questions,
    read_addresses,
    read_groups,
    round_days,
)
from interregnum.stages.pulse.rules.signals import Alarm, Bounds, fall, silence
from interregnum.stages.pulse.rules.states import Way


def codes(reasons):
    return [reason.code for reason in reasons]


def test_each_category_has_five_questions_at_most_in_both_languages():
    assert set(PROPOSED) == set(Category)
    for questions in PROPOSED.values():
        assert 0 < len(questions) <= 5
        assert all(one.nl and one.en and one.nl != one.en for one in questions)


def test_groups_as_people_type_them():
    text = "  Klant  contact , 34\nTeam\t7\n\nDirectie\nA, B, 12\nZeven, 7a"
    assert read_groups(text) == (
        GroupLine("Klant contact", 34),
        GroupLine("Team", 7),
        GroupLine("Directie", 0),
        GroupLine("A, B", 12),
        GroupLine("Zeven, 7a", 0),
    )
    assert codes(check_groups((GroupLine("A", 5), GroupLine("a", 6)), way=Way.CODE)) == ["pulse.group_twice"]
    assert codes(check_groups((GroupLine("A"),), way=Way.CODE)) == ["pulse.group_uncounted"]
    assert check_groups((GroupLine("A"),), way=Way.MAIL) == ()
    assert codes(check_groups((), way=Way.MAIL)) == ["pulse.no_group"]


def test_a_question_is_asked_in_both_languages_or_not_at_all():
    assert check_questions([("Ja?", "Yes?"), ("", "")]) == ()
    (lacking,) = check_questions([("Ja?", "Yes?"), ("Nee?", "")])
    assert (lacking.code, lacking.field) == ("pulse.question_one_language", "en_1")
    assert codes(check_questions([("", "")])) == ["pulse.no_question"]


def test_addresses_out_of_whatever_was_pasted():
    found, without = read_addresses('"Piet" <PIET@x.nl>, jo@x.nl;\n\npiet@x.nl\nniemand@\n;;')
    assert found == ("piet@x.nl", "jo@x.nl")
    assert without == ("niemand@",)


def test_rounds_follow_each_other_and_never_overlap():
    first, second = (round_days(date(2026, 3, 2), number, every=14, open_days=20) for number in (1, 2))
    assert (first.first, first.last) == (date(2026, 3, 2), date(2026, 3, 15))
    assert second.first == date(2026, 3, 16)


def test_how_many_answered_is_told_in_steps():
    assert [step_of(people) for people in (0, 4, 5, 9, 10, 24, 25, 2000)] == [
        Step.FEW, Step.FEW, Step.SOME, Step.SOME, Step.MANY, Step.MANY, Step.MOST, Step.MOST,
    ]  # fmt: skip


def test_figures_are_rounded_and_held_away_from_the_ends():
    assert figure_of((0, 1, 2, 2, 0)) == Figure(Decimal("3.0"))
    assert figure_of((0, 0, 1, 4, 0)) == Figure(Decimal("4.0"), Bound.AT_LEAST)
    assert figure_of((0, 0, 5, 6, 0)) == Figure(Decimal("3.5"))
    assert figure_of((0, 0, 0, 6, 6)) == Figure(Decimal("4.5"), Bound.AT_LEAST)


def test_a_small_group_stands_with_the_smallest_other_one():
    counts = {"a": [[0, 0, 3, 0, 0]], "b": [[0, 0, 0, 6, 0]], "c": [[0, 5, 4, 0, 0]]}
    shown = publish({"a": 3, "b": 6, "c": 9}, counts, floor=5)
    assert [block.groups for block in shown.blocks] == [("a", "b"), ("c",)]
    assert shown.step is Step.MANY
    assert [block.figures[0].value for block in shown.blocks] == [Decimal("3.5"), Decimal("2.5")]
    # Nine and nine people: reckoned from the two figures that are shown.
    assert shown.figures[0] == Figure(Decimal("3.0"))
    assert publish({"a": 3, "b": 1}, counts, floor=5) == Published(Step.FEW)
    assert publish({"a": 3, "b": 1}, counts, floor=2).blocks == ()


def test_a_trend_tells_of_nobody_who_came_or_left():
    before = Published(Step.MANY, (Figure(Decimal("3.0")), Figure(Decimal("4.5"), Bound.AT_LEAST)))
    now = Published(Step.MANY, (Figure(Decimal("3.4")), Figure(Decimal("4.1"))))
    assert trend(before, now, moved=0, floor=5) == (Decimal("0.4"), None)
    assert trend(before, now, moved=1, floor=5) == ()
    assert trend(before, now, moved=4, floor=2) == ()
    assert trend(before, now, moved=5, floor=5) != ()
    assert trend(before, Published(Step.FEW), moved=0, floor=5) == ()


def test_alarms_go_by_what_is_published():
    bounds = Bounds(3, 6)
    assert fall((Decimal("-0.3"),), bounds=bounds) is Alarm.NOTICE
    assert fall((Decimal("-0.6"), Decimal("-0.6")), bounds=bounds) is Alarm.LARGE
    assert fall((Decimal("0.6"), None), bounds=bounds) is Alarm.NONE
    assert fall((), bounds=bounds) is Alarm.NONE
    percent = Bounds(50, 35)
    assert silence(Step.FEW, asked=12, bounds=percent) is Alarm.LARGE
    assert silence(Step.SOME, asked=20, bounds=percent) is Alarm.NOTICE
    assert silence(Step.SOME, asked=18, bounds=percent) is Alarm.NONE
    assert silence(Step.MOST, asked=2000, bounds=percent) is Alarm.NONE
