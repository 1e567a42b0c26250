"""How the names of files end that may hold a sequence."""

YAML_NAMES = (".yaml", ".yml")
TEXT_NAMES = (".txt", ".md", ".markdown", ".text")
NAMES = YAML_NAMES + TEXT_NAMES
