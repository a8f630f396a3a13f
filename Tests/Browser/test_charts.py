"""Charts that the command line draws, looked at in a real Chromium: alone, in a page, wide, narrow, by night, in grey."""

import math
import re
import subprocess
from html import escape

import pytest

WIDTHS = {"wide": 960, "phone": 358}


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    """Made-up counts by two sides with a gap, and made-up durations with unknown ends."""
    folder = tmp_path_factory.mktemp("charts")
    rows = ["from,to,side,violations"]
    for week in range(60):
        if week in (22, 23, 24):
            continue
        month, day = 1 + week // 5, 1 + week % 5 * 6
        for side, scale in (("North bank", 30), ("South bank", 18)):
            calm = 0.1 if 30 <= week < 45 else 1
            count = round(scale * calm * (1 + 0.4 * math.sin(week * 1.7)))
            rows.append(f"2023-{month:02}-{day:02},2023-{month:02}-{day + 5 if day < 24 else 28:02},{side},{count}")
    counts = folder / "counts.csv"
    counts.write_text("\n".join(rows) + "\n")
    ends = ["start,end,kind"]
    for number in range(40):
        start = f"2020-{1 + number % 12:02}-{1 + number % 27:02}"
        end = "" if number % 5 == 0 else f"2021-{1 + number * 7 % 12:02}-{1 + number % 27:02}"
        ends.append(f"{start},{end},{'written' if number % 3 else 'spoken & broadcast'}")
    durations = folder / "durations.csv"
    durations.write_text("\n".join(ends) + "\n")
    return {
        "columns": [str(counts), "--since", "2023-07-01", "--window", "3m"],
        "survival": [str(durations), "--durations", "--until", "2022-12-31", "--group", "kind"],
        "bounds": [str(durations), "--durations", "--until", "2022-12-31", "--unknown-ends"],
    }


@pytest.fixture(scope="module")
def charts(bishkek, tables, tmp_path_factory):
    folder = tmp_path_factory.mktemp("drawn")
    files = {}
    for name, arguments in tables.items():
        for form, width in WIDTHS.items():
            file = folder / f"{name}-{form}.svg"
            subprocess.run(
                [bishkek, "holds", *arguments, "--chart", str(file), "--chart-width", str(width)],
                check=True, capture_output=True, timeout=60,
            )
            files[name, form] = file
    return files


def page_of(charts, name):
    """A page with the chart in it twice: as a file by width, and as a part of the page."""
    drawn = re.sub(r"<style>.*?</style>", "", charts[name, "wide"].read_text())
    said = re.search(r"<desc[^>]*>(.*?)</desc>", drawn, re.S).group(1)
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(name)}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src file:">
    </head><body><main><h1>{escape(name)}</h1>
    <picture><source media="(max-width: 600px)" srcset="{charts[name, 'phone'].as_uri()}">
    <img src="{charts[name, 'wide'].as_uri()}" alt="{said}"></picture></main></body></html>"""


@pytest.mark.parametrize("name", ["columns", "survival", "bounds"])
@pytest.mark.parametrize("form,size", [("wide", (1280, 900)), ("phone", (390, 844))])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_chart_in_a_page(browser, charts, accessible, picture, tmp_path, name, form, size, scheme):
    file = tmp_path / "page.html"
    file.write_text(page_of(charts, name))
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
    page = context.new_page()
    page.goto(file.as_uri())
    image = page.locator("img")
    assert image.evaluate("e => e.complete && e.naturalWidth") == WIDTHS[form]
    assert page.locator("html").evaluate("e => e.scrollWidth - e.clientWidth") <= 0
    picture(page, f"chart-{name}-{form}-{scheme}")
    accessible(page)
    context.close()


@pytest.mark.parametrize("name", ["columns", "survival", "bounds"])
@pytest.mark.parametrize("form", WIDTHS)
def test_every_word_is_inside_and_none_on_another(browser, charts, name, form):
    page = browser.new_context(viewport={"width": WIDTHS[form], "height": 900}).new_page()
    page.goto(charts[name, form].as_uri())
    root = page.locator("svg").first
    assert root.get_attribute("role") == "img"
    for part in root.get_attribute("aria-labelledby").split():
        assert page.locator(f"[id='{part}']").count() == 1
    boxes = page.locator("text").evaluate_all(
        "texts => texts.map(t => { const b = t.getBBox(); return [t.textContent, b.x, b.y, b.x + b.width, b.y + b.height] })"
    )
    height = float(root.get_attribute("height"))
    for words, left, top, right, bottom in boxes:
        assert left >= 0 and top >= 0 and right <= WIDTHS[form] and bottom <= height, words
    for place, (words, left, top, right, bottom) in enumerate(boxes):
        for other, *box in boxes[place + 1:]:
            # Line boxes touch; what counts is that letters do not.
            apart = right <= box[0] or box[2] <= left or bottom - 4 <= box[1] or box[3] - 4 <= top
            assert apart, (words, other)
    page.context.close()


@pytest.mark.parametrize("name", ["columns", "survival", "bounds"])
def test_it_reads_without_colour_and_under_a_strict_policy(browser, charts, picture, tmp_path, name):
    drawn = re.sub(r"<style>.*?</style>", "", charts[name, "wide"].read_text())
    file = tmp_path / "page.html"
    file.write_text(
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>chart</title>'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\"></head>"
        f"<body>{drawn}</body></html>"
    )
    refused = []
    page = browser.new_context(viewport={"width": 1000, "height": 700}, forced_colors="none").new_page()
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    page.goto(file.as_uri())
    assert not refused
    page.evaluate("document.documentElement.style.filter = 'grayscale(1)'")
    picture(page, f"chart-{name}-inline")
    page.context.close()
    forms = set(re.findall(r"url\(#chart-(\w+)\)", drawn)) | set(re.findall(r'stroke-dasharray="([^"]+)"', drawn))
    assert len(forms) >= 2
