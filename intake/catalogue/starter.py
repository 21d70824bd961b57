"""The files this product comes with: a catalogue to start from, and a fictional municipality."""

from pathlib import Path
from typing import Final

STARTER: Final = Path(__file__).with_name("starter.yaml")
MUNICIPALITY: Final = Path(__file__).with_name("municipality.yaml")
