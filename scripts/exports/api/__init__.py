"""The JSON API: response models, serializers, JSON Schema and OpenAPI."""
