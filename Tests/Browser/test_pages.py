"""Every page as a person meets it: with and without scripts, wide and narrow, by axe and by eye."""

import re

import pytest

PAGES = {
    "home": "/",
    "home-in-may": "/?at=1994-05-12",
    "letters": "/effect/ceasefire-letters-1994?at=1994-05-12",
    "protocol": "/effect/bishkek-protocol",
    "truce": "/effect/truce-2020-10-18?at=2020-10-18",
    "announced": "/effect/ceasefire-2023-09",
    "text": "/text/bishkek-protocol?copy=photocopy-baku",
    "text-of-letters": "/text/ceasefire-letters-1994",
    "compare": "/compare/bishkek-protocol",
    "participants": "/participants",
    "record": "/record",
    "entry": "/record/100",
    "verify": "/verify",
    "not-found": "/record/99999",
    "bad-question": "/?at=yesterday",
}


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(page, accessible, picture, name):
    page.goto(PAGES[name])
    picture(page, name)
    accessible(page)


@pytest.mark.parametrize("name", PAGES)
def test_nothing_runs_off_a_telephone(phone, picture, name):
    phone.goto(PAGES[name])
    picture(phone, f"{name}-phone")
    wide = phone.locator("html").evaluate("e => e.scrollWidth - e.clientWidth")
    assert wide <= 0


@pytest.mark.parametrize("name", PAGES)
def test_dark_mode_is_as_legible(browser, base_url, accessible, name):
    context = browser.new_context(color_scheme="dark", base_url=base_url)
    page = context.new_page()
    page.goto(PAGES[name])
    accessible(page)
    context.close()


def test_every_link_leads_somewhere(page, base_url):
    seen, todo = set(), ["/", "/participants", "/record", "/verify", "/effect/bishkek-protocol", "/text/bishkek-protocol"]
    for start in todo:
        page.goto(start)
        for href in page.locator("a[href]").evaluate_all("links => links.map(l => l.getAttribute('href'))"):
            if href.startswith("/"):
                seen.add(href.split("#")[0])
    assert len(seen) > 40
    for href in sorted(seen)[:250]:
        assert page.request.get(href).status == 200, href


def test_anchors_have_their_targets(page):
    for path in ["/effect/bishkek-protocol", "/text/bishkek-protocol", "/compare/bishkek-protocol"]:
        page.goto(path)
        for href in page.locator("a[href^='#']").evaluate_all("links => links.map(l => l.getAttribute('href'))"):
            assert page.locator(f"[id='{href[1:]}']").count() == 1, (path, href)


# What the demo must show.


def test_the_letters_carry_the_ceasefire(page):
    page.goto("/effect/ceasefire-letters-1994?at=1994-05-12T00:01%2B04:00")
    lead = page.locator(".answer").inner_text()
    assert "In force for Azerbaijan, Armenia and Nagorno-Karabakh since 12 May 1994, 00:01" in lead
    tree = page.locator("#effect-azerbaijan-begins").inner_text()
    assert "Notice by Vladimir Kazimirov" in tree
    assert "an inference of the recorder" in tree
    assert "consented to the same operative text" in tree


@pytest.mark.parametrize("time", ["1994-05-11", "1994-05-12T00:00%2B04:00"])
def test_a_minute_earlier_they_do_not(page, time):
    page.goto(f"/effect/ceasefire-letters-1994?at={time}")
    assert "Not in force" in page.locator(".answer").inner_text()


def test_the_protocol_brought_nothing_into_force(page):
    page.goto("/effect/bishkek-protocol")
    assert "No effect intended" in page.locator(".answer").inner_text()
    azerbaijan = page.locator("#effect-azerbaijan-none").inner_text()
    assert "met on every account" in azerbaijan
    assert "Afiyaddin Jalilov signs" in azerbaijan and "Guliyev signs" in azerbaijan


def test_the_three_lines(page):
    page.goto("/effect/bishkek-protocol")
    bakhmanov = page.locator("#line-bakhmanov").inner_text()
    assert "by hand" in bakhmanov and "contested" in bakhmanov and "Demanded by Azerbaijan" in bakhmanov
    artsakh = page.locator("#line-artsakh, #line-artsakh + tr").all_inner_texts()
    assert "no name printed" in artsakh[0] and "Karen Baburyan" in artsakh[1]
    jalilov = page.locator("#line-azerbaijan").inner_text()
    assert "rival accounts" in jalilov and "signed by another than the person printed" in jalilov


def test_according_to_one_source(page):
    page.goto("/effect/bishkek-protocol?according-to=PA-X")
    line = page.locator("#line-azerbaijan").inner_text()
    assert "Guliyev" in line and "rival accounts" not in line
    assert "according to PA-X" in page.locator(".state").inner_text()


def test_compare_shows_exactly_the_two_alterations(page):
    page.goto("/compare/bishkek-protocol")
    assert page.locator(".difference").count() == 2
    assert page.locator("ins").count() == 2
    assert "2 places differ" in page.locator(".answer").inner_text()


def test_alterations_stand_in_the_text(page):
    page.goto("/text/bishkek-protocol?copy=photocopy-baku&language=ru")
    assert page.locator("ins").count() == 2
    assert page.locator(".note").count() == 2
    assert "by hand" in page.locator(".note").first.inner_text()


def test_nested_truces_and_the_silent_succession(page):
    page.goto("/?at=2020-10-18")
    order = page.locator(".instrument").evaluate_all("all => all.map(e => e.id)")
    assert order.index("truce-2020-10-18") < order.index("ceasefire-letters-1994")
    page.goto("/effect/ceasefire-letters-1994?at=2021-01-01")
    lead = page.locator(".answer").inner_text()
    assert "no longer towards Armenia" in lead and "towards Nagorno-Karabakh" in lead


def test_breach_is_reported_and_not_assessed(page):
    page.goto("/effect/ceasefire-letters-1994?at=2016-04-03")
    assert "breach reported at this time" in page.locator("main").inner_text()
    assert "In force" in page.locator(".answer").inner_text()


def test_performed_and_attested_are_never_confused(page):
    page.goto("/record/0")
    assert "Performed by" in page.locator("main").inner_text()
    page.goto("/record/100")
    assert "Attested by" in page.locator("main").inner_text()


def test_asking_about_another_time_keeps_the_question(page):
    page.goto("/")
    page.get_by_text("Ask about another time or source").click()
    page.get_by_label("What held at").fill("1994-05-12")
    page.get_by_role("button", name="Ask").click()
    assert "at=1994-05-12" in page.url
    page.get_by_role("link", name="Participants").click()
    assert "at=1994-05-12" in page.url
    assert "12 May 1994" in page.locator(".state").inner_text()


def test_a_proof_and_an_export_are_verified(page, tmp_path):
    proof = page.request.get("/record/100/proof").body()
    page.goto("/verify")
    page.get_by_label("Or the text of a proof").fill(proof.decode())
    page.get_by_role("button", name="Verify").click()
    assert page.locator(".answer").inner_text().startswith("Passed: entry 100")
    export = tmp_path / "record.tar"
    export.write_bytes(page.request.get("/export.tar").body())
    page.goto("/verify")
    page.get_by_label("A file").set_input_files(export)
    page.get_by_role("button", name="Verify").click()
    assert page.locator(".answer").inner_text().startswith("Passed: 225 entries")
    data = bytearray(export.read_bytes())
    data[data.index(b'{"received"') + 200] ^= 1
    export.write_bytes(data)
    page.goto("/verify")
    page.get_by_label("A file").set_input_files(export)
    page.get_by_role("button", name="Verify").click()
    assert page.locator(".answer").inner_text().startswith("Failed")


def test_pages_print_as_documents(page):
    page.goto("/text/bishkek-protocol")
    page.emulate_media(media="print")
    assert not page.locator(".strip nav").is_visible()
    assert page.locator(".instrument-text").first.is_visible()


def test_no_page_needs_a_script_or_another_host(page, base_url):
    foreign = []
    page.on("request", lambda request: None if request.url.startswith(base_url) else foreign.append(request.url))
    for path in PAGES.values():
        page.goto(path)
        assert page.locator("script").count() == 0
        assert not re.search(r'\sstyle="', page.content())
    assert not foreign


def test_the_keyboard_reaches_the_content_first(page):
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


@pytest.mark.parametrize("path", ["/", "/effect/bishkek-protocol", "/participants"])
def test_a_record_of_today_knew_nothing_in_1994_and_says_so(page, path):
    page.goto(f"{path}?known-on=1994-05-12")
    assert "Nothing was known by then" in page.locator("main").inner_text()
