"""`pytest tests/golden --update-golden` writes the golden files anew; the difference is then the review."""


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")
