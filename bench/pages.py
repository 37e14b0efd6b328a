"""Photos nobody took: pages as a phone sees them, what spoils them, and scenes without text.

Everything is drawn from a seed. A sheet is uint8 grey, A4 upright at 200 dots an inch.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from contest.papers.drawing import FONTS

Random = np.random.Generator
Floats = NDArray[np.float32]
WIDE, HIGH = 1654, 2339  # of a sheet, in pixels
PT = 200 / 72
LONG = 2000  # pixels of a photo's long side

SYLLABLES = (  # noqa: SIM905 -- words, not a table
    "máy tách vỏ hồi nông dân sáng kiến giải pháp kỹ thuật cải tiến năng suất giảm công lao động "
    "mô tả tính mới hiệu quả kinh tế xã hội khả năng áp dụng thôn bản xã tỉnh Lạng Sơn hộ gia "
    "đình sử dụng động cơ điện khung sắt lưới sàng trục quay băng tải an toàn dễ làm chi phí thấp "
    "được thử nghiệm từ tháng ba đến nay tại vườn hồi của tác giả và bà con trong vùng đều ưa dùng"
).split()


@cache
def font(size: float, bold: bool = False) -> ImageFont.FreeTypeFont:
    name = "Bold" if bold else "Regular"
    return ImageFont.truetype(
        FONTS / f"LiberationSans-{name}.ttf",
        round(size * PT),
        layout_engine=ImageFont.Layout.BASIC,
    )


class Sheet:
    def __init__(self, random: Random) -> None:
        self.random = random
        self.image = Image.new("L", (WIDE, HIGH), 255)
        self.pen = ImageDraw.Draw(self.image)
        self.ink = int(random.integers(0, 50))

    def words(self, count: int) -> str:
        return " ".join(self.random.choice(SYLLABLES, count))

    def line(self, x: float, y: float, text: str, size: float, bold: bool = False) -> None:
        self.pen.text((x, y), text, font=font(size, bold), fill=self.ink)

    def block(self, left: float, right: float, top: float, bottom: float, size: float) -> None:
        """Paragraphs, ragged on the right."""
        y, face, left_over = top, font(size), 0
        while y < bottom:
            if left_over == 0:
                left_over = int(self.random.integers(2, 9))
                y += 0.4 * size * PT
            text, most = "", right - left
            if left_over == 1:
                most *= self.random.uniform(0.2, 0.9)
            while face.getlength(text) < most - 6 * size:
                text += str(self.random.choice(SYLLABLES)) + " "
            self.line(left, y, text, size)
            y += 1.4 * size * PT
            left_over -= 1


def letter(sheet: Sheet) -> None:
    sheet.line(480, 190, "BẢN MÔ TẢ GIẢI PHÁP", 17, True)
    sheet.block(240, WIDE - 190, 330, HIGH - 280, float(sheet.random.choice([11, 12, 13, 14])))


def columns(sheet: Sheet) -> None:
    for left in (170, WIDE // 2 + 30):
        sheet.block(left, left + WIDE // 2 - 210, 240, HIGH - 300, 11)


def form(sheet: Sheet) -> None:
    """Printed labels that are the same on every sheet, and what somebody wrote behind them."""
    sheet.line(420, 200, "PHIẾU ĐĂNG KÝ DỰ THI", 18, True)
    for row in range(22):
        y = 330 + row * 80
        sheet.line(200, y, f"{row + 1}. {' '.join(SYLLABLES[row * 3 : row * 3 + 3])}:", 12)
        sheet.line(720, y - 4, sheet.words(int(sheet.random.integers(3, 7))), 13)
        sheet.pen.line((700, y + 44, WIDE - 190, y + 44), fill=150, width=2)


def grid(sheet: Sheet) -> None:
    """A table with frames."""
    sheet.line(500, 190, "BẢNG TỔNG HỢP CHI PHÍ", 15, True)
    for row in range(26):
        y = 310 + row * 72
        for left, right in ((180, 270), (270, 900), (900, 1180), (1180, 1460)):
            sheet.pen.rectangle((left, y, right, y + 72), outline=60, width=2)
        sheet.line(195, y + 16, str(row + 1), 11)
        sheet.line(285, y + 16, sheet.words(5)[:30], 11)
        sheet.line(930, y + 16, f"{sheet.random.integers(1, 99)}", 11)
        sheet.line(1200, y + 16, f"{sheet.random.integers(100, 9999)}.000", 11)


def note(sheet: Sheet) -> None:
    """A few lines and a signature: most of the sheet is empty."""
    sheet.line(560, 220, "GIẤY XÁC NHẬN", 18, True)
    sheet.block(240, WIDE - 200, 360, 360 + float(sheet.random.integers(400, 900)), 14)
    x, y = 1000, 1700
    curve = [(x + 12 * n, y + 60 * np.sin(n * 0.9) * sheet.random.random()) for n in range(30)]
    sheet.pen.line(curve, fill=70, width=5)
    sheet.pen.ellipse((900, 1560, 1160, 1820), outline=120, width=8)


LAYOUTS: tuple[Callable[[Sheet], None], ...] = (letter, columns, form, grid, note)


def sheet(random: Random, layout: Callable[[Sheet], None] | None = None) -> Image.Image:
    made = Sheet(random)
    (layout or LAYOUTS[int(random.integers(len(LAYOUTS)))])(made)
    return made.image


def noise(random: Random, high: int, wide: int, octaves: tuple[int, ...]) -> Floats:
    """Clouds between 0 and 1; an octave is the size of its blots in pixels."""
    total = np.zeros((high, wide), np.float32)
    for size in octaves:
        small = random.random((high // size + 2, wide // size + 2)).astype(np.float32)
        big = Image.fromarray(small).resize((wide, high), Image.Resampling.BICUBIC)
        total += np.asarray(big)
    total -= total.min()
    return total / max(float(total.max()), 1e-6)


def table_top(random: Random, high: int, wide: int) -> Floats:
    """Wood, cloth, stone or plain: what a sheet lies on. 0 to 255."""
    base, kind = random.uniform(25, 130), int(random.integers(4))
    match kind:
        case 0:
            grain = noise(random, high, max(wide // 16, 2), (2, 7))
            texture = np.asarray(Image.fromarray(grain).resize((wide, high)))
        case 1:
            rows, cols = np.mgrid[:high, :wide]
            texture = ((rows // 9 + cols // 9) % 2).astype(np.float32) * 0.5
        case 2:
            texture = noise(random, high, wide, (4, 30))
        case _:
            texture = np.full((high, wide), 0.5, np.float32)
    return base * (0.75 + 0.5 * texture)


def _coefficients(target: NDArray[np.float64], source: NDArray[np.float64]) -> tuple[float, ...]:
    rows = []
    for (x, y), (u, v) in zip(target, source, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
    return tuple(np.linalg.solve(np.array(rows), source.reshape(8)))


def photographed(
    page: Image.Image, random: Random, *, fill: tuple[float, float] = (0.8, 0.95)
) -> Floats:
    """The sheet on something darker, a little askew, unevenly lit. float32 grey, 3:4 upright."""
    high, wide = LONG, LONG * 3 // 4
    scale = random.uniform(*fill) * min(wide / WIDE, high / HIGH)
    w, h = WIDE * scale, HIGH * scale
    slack = ((wide - w) / 2, (high - h) / 2)
    centre = np.array([wide / 2, high / 2]) + random.uniform(-0.4, 0.4, 2) * slack
    corners = np.array([[-w, -h], [w, -h], [w, h], [-w, h]]) / 2
    angle = np.radians(random.uniform(-3, 3))
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    lean = random.uniform(-0.012, 0.012, (4, 2)) * LONG
    target = corners @ turn.T + centre + lean
    source = np.array([[0, 0], [WIDE, 0], [WIDE, HIGH], [0, HIGH]], float)
    how = _coefficients(target, source)
    size, form = (wide, high), Image.Transform.PERSPECTIVE
    soft = page.filter(ImageFilter.GaussianBlur(0.5 / scale))
    paper = np.asarray(soft.transform(size, form, how, Image.Resampling.BICUBIC), np.float32)
    inside = Image.new("L", page.size, 255).transform(size, form, how, Image.Resampling.BILINEAR)
    mask = np.asarray(inside, np.float32) / 255
    white = random.uniform(170, 245)
    seen = mask * paper / 255 * white + (1 - mask) * table_top(random, high, wide)
    return np.asarray(seen * light(random, high, wide), np.float32)


def light(random: Random, high: int, wide: int) -> Floats:
    """Between 0.75 and 1: lamps stand aside, hands throw soft shadows."""
    across = np.linspace(-1, 1, wide)[None, :] * random.uniform(-1, 1)
    down = np.linspace(-1, 1, high)[:, None] * random.uniform(-1, 1)
    slope = (across + down) / 4 + 0.5
    return np.asarray(0.75 + 0.25 * np.clip(slope, 0, 1), np.float32)


def scanned(page: Image.Image, random: Random) -> Floats:
    """What a scanning app or a screenshot gives: clean, white, straight."""
    size = (round(LONG * WIDE / HIGH), LONG)
    return np.asarray(page.resize(size, Image.Resampling.LANCZOS), np.float32)


def exposed(seen: Floats, random: Random) -> bytes:
    """A JPEG of what was seen, with a sensor's noise."""
    grain = random.normal(0, random.uniform(1, 4), seen.shape)
    image = Image.fromarray(np.clip(seen + grain, 0, 255).astype(np.uint8))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=int(random.integers(60, 93)))
    return out.getvalue()


# --- what spoils a page


def out_of_focus(seen: Floats, random: Random) -> Floats:
    radius = random.uniform(3.5, 8)
    image = Image.fromarray(np.clip(seen, 0, 255).astype(np.uint8))
    return np.asarray(image.filter(ImageFilter.GaussianBlur(radius)), np.float32)


def shaken(seen: Floats, random: Random) -> Floats:
    """A hand that moves in a straight line."""
    length, angle = random.uniform(14, 32), random.uniform(0, np.pi)
    total = np.zeros_like(seen)
    steps = np.linspace(-0.5, 0.5, 33) * length
    for step in steps:
        dx, dy = round(step * np.cos(angle)), round(step * np.sin(angle))
        total += np.roll(seen, (dy, dx), (0, 1))
    return total / len(steps)


def darkened(seen: Floats, random: Random) -> Floats:
    return seen * np.float32(random.uniform(0.14, 0.27))


def washed_out(seen: Floats, random: Random) -> Floats:
    """Over-exposed: paper is all white, ink is a pale grey."""
    ink = random.uniform(165, 205)
    return np.clip(ink + seen * (300 - ink) / 200, 0, 255)


def glaring(seen: Floats, random: Random) -> Floats:
    """A lamp mirrored in the middle of the sheet."""
    high, wide = seen.shape
    rows, cols = np.mgrid[:high, :wide]
    y, x = random.uniform(0.3, 0.7) * high, random.uniform(0.3, 0.7) * wide
    spread_y, spread_x = random.uniform(0.13, 0.25, 2) * wide
    spot = np.exp(-(((rows - y) / spread_y) ** 2 + ((cols - x) / spread_x) ** 2) * 1.2)
    return np.clip(seen + 500 * spot, 0, 255).astype(np.float32)


def cut(seen: Floats, random: Random) -> Floats:
    """A side of the text is outside the picture."""
    high, wide = seen.shape
    share = random.uniform(0.3, 0.45)
    match int(random.integers(4)):
        case 0:
            return seen[:, round(share * wide) :]
        case 1:
            return seen[:, : round((1 - share) * wide)]
        case 2:
            return seen[round(share * high) :]
        case _:
            return seen[: round((1 - share) * high)]


def shrunk(seen: Floats, random: Random) -> Floats:
    long_side = random.uniform(320, 900)
    scale = long_side / max(seen.shape)
    size = (round(seen.shape[1] * scale), round(seen.shape[0] * scale))
    image = Image.fromarray(seen)
    return np.asarray(image.resize(size, Image.Resampling.BOX), np.float32)


# --- scenes that are no page


def machine(random: Random) -> Floats:
    """Boxes, wheels and bars before a wall or a sky; sharp, as a phone takes them."""
    high, wide = LONG * 3 // 4, LONG
    ground = random.uniform(60, 240) * (0.8 + 0.2 * noise(random, high, wide, (3, 200)))
    ground[high // 2 :] *= 0.5 + 0.3 * noise(random, high - high // 2, wide, (4, 11, 60))
    image = Image.fromarray(np.clip(ground, 0, 255).astype(np.uint8))
    pen = ImageDraw.Draw(image)
    for _ in range(int(random.integers(8, 40))):
        x, y = random.integers(200, wide - 400), random.integers(200, high - 300)
        w, h = random.integers(20, 500), random.integers(20, 300)
        fill = int(random.integers(10, 240))
        match int(random.integers(4)):
            case 0:
                pen.ellipse((x, y, x + h, y + h), fill=fill, outline=fill // 3, width=8)
            case 1:
                pen.line((x, y, x + w, y + h), fill=fill, width=int(random.integers(3, 25)))
            case _:
                pen.rectangle((x, y, x + w, y + h), fill=fill, outline=fill // 2, width=4)
    return np.asarray(image, np.float32)


def bricks(random: Random) -> Floats:
    high, wide = LONG * 3 // 4, LONG
    image = Image.new("L", (wide, high), int(random.integers(150, 220)))
    pen = ImageDraw.Draw(image)
    h, w = int(random.integers(30, 90)), int(random.integers(90, 220))
    for row in range(0, high, h):
        for col in range(-(row // h % 2) * w // 2, wide, w):
            fill = int(random.integers(70, 140))
            pen.rectangle((col, row, col + w - 9, row + h - 9), fill=fill)
    return np.asarray(image, np.float32) * (0.85 + 0.3 * noise(random, high, wide, (2, 5)))


def leaves(random: Random) -> Floats:
    high, wide = LONG * 3 // 4, LONG
    image = Image.new("L", (wide, high), int(random.integers(40, 230)))
    pen = ImageDraw.Draw(image)
    for _ in range(int(random.integers(1500, 6000))):
        x, y = random.integers(0, wide), random.integers(0, high)
        a, b = random.integers(6, 60, 2)
        pen.ellipse((x, y, x + a, y + b), fill=int(random.integers(10, 200)))
    return np.asarray(image, np.float32)


def stripes(random: Random) -> Floats:
    """Corrugated iron, a fence, planks."""
    high, wide = LONG * 3 // 4, LONG
    rows, cols = np.mgrid[:high, :wide]
    slant = cols + rows * random.uniform(-0.4, 0.4) if random.random() < 0.5 else rows
    wave = np.sin(slant * random.uniform(0.04, 0.4))
    if random.random() < 0.5:
        wave = np.sign(wave - random.uniform(-0.8, 0.8))
    return np.asarray(130 + 70 * wave + 30 * noise(random, high, wide, (3, 90)), np.float32)


def gravel(random: Random) -> Floats:
    high, wide = LONG * 3 // 4, LONG
    return 40 + 190 * noise(random, high, wide, (2, 4, 9, 17))


def plain(random: Random) -> Floats:
    """A wall, a sky, a floor, with one thing on it."""
    high, wide = LONG * 3 // 4, LONG
    image = Image.fromarray(light(random, high, wide) * random.uniform(120, 250))
    pen = ImageDraw.Draw(image)
    x, y = random.integers(200, wide - 700), random.integers(200, high - 600)
    pen.rectangle((x, y, x + 450, y + 350), fill=float(random.integers(20, 120)))
    pen.ellipse((x + 60, y + 300, x + 200, y + 440), fill=20.0)
    return np.asarray(image, np.float32)


def night(random: Random) -> Floats:
    """A machine under a lamp."""
    seen = machine(random)
    high, wide = seen.shape
    rows, cols = np.mgrid[:high, :wide]
    lamp = np.exp(-(((rows - high / 2) / 500) ** 2 + ((cols - wide / 2) / 600) ** 2))
    return np.asarray(seen * (0.15 + 0.85 * lamp), np.float32)


def plate(random: Random) -> Floats:
    """A machine with a sign of a few words on it."""
    image = Image.fromarray(machine(random))
    pen = ImageDraw.Draw(image)
    x, y = random.integers(300, 900), random.integers(300, 900)
    pen.rectangle((x, y, x + 560, y + 210), fill=225.0)
    for row in range(3):
        text = " ".join(random.choice(SYLLABLES, 4))
        pen.text((x + 20, y + 15 + 62 * row), text, font=font(14, True), fill=25.0)
    return np.asarray(image, np.float32)


SCENES = (machine, bricks, leaves, stripes, gravel, plain, night, plate)


def scene(random: Random) -> Floats:
    return SCENES[int(random.integers(len(SCENES)))](random)
