"""Scrapy's way in."""
