"""Scrapy commands of this project: `scrapy crawl issues` ends with backissue's exit codes."""
