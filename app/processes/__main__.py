"""`python -m app.processes …`: a child of `serve`. It watches for its parent's end before it loads anything else.

To load takes seconds, and so long a killed parent's port would be held by a child that knows nothing of it.
"""

from app.collector import loading
from app.processes.orphan import end_with_parent

if __name__ == "__main__":
    end_with_parent()
    with loading():
        from app.processes.children import main

    main()
