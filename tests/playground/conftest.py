"""What the tests of the engine share: a page that has it."""

import pytest

from tests.playground import compare


@pytest.fixture(scope="module")
def page(browser):
    page = browser.new_page()
    for script in compare.SCRIPTS:
        page.add_script_tag(path=script)
    yield page
    page.close()
