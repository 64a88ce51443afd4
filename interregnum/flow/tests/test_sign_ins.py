"""What the terminal says after a start."""

from interregnum.flow.demo.sign_ins import keep_sign_ins, sign_ins_text

SITE = "http://127.0.0.1:8000"


def test_the_passwords_stand_in_one_column_however_long_an_address_is(tmp_path):
    keep_sign_ins(tmp_path, [("partner", "a@b.nl", "berg-1"), ("interim manager", "x" * 40 + "@b.nl", "duin-2")])
    lines = sign_ins_text(SITE, tmp_path).splitlines()
    places = {line.index(word) for word in ("berg-1", "duin-2") for line in lines if word in line}
    assert len(places) == 1
    assert (tmp_path / "demonstration-sign-ins.json").stat().st_mode & 0o077 == 0


def test_a_start_that_was_broken_off_says_how_to_begin_again(tmp_path):
    assert "make fresh" in sign_ins_text(SITE, tmp_path)
