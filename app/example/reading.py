"""A service of the example that is interested reads what is signed, and accepts an item."""

from app.example.desk import Desk

ITEM = "moving.carers"


async def read_assessment(desk: Desk, offer_path: str) -> None:
    """The service reads what is signed, and relies on how many carers it takes."""
    path = f"{offer_path}/trusted-assessment"
    if await desk.answer(f"{path}/reading", {}) and (page := await desk.read(path)):
        await desk.answer(f"{path}/items/{ITEM}", {"assessment_id": page["assessment_id"], "answer": "accept"})
