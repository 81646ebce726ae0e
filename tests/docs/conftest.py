"""What several tests of the site share: windows that are closed after the test."""

import pytest

from tests.docs.seeing import WIDE, open_page


@pytest.fixture
def window(browser):
    """``window(address, viewport)`` opens a page in a window of its own, which is closed after the test."""
    pages = []

    def open_(address, viewport=WIDE, **options):
        pages.append(open_page(browser, address, viewport, **options))
        return pages[-1]

    yield open_
    for page in pages:
        page.context.close()
