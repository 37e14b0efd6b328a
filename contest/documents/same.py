def same_page(a: str, b: str) -> bool:
    return bool(a) and a == b
