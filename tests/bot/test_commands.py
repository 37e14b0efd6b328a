"""The command line, as an operator and as another program use it."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.texts import LOCALES
from contest.reading import PACKS
from tests.ports import free_port
from tests.talk import LEARNT, TINY, contest

ROOT = LOCALES.parent


def bot(
    *arguments: str, folder: Path, given: str = "", **settings: str
) -> subprocess.CompletedProcess[str]:
    """Run `python -m bot …` as somebody would, with nothing set but what is given."""
    if folder.is_dir():
        contest()  # learnt once for all tests
        shutil.copytree(LEARNT / "lang-son-9", folder / "learnt", dirs_exist_ok=True)
    environ = {"PATH": os.environ["PATH"], "DATA_DIR": str(folder)} | settings
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        input=given, capture_output=True, text=True, cwd=ROOT, env=environ, timeout=60, check=False,
    )  # fmt: skip


def lines(*objects: Any) -> str:
    return "".join(json.dumps(o, ensure_ascii=False) + "\n" for o in objects)


def talked(folder: Path, *given: Any, **settings: str) -> list[list[dict[str, Any]]]:
    """What came back, a list for each line given."""
    done = bot("talk", "--jsonl", folder=folder, given=lines(*given), **settings)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    turns: list[list[dict[str, Any]]] = [[]]
    for line in done.stdout.splitlines():
        reply = json.loads(line)
        if reply == {"idle": True}:
            turns.append([])
        else:
            turns[-1].append(reply)
    assert turns.pop() == []
    assert len(turns) == len(given)
    return turns


def test_a_program_talks_line_by_line(tmp_path: Path) -> None:
    photo = tmp_path / "máy.jpg"
    photo.write_bytes(b"jpeg bytes")
    turns = talked(
        tmp_path,
        {"say": "/start"},
        {"press": "Lịch và hạn nộp"},
        {"press": 1},
        {"say": "tôi có được dự thi không?"},
        {"files": [str(photo)], "caption": "máy của tôi"},
        {"at": "2027-05-29T21:00:00+07:00"},
        {"say": "hạn nộp hồ sơ là ngày nào"},
        {"as": "Bà Thử"},
        {"press": "Lịch và hạn nộp"},
    )
    (greeting,) = turns[0]
    assert greeting["text"].startswith("Chào anh/chị")
    assert greeting["buttons"][:2] == ["Làm hồ sơ dự thi", "Lịch và hạn nộp"]
    timetable, deadline = turns[1]
    assert "còn 188 ngày" not in timetable["text"]
    assert "Hạn nộp: Kế hoạch 92/KH-BTC" in deadline["text"]
    (picture,) = timetable["files"]
    assert picture["name"] == "lich-hoi-thi.png"
    assert turns[2][0]["files"][0]["name"].endswith(".ics")
    assert "1 tệp" in turns[4][0]["text"]
    assert turns[5] == []
    assert turns[6][0]["text"].startswith("Còn 1 ngày")
    assert turns[7] == []
    assert turns[8] == [{"error": "Không có nút «Lịch và hạn nộp»."}]


def test_a_bad_line_is_said_kindly_and_the_talk_goes_on(tmp_path: Path) -> None:
    bad = ["{", "[]", "1", '{"shout": "x"}', '{"say": 5}', '{"files": [5]}', '{"as": " "}',
           '{"at": "tomorrow"}', '{"files": ["/no/such/file"]}', '{"press": "Không có"}',
           '{"press": 9}', '{"files": []}', '{"files": ["a\\u0000b"]}', "[" * 100_000,
           '{"at": "9999-12-31T23:59:59Z"}', '{"as": "\\u200b"}',
           json.dumps({"as": "x" * 81})]  # fmt: skip
    given = "".join(f"{line}\n" for line in bad) + '{"say": "menu"}\n'
    done = bot("talk", "--jsonl", folder=tmp_path, given=given)
    replies = [json.loads(reply) for reply in done.stdout.splitlines()]
    assert [set(r) for r in replies[: 2 * len(bad)]] == [{"error"}, {"idle"}] * len(bad)
    assert replies[-2]["text"].startswith("Anh/chị muốn xem gì?")


def test_a_talk_that_is_kept_goes_on_the_next_day(tmp_path: Path) -> None:
    folder = tmp_path / "talk"
    bot(
        "talk", "--jsonl", "--data", str(folder), folder=tmp_path, given=lines({"say": "điều kiện"})
    )
    done = bot("talk", "--jsonl", "--data", str(folder), folder=tmp_path, given=lines({"say": "1"}))
    assert "Câu 2/8" in done.stdout


def test_people_talk_in_plain_lines(tmp_path: Path) -> None:
    done = bot("talk", folder=tmp_path, given="2\nhạn nộp khi nào\n/q\n")
    assert "[2] Lịch và hạn nộp" in done.stdout
    assert "Tệp: lich-hoi-thi.png" in done.stdout
    assert "(Hạn nộp: Kế hoạch 92/KH-BTC, mục II.3, chính thức." in done.stdout


def test_the_faq_is_asked_line_by_line(tmp_path: Path) -> None:
    questions = [
        "Hạn nộp hồ sơ là ngày nào?",
        "giá vàng hôm nay",
        "",
        "Lệ phí dự thi bao nhiêu tiền?",
    ]
    given = lines(*({"text": q} for q in questions)) + "not json\n"
    done = bot("ask", "--jsonl", folder=tmp_path, given=given)
    first, second, third, fourth, bad = (json.loads(line) for line in done.stdout.splitlines())
    assert first["topic"] == "han_nop"
    assert first["source"] == "Kế hoạch 92/KH-BTC, mục II.3"
    assert first["status"] == "official"
    assert 0 < first["score"] <= 1
    assert "30/5/2027" in first["text"]
    for declined in (second, third):
        assert declined["topic"] is None
        assert declined["source"] is None
    assert fourth["topic"] == "le_phi"
    assert fourth["status"] == "unpublished"
    assert set(bad) == {"error"}


def test_every_line_says_what_was_decided(tmp_path: Path) -> None:
    texts = ["Hạn nộp hồ sơ là ngày nào?", "nộp", "giá vàng hôm nay bao nhiêu"]
    given = lines(*({"text": text} for text in texts))
    done = bot("ask", "--jsonl", folder=tmp_path, given=given)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["decision"] for row in found] == ["answer", "offer", "decline"]
    for row in found:
        assert set(row) == {"decision", "topic", "offers", "score", "text", "source", "status"}
    assert 2 <= len(found[1]["offers"]) <= 3


def test_why_says_which_evidence_decided(tmp_path: Path) -> None:
    done = bot("ask", "--why", "han nop den bao gio", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "han_nop" in done.stdout
    assert "han nop" in done.stdout
    for nothing in ("", "😀"):
        assert "{" not in bot("ask", "--why", nothing, folder=tmp_path).stdout


def test_open_questions_are_grouped_without_who_asked(tmp_path: Path) -> None:
    talk = tmp_path / "talk"
    asked = ["gặp cán bộ", "Máy nặng 2 tạ thì chở thế nào?", "gặp cán bộ", "Máy 2 tạ chở sao ạ?"]
    given = lines(*({"say": text} for text in asked))
    bot("talk", "--jsonl", "--data", str(talk), folder=tmp_path, given=given)
    done = bot("questions", "--grouped", folder=talk)
    assert done.returncode == 0, done.stderr
    assert "2 câu hỏi, 1 nhóm" in done.stdout
    assert "Máy 2 tạ chở sao ạ?" in done.stdout


def test_phrasings_are_checked(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(TINY, pack)
    good = bot("phrasings", folder=tmp_path, CONTEST_PACK=str(pack))
    assert good.returncode == 0, good.stderr
    topics = [line for line in (pack / "faq/phrasings/all.txt").read_text("utf-8").splitlines()
              if line.startswith("[")]  # fmt: skip
    (pack / "faq/phrasings/b.txt").write_text(
        f"{topics[0]}\nmột câu mới tinh\n{topics[1]}\nMot cau moi tinh\n", "utf-8"
    )
    bad = bot("phrasings", folder=tmp_path, CONTEST_PACK=str(pack))
    assert bad.returncode == 1
    assert "một câu mới tinh" in bad.stdout


def test_asking_without_a_question_says_how(tmp_path: Path) -> None:
    done = bot("ask", folder=tmp_path)
    assert done.returncode == 2
    assert "python -m bot ask" in done.stderr


def test_staff_read_and_answer_open_questions(tmp_path: Path) -> None:
    assert "0 câu hỏi đang chờ" in bot("questions", folder=tmp_path).stdout
    talk = tmp_path / "talk"
    given = lines({"say": "gặp cán bộ"}, {"say": "Máy nặng 2 tạ thì chở thế nào?"})
    bot("talk", "--jsonl", "--data", str(talk), folder=tmp_path, given=given)
    listed = bot("questions", folder=talk).stdout
    assert "1. [" in listed
    assert "(xin gặp cán bộ) Máy nặng 2 tạ thì chở thế nào?" in listed
    assert bot("questions", "1", folder=talk).returncode == 2
    assert bot("questions", "7", "x", folder=talk).returncode == 1
    assert bot("questions", "1", "Chở bằng xe tải.", folder=talk).returncode == 0
    assert "0 câu hỏi" in bot("questions", folder=talk).stdout
    given = lines({"at": "2026-12-01T08:00:00+07:00"})
    done = bot("talk", "--jsonl", "--data", str(talk), folder=tmp_path, given=given)
    assert "Chở bằng xe tải." in done.stdout


def test_staff_see_the_files_and_erase_a_person_who_asks_for_it(tmp_path: Path) -> None:
    photo = tmp_path / "máy.jpg"
    photo.write_bytes(b"jpeg bytes")
    talk = tmp_path / "talk"
    given = lines({"files": [str(photo)]}, {"say": "gặp cán bộ"}, {"say": "Xóa hết của tôi giúp"})
    bot("talk", "--jsonl", "--data", str(talk), folder=tmp_path, given=given)
    listed = bot("questions", folder=talk).stdout
    (path,) = (line.partition(": ")[2] for line in listed.splitlines() if "tệp đã gửi" in line)
    assert Path(path).read_bytes() == b"jpeg bytes"
    assert bot("erase", "7", folder=talk).returncode == 1
    assert "Đã xóa mọi lời nhắn" in bot("erase", "1", folder=talk).stdout
    assert "0 câu hỏi" in bot("questions", folder=talk).stdout
    given = lines({"at": "2026-12-01T08:00:00+07:00"}, {"say": "tiếp tục"})
    done = bot("talk", "--jsonl", "--data", str(talk), folder=tmp_path, given=given)
    assert "đã được xóa" in done.stdout
    assert "không có việc gì dang dở" in done.stdout


def test_the_doctor_says_what_is_set_up_and_what_is_not(tmp_path: Path) -> None:
    done = bot("doctor", folder=tmp_path / "data", WEB_PORT=str(free_port()))
    assert done.returncode == 0, done.stdout
    assert "95 câu hỏi đáp" in done.stdout
    assert "Trang chat chưa chạy" in done.stdout
    assert "Telegram" in done.stdout
    assert done.stdout.rstrip().endswith("Mọi thứ dùng được.")


def test_the_doctor_finds_what_is_wrong(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(TINY, pack)
    path = pack / "contest.toml"
    path.write_text(path.read_text("utf-8").replace('"2030-04-03"', '"2030-04-31"'), "utf-8")
    done = bot("doctor", folder=tmp_path / "data", CONTEST_PACK=str(pack))
    assert done.returncode == 1
    assert "Tệp contest.toml, dòng 28, mục stage[1].span" in done.stdout
    assert "2027-05-30, 2027-05, 2027-Q2" in done.stdout
    (tmp_path / "file").write_text("not a folder")
    done = bot("doctor", folder=tmp_path / "file" / "data")
    assert done.returncode == 1
    assert "Không ghi được" in done.stdout


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"WEB_PORT": "http"}, "Cài đặt WEB_PORT chưa đúng"),
        ({"WEB_PORT": "0"}, "từ 1 đến 65535"),
        ({"BOT_LANGUAGE": "fr"}, "vi hoặc en"),
        ({"DATABASE_URL": "mysql://x"}, "sqlite:/// hoặc postgresql://"),
        ({"CONTEST_PACK": "nowhere"}, "không có tệp này"),
        ({"LOG_LEVEL": "LOUD"}, "DEBUG, INFO"),
        ({"KEEP_MESSAGES_DAYS": "0"}, "từ 1 đến 36.500"),
        ({"WEB_HOST": "192.0.2.1"}, "Kiểm tra WEB_HOST"),
        ({"DATA_DIR": "README.md"}, "Không ghi được vào thư mục"),
        ({"DATABASE_URL": "postgresql://nobody:x@127.0.0.1:1/none"}, "Kiểm tra DATABASE_URL"),
        ({"DATABASE_URL": "postgresql://127.0.0.1:1/none?sslmode=maybe"}, "Kiểm tra DATABASE_URL"),
    ],
)
def test_a_wrong_setting_is_said_in_words(
    tmp_path: Path, settings: dict[str, str], said: str
) -> None:
    done = bot("run", folder=tmp_path, **settings)
    assert done.returncode in (1, 2)
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_port_that_is_taken_is_said_in_words(tmp_path: Path) -> None:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        sock.listen()
        port = str(sock.getsockname()[1])
        done = bot("run", folder=tmp_path, WEB_PORT=port)
    assert done.returncode == 1
    assert "WEB_PORT khác, ví dụ: WEB_PORT=8081 make run" in done.stderr
    assert "Traceback" not in done.stderr


def test_another_contest_needs_no_code(tmp_path: Path) -> None:
    turns = talked(
        tmp_path,
        {"say": "/start"},
        {"say": "lịch"},
        {"say": "điều kiện"},
        {"press": "Bằng nhựa"},
        {"say": "lĩnh vực"},
        {"say": "hồ sơ"},
        {"press": "Một mình"},
        {"say": "ai giúp"},
        {"press": "Xã của tôi"},
        {"say": "Thử Dưới"},
        {"press": 1},
        {"say": "hạn nộp diều là ngày nào"},
        {"say": "english"},
        CONTEST_PACK=str(TINY),
    )
    said = json.dumps(turns, ensure_ascii=False)
    assert "Diều giấy xã Thử" in said
    assert "3/4/2030" in said
    assert "CHƯA ĐỦ" in said
    for word in ("Lạng Sơn", "2027", "92/KH-BTC", "Liên hiệp"):
        assert word not in said, word
    assert "English" not in turns[0][0]["buttons"]


def test_nothing_of_a_contest_is_in_the_code() -> None:
    for room in ("dialog", "contest", "handlers", "storage", "bot"):
        for path in (ROOT / room).rglob("*.py"):
            text = path.read_text("utf-8")
            for word in (
                "Lạng Sơn",
                "lang son",
                "lang-son",
                "langson",
                "92/KH",
                "2027-05-30",
                "VIFOTEC",
            ):
                found = word in text
                allowed = path.name == "config.py" and word == "lang-son"  # the default pack
                example = word == "2027-05-30" and path.parent.name == "contest"  # of a period
                assert not found or allowed or example, (path, word)
    assert (PACKS / "lang-son-9").is_dir()
