from __future__ import annotations

from pathlib import Path

import pytest

from toolkit import config
from toolkit.errors import UsageError


def test_defaults(tmp_path: Path) -> None:
    settings = config.load({"FACTCHECK_HOME": str(tmp_path)}, tmp_path)
    assert (settings.home, settings.url, settings.project, settings.layout) == (tmp_path, None, "factcheck", "document")


def test_environment_beats_file_and_options_beat_both(tmp_path: Path) -> None:
    (tmp_path / "named.toml").write_text('url = "http://file"\nproject = " in file "\nlayout = "claim"\n')
    environ = {"FACTCHECK_CONFIG": str(tmp_path / "named.toml")}
    assert config.load(environ, tmp_path).url == "http://file"
    environ |= {"FACTCHECK_HOME": str(tmp_path), "LABEL_STUDIO_URL": "http://environ/", "LABEL_STUDIO_API_KEY": " key "}
    settings = config.load(environ, tmp_path)
    assert (settings.url, settings.api_key, settings.project) == ("http://environ", "key", "in file")
    assert settings.with_options(project="given", layout=None).project == "given"
    assert settings.with_options(project="given", layout=None).layout == "claim"


def test_a_style_is_beside_the_file_that_names_it_and_the_browser_is_in_the_environment(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text('report_style = "house/style.toml"\n')
    settings = config.load({"FACTCHECK_CHROMIUM": "/opt/chrome"}, tmp_path)
    assert (settings.report_style, settings.chromium) == (tmp_path / "house" / "style.toml", "/opt/chrome")


def test_the_token_is_not_in_the_repr(tmp_path: Path) -> None:
    settings = config.load({"FACTCHECK_HOME": str(tmp_path), "LABEL_STUDIO_API_KEY": "s3cret"}, tmp_path)
    assert "s3cret" not in repr(settings)


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("url = ", "not valid TOML"),
        ('url = "http://elsewhere"', "holds url; name the server by LABEL_STUDIO_URL"),
        ("home = 5", "home 5 is no folder's path"),
        ('home = "~nobody-of-this-name/x"', "is no folder's path"),
        ("port = true", "whole number from 1 to 65535"),
        ('project = "    "', "3 to 50 characters"),
        ('colour = "red"', "unknown setting colour; known are annotators, home"),
        ('chromium = "./run-me"', "unknown setting chromium"),
        ("report_style = 5", "no file's path"),
        ('api_key = "x"', "holds api_key; keep the token in the environment"),
        ('layout = "page"', "one of document, claim"),
        ("port = 0", "whole number from 1 to 65535"),
        ('port = "x"', "whole number from 1 to 65535"),
        ('project = "ab"', "3 to 50 characters"),
    ],
)
def test_bad_settings_say_what_is_expected(tmp_path: Path, toml: str, message: str) -> None:
    (tmp_path / "factcheck.toml").write_text(toml)
    with pytest.raises(UsageError, match=message):
        config.load({}, tmp_path)


@pytest.mark.parametrize(
    ("variable", "value", "message"),
    [
        ("LABEL_STUDIO_URL", "ftp://x", "no http:// or https:// address"),
        ("LABEL_STUDIO_URL", "http://[::1", "no http:// or https:// address"),
        ("LABEL_STUDIO_URL", "http://", "no http:// or https:// address"),
        ("LABEL_STUDIO_URL", "http://x/projects/1", "goes on after Label Studio's root"),
        ("LABEL_STUDIO_URL", "http://x/label/user/account", "goes on after Label Studio's root"),
        ("LABEL_STUDIO_URL", "http://eve:pa55@x", "holds a user name or password; give the token"),
        ("LABEL_STUDIO_API_KEY", "密钥", "characters that no token has"),
    ],
)
def test_bad_environment_says_what_is_expected(tmp_path: Path, variable: str, value: str, message: str) -> None:
    with pytest.raises(UsageError, match=message) as raised:
        config.load({"FACTCHECK_HOME": str(tmp_path), variable: value}, tmp_path)
    assert "pa55" not in str(raised.value)


def test_a_server_may_have_a_path_before_it(tmp_path: Path) -> None:
    environ = {"FACTCHECK_HOME": str(tmp_path), "LABEL_STUDIO_URL": "https://desk.example.org/tools/label/"}
    assert config.load(environ, tmp_path).url == "https://desk.example.org/tools/label"


def test_a_named_file_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="FACTCHECK_CONFIG names it"):
        config.load({"FACTCHECK_CONFIG": str(tmp_path / "none.toml")}, tmp_path)
