"""What serves those who work on Fourfold and is no part of it: screenshots, translations, pictures of the README."""
