"""What a person at the screen can see and reach, which is less than what the page holds."""

WIDE = {"width": 1280, "height": 800}
NARROW = {"width": 400, "height": 860}

REACHED = """(element) => {
    const box = element.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    if (!box.width || !box.height) return "has no size";
    if (box.left < 0 || box.top < 0 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1)
        return `lies outside the window: ${JSON.stringify(box)}`;
    const style = getComputedStyle(element);
    if (style.visibility !== "visible" || Number(style.opacity) < 0.5) return "cannot be seen";
    const top = document.elementFromPoint(x, y);
    return element.contains(top) || top.contains(element) && top.tagName === "LABEL" ? "" : `is covered by ${top.outerHTML.slice(0, 200)}`;
}"""  # noqa: E501

PATIENCE = 50
"""How many tenths of a second scrolling may take on a machine that does other things too."""


def assert_reached(locator, what=""):
    """Assert that an element lies wholly in the window, visible, and that a click on its middle reaches it.

    Pages scroll smoothly, so it may take a while until it does.
    """
    for _ in range(PATIENCE):
        problem = locator.evaluate(REACHED)
        if not problem:
            return
        locator.page.wait_for_timeout(100)
    assert not problem, f"{what or locator}: {problem}"


def open_page(browser, address, viewport, **options):
    """Open a page in a window of its own; an error in its script fails the test that uses it."""
    page = browser.new_context(viewport=viewport, **options).new_page()
    page.on("pageerror", lambda error: (_ for _ in ()).throw(AssertionError(f"{address}: {error}")))
    page.set_default_timeout(10_000)
    page.goto(address)
    return page
