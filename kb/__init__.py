"""The bundled knowledge: YAML only. See docs/knowledge_language.md."""
