"""Bodies that a list names by 市, 县 or 区 alone: of the place that the body before them spells out, where
the document has none of that level."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders import load_file

TEXT = "{issuer}关于修补堤防的通知\n{number}〔2021〕7号\n各有关单位：\n一、修补险段。（责任单位：{clause}）\n"
PROVINCE = ("湖南省人民政府办公厅", "湘政办发")
CITY = ("长沙市人民政府办公厅", "长政办发")


@pytest.mark.parametrize(
    ("whose", "clause", "bodies"),
    [
        (PROVINCE, "岳阳市委、市政府", "中共岳阳市委 岳阳市人民政府"),
        (PROVINCE, "岳阳市委和市政府", "中共岳阳市委 岳阳市人民政府"),
        (PROVINCE, "岳阳市党委和政府", "中共岳阳市委 岳阳市人民政府"),
        (PROVINCE, "岳阳市党委、政府，省水利厅", "中共岳阳市委 岳阳市人民政府 湖南省水利厅"),
        (PROVINCE, "岳阳市政府、市水利局、财政局", "岳阳市人民政府 岳阳市水利局 岳阳市财政局"),
        (PROVINCE, "湘西州委、州政府", "中共湘西土家族苗族自治州委 湘西土家族苗族自治州人民政府"),
        (PROVINCE, "攸县县委、县政府", "中共攸县委 攸县人民政府"),
        (PROVINCE, "岳阳海关、市水利局", "中华人民共和国岳阳海关 市水利局"),
        (PROVINCE, "省水利厅、市水利局", "湖南省水利厅 市水利局"),
        (PROVINCE, "各市党委和政府", "各市党委和政府"),
        (CITY, "浏阳市委、市政府", "中共浏阳市委 浏阳市人民政府"),
        (CITY, "岳麓区委区政府", "中共长沙市岳麓区委 长沙市岳麓区人民政府"),
        (CITY, "浏阳市委、市水利局", "中共浏阳市委 长沙市水利局"),
        (CITY, "岳麓区委、区政府，市水利局", "中共长沙市岳麓区委 长沙市岳麓区人民政府 长沙市水利局"),
        (
            CITY,
            "高新区党工委、管委会",
            "中共长沙高新技术产业开发区工作委员会 长沙高新技术产业开发区管理委员会",
        ),
        (
            CITY,
            "高新区、望城经开区管委会",
            "长沙高新技术产业开发区管理委员会 望城经济技术开发区管理委员会",
        ),
        (CITY, "市水利局，岳麓、芙蓉区政府", "长沙市水利局 长沙市岳麓区人民政府 长沙市芙蓉区人民政府"),
        (CITY, "岳麓、浏阳，市水利局", "长沙市岳麓区 浏阳市 长沙市水利局"),
        (PROVINCE, "各地（州、市）人民政府、行署", "各地(州、市)人民政府 各地(州、市)行署"),
        (CITY, "岳麓区、高新区管委会", "长沙市岳麓区 长沙高新技术产业开发区管理委员会"),
        (CITY, "高新区，望城经开区管委会", "长沙高新技术产业开发区 望城经济技术开发区管理委员会"),
    ],
)
def test_bodies(whose: tuple[str, str], clause: str, bodies: str, tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    path.write_text(TEXT.format(issuer=whose[0], number=whose[1], clause=clause), encoding="utf-8")
    (measure,) = load_file(path).measures
    assert [r.agency.name for r in measure.responsibilities] == bodies.split()
