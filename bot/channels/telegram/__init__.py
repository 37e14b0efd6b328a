"""Telegram, through its Bot API. aiogram's client and types; intake, order and memory are ours."""
