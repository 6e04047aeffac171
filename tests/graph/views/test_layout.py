"""Where everything stands on a page."""

import random
from itertools import combinations

import numpy as np
import pytest

from graph.views.layout import Mark, Spot, arrange, disc_rect, label_rect, meet, wrap
from graph.views.layout._apart import push_apart
from graph.views.layout._pack import rows, tile
from graph.views.layout._sides import choose_sides, crossings

PAGE = (900.0, 690.0)


def plan(agencies: int, measures: int, seed: int) -> tuple[list[Mark], list[tuple[int, int]]]:
    """Agencies with labels and measures without, joined at random, the first agencies oftenest."""
    chance = random.Random(seed)
    marks = [Mark(chance.uniform(6, 34), wrap("省" + "局" * chance.randint(2, 14))) for _ in range(agencies)]
    marks += [Mark(5.5)] * measures
    edges = set()
    for measure in range(measures):
        for _ in range(chance.choice([0, 1, 1, 2, 3, 6])):
            edges.add((min(int(chance.expovariate(3 / agencies)), agencies - 1), agencies + measure))
    return marks, sorted(edges)


@pytest.mark.parametrize(
    ("agencies", "measures", "seed"), [(1, 0, 0), (2, 1, 0), (8, 3, 1), (30, 80, 2), (60, 100, 3), (40, 0, 4)]
)
def test_nothing_overlaps_and_all_lies_on_the_page(agencies, measures, seed):
    marks, edges = plan(agencies, measures, seed)
    picture = arrange(marks, edges, PAGE)
    placed = list(zip(marks, picture.spots, strict=True))
    labels = [label_rect(mark, spot) for mark, spot in placed if mark.lines]
    discs = [disc_rect(mark, spot) for mark, spot in placed]
    assert not any(meet(a, b) for a, b in combinations(labels, 2))
    # Petals stand close round their disc: their square corners may pass its square, not its circle.
    for (a, one), (b, other) in combinations(placed, 2):
        assert np.hypot(one.x - other.x, one.y - other.y) >= a.radius + b.radius
    assert not any(meet(label, disc) for label in labels for disc in discs)
    for left, top, right, bottom in labels + discs:
        assert 0 <= left <= right <= picture.width
        assert 0 <= top <= bottom <= picture.height


def test_the_same_marks_give_the_same_picture_whatever_chance_did_before():
    marks, edges = plan(20, 40, 5)
    first = arrange(marks, edges, PAGE)
    random.seed(99)
    np.random.seed(99)
    assert arrange(marks, edges, PAGE) == first


def test_the_layout_leaves_the_state_of_chance_as_it_was():
    random.seed(7)
    expected = random.random()
    random.seed(7)
    arrange(*plan(10, 20, 6), PAGE)
    assert random.random() == expected


def test_a_page_that_is_too_small_grows_and_keeps_its_shape():
    marks, edges = plan(60, 100, 3)
    small = arrange(marks, edges, (300.0, 200.0))
    assert small.width > 300
    assert small.width / small.height == pytest.approx(1.5, rel=1e-3)


def test_a_picture_uses_the_whole_page():
    picture = arrange(*plan(30, 80, 2), PAGE)
    across = [spot.x for spot in picture.spots]
    down = [spot.y for spot in picture.spots]
    assert min(across) < 0.12 * picture.width
    assert max(across) > 0.88 * picture.width
    assert min(down) < 0.12 * picture.height
    assert max(down) > 0.8 * picture.height


def test_marks_that_nothing_joins_stand_in_the_middle():
    picture = arrange([Mark(5.5)] * 3, [], PAGE)
    assert [spot.y for spot in picture.spots] == [pytest.approx(PAGE[1] / 2, abs=10)] * 3


def test_measures_of_one_agency_stand_round_it():
    marks = [Mark(30, ("省局",)), Mark(10, ("省厅",)), *[Mark(5)] * 6]
    edges = [(0, 2), (0, 3), (0, 4), (0, 5), (0, 6), (0, 7), (1, 7)]
    spots = arrange(marks, edges, PAGE).spots
    away = [np.hypot(spot.x - spots[0].x, spot.y - spots[0].y) for spot in spots[2:7]]
    assert max(away) < 30 + 5 + 10
    assert np.hypot(spots[7].x - spots[0].x, spots[7].y - spots[0].y) > 60


def test_thousands_of_marks_are_laid_out():
    marks, edges = plan(300, 3000, 8)
    picture = arrange(marks, edges, PAGE)
    assert len(picture.spots) == 3300
    assert len({(spot.x, spot.y) for spot in picture.spots}) > 3200


def test_the_discs_of_a_whole_graph_do_not_overlap():
    marks, edges = plan(290, 360, 9)
    spots = np.array([(spot.x, spot.y) for spot in arrange(marks, edges, PAGE).spots])
    radii = np.array([mark.radius for mark in marks])
    apart = np.hypot(*(spots[:, None] - spots[None]).transpose(2, 0, 1)) - radii[:, None] - radii[None]
    assert apart[np.triu_indices(len(marks), 1)].min() >= 0


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("", ()),
        ("省法院", ("省法院",)),
        ("省人大常委会法工委", ("省人大常委", "会法工委")),
        ("领导小组办公室成员单位等机关", ("领导小组办公室", "成员单位等机关")),
    ],
)
def test_long_names_break_into_even_lines(name, lines):
    assert wrap(name) == lines


def test_boxes_move_apart_and_stay_inside():
    centres = np.array([[50.0, 50.0]] * 12)
    halves = np.array([[20.0, 8.0]] * 12)
    places, settled = push_apart(centres, halves, np.ones(12), (200.0, 300.0))
    assert settled
    for one, other in combinations(places, 2):
        assert abs(one[0] - other[0]) >= 39.9 or abs(one[1] - other[1]) >= 15.9
    assert (places >= halves - 1e-9).all()
    assert (places <= np.array([200, 300]) - halves + 1e-9).all()


def test_of_two_boxes_the_more_mobile_one_moves_more():
    centres = np.array([[100.0, 100.0], [104.0, 100.0]])
    halves = np.array([[10.0, 30.0], [10.0, 30.0]])
    places, _ = push_apart(centres, halves, np.array([0.1, 1.0]), (400.0, 400.0))
    assert abs(places[0, 0] - 100) < abs(places[1, 0] - 104)


def test_boxes_without_room_are_told():
    halves = np.array([[30.0, 30.0]] * 4)
    assert not push_apart(np.full((4, 2), 40.0), halves, np.ones(4), (80.0, 80.0), rounds=50)[1]


@pytest.mark.parametrize(
    ("line", "crosses"),
    [
        ((0, 15, 40, 15), True),
        ((15, 0, 15, 40), True),
        ((12, 12, 18, 18), True),
        ((0, 0, 40, 40), True),
        ((0, 0, 40, 0), False),
        ((0, 15, 8, 15), False),
        ((0, 22, 22, 44), False),
    ],
)
def test_lines_through_a_rectangle(line, crosses):
    assert crossings((10, 10, 20, 20), np.array([line], dtype=float)) == crosses


def test_a_label_turns_away_from_the_edge_below():
    marks = [Mark(10, ("省局",)), Mark(5)]
    spots = [Spot(200, 200), Spot(200, 400)]
    turned = choose_sides(marks, spots, [(0, 1)], (400.0, 500.0))
    assert turned[0].side == "above"
    assert choose_sides(marks, spots, [(0, 1)], (400.0, 500.0), frozenset({0}))[0].side == "below"


def test_tiles_share_the_page_by_weight():
    tiles = tile((0, 0, 300, 100), [2, 1, 1])
    areas = [(right - left) * (bottom - top) for left, top, right, bottom in tiles]
    assert areas == pytest.approx([15000, 7500, 7500])
    assert not any(meet(a, b) for a, b in combinations(tiles, 2))


def test_blocks_stand_in_rows_of_about_equal_length():
    corners, height = rows([(100.0, 20.0)] * 5, 460.0)
    tops = [top for _, top in corners]
    assert len(set(tops)) == 2
    assert abs(tops.count(min(tops)) - tops.count(max(tops))) == 1
    assert height >= 40
    assert max(left for left, _ in corners) + 100 <= 460
