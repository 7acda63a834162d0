from __future__ import annotations

from itertools import product
from operator import and_, or_

from hypothesis import given
from hypothesis import strategies as st

from assistant.reasoning.diagram import IMPOSSIBLE, Diagram, Node, path_to, terminals

SIZES = (2, 3, 2)
POINTS = list(product(*(range(size) for size in SIZES)))
TABLES = st.lists(st.sampled_from([0, 1, 2]), min_size=len(POINTS), max_size=len(POINTS))
TABLES_WITH_HOLES = st.lists(st.sampled_from([0, 1, IMPOSSIBLE]), min_size=len(POINTS), max_size=len(POINTS))


def build(diagram, table):
    values = dict(zip(POINTS, table, strict=True))

    def walk(prefix):
        if len(prefix) == len(SIZES):
            return values[prefix]
        return diagram.node(len(prefix), tuple(walk((*prefix, cell)) for cell in range(SIZES[len(prefix)])))

    return walk(())


def at(function, cells):
    while type(function) is Node:
        function = function.kids[cells[function.variable]]
    return function


@given(TABLES, TABLES)
def test_equal_functions_are_one_object(left, right):
    diagram = Diagram()
    assert (build(diagram, left) is build(diagram, right)) == (left == right)


@given(TABLES, TABLES)
def test_combining_works_point_by_point(left, right):
    diagram = Diagram()
    for operate in (and_, or_):
        both = diagram.combine(operate, build(diagram, left), build(diagram, right))
        assert [at(both, p) for p in POINTS] == [operate(a, b) for a, b in zip(left, right, strict=True)]


@given(TABLES_WITH_HOLES)
def test_possible_points_keep_their_value_where_impossible_ones_melt_away(table):
    function = build(Diagram(), table)
    assert all(at(function, p) == v for p, v in zip(POINTS, table, strict=True) if v is not IMPOSSIBLE)
    assert terminals(function) == set(table) - {IMPOSSIBLE}


@given(TABLES_WITH_HOLES)
def test_a_function_that_is_still_a_node_has_two_values_in_reach(table):
    function = build(Diagram(), table)
    assert (type(function) is Node) == (len(set(table) - {IMPOSSIBLE}) > 1)


@given(TABLES, st.integers(0, 2), st.data())
def test_restricting_fixes_one_variable(table, variable, data):
    cell = data.draw(st.integers(0, SIZES[variable] - 1))
    diagram = Diagram()
    function = diagram.restrict(build(diagram, table), variable, cell)
    for place in POINTS:
        fixed = (*place[:variable], cell, *place[variable + 1 :])
        assert at(function, place) == table[POINTS.index(fixed)]


@given(TABLES, st.tuples(*(st.integers(1, (1 << size) - 1) for size in SIZES)))
def test_a_residual_holds_what_the_masks_leave_possible(table, masks):
    diagram = Diagram()
    left = {v for p, v in zip(POINTS, table, strict=True) if all(m >> c & 1 for m, c in zip(masks, p, strict=True))}
    assert terminals(diagram.residual(build(diagram, table), masks)) == left


@given(TABLES, st.integers(0, 7))
def test_projecting_keeps_what_is_certain_without_a_variable(table, away):
    diagram = Diagram()
    function = diagram.project(build(diagram, table), away, "open")
    for place in POINTS:
        alike = {
            v
            for p, v in zip(POINTS, table, strict=True)
            if all(away >> n & 1 or p[n] == place[n] for n in range(len(SIZES)))
        }
        assert at(function, place) == (alike.pop() if len(alike) == 1 else "open")


@given(TABLES)
def test_the_support_is_the_variables_that_matter(table):
    diagram = Diagram()
    values = dict(zip(POINTS, table, strict=True))

    def matters(n):
        return any(
            values[p] != values[q]
            for p, q in product(POINTS, POINTS)
            if all(p[k] == q[k] for k in range(len(SIZES)) if k != n)
        )

    assert diagram.support(build(diagram, table)) == sum(1 << n for n in range(len(SIZES)) if matters(n))


def test_a_path_leads_to_the_wanted_value():
    diagram = Diagram()
    function = diagram.node(0, (0, diagram.node(2, (0, 1))))
    assert path_to(function, lambda value: value == 1) == {0: 1, 2: 1}
    assert path_to(function, lambda value: value == 7) is None
